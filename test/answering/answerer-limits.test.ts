import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answerer } from '../../src/answering/answer.js';
import { anyText } from '../language/texts.js';
import { ANSWERABLE, ARTICLES } from './ferry-town.js';
import { theReader } from './reader.js';
import { answererOf } from './support.js';

let answerer: Answerer;

beforeAll(async () => {
  answerer = await answererOf(ARTICLES, await theReader());
});

describe('without the reader', () => {
  test.each(ANSWERABLE)('nothing is more than possible, and nothing is marked: %s', async (question) => {
    const unread = await answererOf(ARTICLES);
    const answers = [
      await unread.answer({ text: question }),
      await answerer.answer({ text: question }, { read: false }),
    ];
    for (const answer of answers) {
      expect(answer.status).not.toBe('answered');
      expect(answer.results.length).toBeGreaterThan(0);
      for (const clipping of answer.results) expect(clipping).not.toHaveProperty('answer');
    }
    expect(answers[1]).toEqual(answers[0]);
  });

  test('what is asked in the words of the collection is possible', async () => {
    const unread = await answererOf(ARTICLES);
    expect((await unread.answer({ text: '青石大桥全长多少米' })).status).toBe('possible');
    expect((await unread.answer({ text: '火星基地什么时候建成' })).status).toBe('refused');
    const examples = await unread.examples(3);
    expect(examples.length).toBeGreaterThan(0);
    for (const text of examples) expect((await unread.answer({ text })).status).toBe('possible');
  });
});

describe('whatever the question', () => {
  test('there is an answer, a possible one or a refusal, verbatim and within limits', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        for (const question of [text, `青石大桥${text}多长`]) {
          const { results } = await answerer.answer({ text: question }, { top: 2, chars: 60 });
          for (const { excerpt } of results) expect(excerpt.length).toBeLessThanOrEqual(60);
        }
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['Chinese', '青石大桥多长'],
    ['one character', '好'],
    ['digits', '1'],
    ['numerals', '百'],
    ['Latin', 'ab'],
    ['signs', '。'],
    ['emoji', '👩‍👩‍👧'],
    ['control characters', '\u0000'],
    ['marks of direction', '\u202e\u2066'],
    ['halves of pairs', '\udfb7\ud842'],
    ['line breaks', '\n'],
  ])('4,096 units of %s are no trouble', async (_, piece) => {
    const question = piece.repeat(Math.floor(4096 / piece.length));
    expect(['answered', 'possible', 'refused']).toContain((await answerer.answer({ text: question })).status);
  });
});
