import { describe, expect, it } from 'vitest';
import { nearPhrases, phrasesOf } from '../../src/answering/misspelt/near-phrases.js';
import type { Reader } from '../../src/answering/reading/reading.js';
import { fold } from '../../src/language/fold.js';
import { answererOf, article, readingOf, SURE } from './support.js';

const TITLES = ['望月大桥昨日合龙', '青石渡口轮渡停运'];
const PHRASES = phrasesOf(TITLES);

/** What may have been meant by all of a question, likeliest first. */
function near(question: string): string[] {
  const folded = fold(question);
  return nearPhrases(folded, PHRASES).map(({ phrase }) => phrase);
}

describe('phrases of titles near to a question', () => {
  it.each([
    ['another character of the same sound', '旺月大桥多长', '望月大桥'],
    ['another that sounds otherwise', '望日大桥多长', '望月大桥'],
    ['sounds that accents merge', '轻丝渡口几点开船', '青石渡口'],
  ])('%s: %s is near %s', (_, question, phrase) => {
    expect(near(question)).toContain(phrase);
  });

  it.each([['望月大桥多长'], ['长江大桥多长'], ['大桥'], ['重庆天气怎么样']])('none to %s', (question) => {
    expect(near(question)).toEqual([]);
  });
});

describe('a question that is not answered', () => {
  /** Is sure of the bridge's length where the question names the bridge. */
  const reader: Reader = {
    read: async (question, windows) => ({
      kind: 'read',
      readings: windows.map((window) =>
        readingOf(window, question.includes('望月') ? SURE : -SURE, '八百米'),
      ),
    }),
    close: async () => {},
  };

  it.each([
    ['望曰大桥有多长', ['望月大桥有多长']],
    ['旺月大桥有多长', ['望月大桥有多长']],
    ['长江大桥有多长', []],
    ['望曰大桥有多长'.repeat(20), []],
  ])('%s may have been meant as %j', async (text, meant) => {
    const answerer = await answererOf(
      [article(TITLES[0] as string, ['主桥全长八百米。']), article(TITLES[1] as string, ['渡口停运三天。'])],
      reader,
    );
    expect((await answerer.answer({ text })).status).not.toBe('answered');
    expect(await answerer.meant({ text })).toEqual(meant);
  });
});
