import { expect, test } from 'vitest';
import { retrieve } from '../../../src/answering/retrieving/retrieve.js';
import { passagesOf } from '../../../src/corpus/passages.js';
import { EmbeddedIndex } from '../../../src/retrieval/embedded-index.js';
import { article } from '../support.js';

const ARTICLES = [
  article('澜江缫丝厂', ['缫丝厂建于一九五一年，女工革新煮茧法。']),
  article('北湖的鸟', ['北湖记录到的鸟类已有一百八十七种。']),
  article('食堂菜单', ['清蒸鲈鱼，醋溜白菜，萝卜排骨汤。']),
];

test.each<[question: string, found: readonly string[], why: string]>([
  ['缫丝厂建于哪年', ['澜江缫丝厂'], 'as it is written'],
  ['骚死场是谁的', ['澜江缫丝厂'], 'every word is another, and sounds the same'],
  ['轻蒸炉鱼多少钱', ['食堂菜单'], 'so is a dish'],
  ['火星上有没有水', [], 'nothing sounds like it'],
  ['WiFi密码', [], 'Latin words have no sound'],
])('%s has the candidates %j: %s', async (question, found) => {
  const index = new EmbeddedIndex();
  await index.add(ARTICLES.flatMap((one) => passagesOf(one)));
  const { candidates } = await retrieve(index, question);
  expect(candidates.map(({ passage }) => passage.article.title)).toEqual(found);
});

test('what is only heard ranks behind what is written', async () => {
  const index = new EmbeddedIndex();
  await index.add(ARTICLES.flatMap((one) => passagesOf(one)));
  const { candidates } = await retrieve(index, '北湖的骚死场');
  expect(candidates.map(({ passage }) => passage.article.title)).toEqual(['北湖的鸟', '澜江缫丝厂']);
  const [written, heard] = candidates.map(({ score }) => score);
  expect(heard).toBeLessThanOrEqual(written as number);
});
