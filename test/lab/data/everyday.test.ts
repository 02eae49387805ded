import { beforeAll, describe, expect, test } from 'vitest';
import { readSet } from '../../../lab/eval/set.js';
import { readCollection } from '../../../src/corpus/collection.js';
import { pathTo } from '../../regression/cases.js';

const { passages, questions } = readSet('lab/data/everyday.json');

describe('the everyday questions that weights are learned from', () => {
  let guarded: ReadonlySet<string>;

  beforeAll(async () => {
    const collections = await Promise.all(
      ['corpus', 'everyday/town/corpus', 'everyday/county/corpus'].map((corpus) =>
        readCollection(pathTo(corpus)),
      ),
    );
    guarded = new Set(collections.flatMap(({ articles }) => articles.map(({ title }) => title)));
  });

  test('are answered in the article that is said to answer them', () => {
    const texts = new Map(passages.map(({ id, text }) => [id, text]));
    for (const { text, passage, answers } of questions) {
      for (const answer of answers) expect(texts.get(passage), text).toContain(answer);
    }
  });

  test('are each asked once', () => {
    expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length);
  });

  test('are not about the articles that answers are guarded with', () => {
    expect(guarded.size).toBeGreaterThan(50);
    for (const { title = '' } of passages) expect(guarded).not.toContain(title);
  });
});
