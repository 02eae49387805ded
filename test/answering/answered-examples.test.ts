import { beforeEach, describe, expect, test } from 'vitest';
import type { Answerer } from '../../src/answering/answer.js';
import { createAnswerer } from '../../src/answering/answerer.js';
import { ReadingError } from '../../src/answering/reading/model.js';
import type { Reader, Reading, ReadOutcome } from '../../src/answering/reading/reading.js';
import type { Article } from '../../src/corpus/article.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { asItIs } from '../../src/language/bilingual.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';
import { ListedArticles } from '../../src/retrieval/listed-articles.js';
import { article } from './support.js';

/** Enough for a dozen questions. */
const ARTICLES = ['青石', '白沙', '红岩', '绿洲', '黄桷', '蓝湾'].map((name, i) =>
  article(`${name}大桥通车`, [
    `11月${i + 1}日，${name}大桥正式通车。${name}大桥全长1,28${i}米，总投资${i + 2}亿元，由省交通设计院设计。`,
  ]),
);

/** A reader that reads this in every window, and counts questions. */
class FakeReader implements Reader {
  questions = new Set<string>();
  outcome: (count: number) => ReadOutcome = () => ({ kind: 'busy' });

  async read(question: string, windows: readonly unknown[]): Promise<ReadOutcome> {
    this.questions.add(question);
    return this.outcome(windows.length);
  }

  async close(): Promise<void> {}
}

const reading = (answers: number): Reading => ({
  answers,
  lead: answers,
  share: 0.99,
  rival: 0,
  stretch: { start: 0, end: 4 },
});
const says =
  (answers: number) =>
  (count: number): ReadOutcome => ({
    kind: 'read',
    readings: new Array<Reading>(count).fill(reading(answers)),
  });
const fails = (): ReadOutcome => {
  throw new ReadingError(asItIs('odd'));
};

let reader: FakeReader;
let index: EmbeddedIndex;
let answerer: Answerer;

beforeEach(async () => {
  reader = new FakeReader();
  index = new EmbeddedIndex();
  const articles: Article[] = [...ARTICLES];
  await index.add(articles.flatMap((one) => passagesOf(one)));
  answerer = createAnswerer(index, new ListedArticles(() => articles), reader);
});

describe('examples', () => {
  test('are looked for once, until the collection changes or more are wanted', async () => {
    reader.outcome = says(9);
    const four = await answerer.examples(4);
    expect(four).toHaveLength(4);
    const read = reader.questions.size;
    reader.questions.clear();
    expect(await answerer.examples(4)).toEqual(four);
    expect(await answerer.examples(2)).toEqual(four.slice(0, 2));
    expect(reader.questions.size).toBe(0);
    await index.add(passagesOf(article('市集开张', ['周末市集有八十个摊位。'])));
    await answerer.examples(4);
    expect(reader.questions.size).toBe(read);
  });

  test('that come side by side are looked for together', async () => {
    reader.outcome = says(9);
    const [one, other] = await Promise.all([answerer.examples(3), answerer.examples(3)]);
    expect(other).toEqual(one);
    expect(reader.questions.size).toBe(3);
  });

  test('are none where nothing that is read answers, found out by three times as many at most', async () => {
    reader.outcome = says(-9);
    expect(await answerer.examples(2)).toEqual([]);
    expect(reader.questions.size).toBeLessThanOrEqual(6);
  });

  test.each([
    ['is busy', (): ReadOutcome => ({ kind: 'busy' })],
    ['fails', fails],
  ])('are what may be while the reader %s, and looked for again', async (_, outcome) => {
    reader.outcome = outcome;
    expect(await answerer.examples(2)).toHaveLength(2);
    reader.questions.clear();
    reader.outcome = says(9);
    expect(await answerer.examples(2)).toHaveLength(2);
    expect(reader.questions.size).toBe(2);
  });
});
