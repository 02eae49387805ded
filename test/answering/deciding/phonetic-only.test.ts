import { expect, test } from 'vitest';
import { isPhoneticOnly } from '../../../src/answering/deciding/phonetic-only.js';
import { retrieve } from '../../../src/answering/retrieving/retrieve.js';
import { EmbeddedIndex } from '../../../src/retrieval/embedded-index.js';
import { alone } from '../support.js';

const TEXT = '农贸市场的羊肉卖到42元。缫丝厂建于一九五一年。';

test.each<[question: string, expected: boolean, why: string]>([
  ['市长是谁', true, '长 has one reading here, that of 场'],
  ['火星在哪', true, 'nothing is there'],
  ['骚死场建于哪年', false, '建于 is written'],
  ['骚死场是谁的', false, 'three syllables are there'],
  ['羊肉多少钱', false, 'the word is written'],
])('%s is tied to the text by sound alone: %s, since %s', async (question, expected) => {
  const index = new EmbeddedIndex();
  const passage = alone(TEXT);
  await index.add([passage]);
  expect(isPhoneticOnly((await retrieve(index, question)).views.of(passage))).toBe(expected);
});
