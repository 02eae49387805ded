import { describe, expect, test } from 'vitest';
import { type RankedPassage, rank, readRanking } from '../../../src/answering/ranking/rank.js';
import {
  bestWindowOf,
  inReadOrder,
  MOST_WINDOWS,
  type ReadWindow,
  readWindows,
  stretchInPassage,
} from '../../../src/answering/reading/read-windows.js';
import type { Reader, Reading } from '../../../src/answering/reading/reading.js';
import { type Retrieved, retrieve } from '../../../src/answering/retrieving/retrieve.js';
import { passagesOf } from '../../../src/corpus/passages.js';
import { EmbeddedIndex } from '../../../src/retrieval/embedded-index.js';
import { alone, article, FakeReader, SURE } from '../support.js';

const DAYS = ['一', '二', '三', '四', '五', '六', '七'];
const ARTICLES = DAYS.map((day) => article(`渡口之${day}`, [`星期${day}渡口停运。`]));

interface Found {
  readonly retrieved: Retrieved;
  readonly ranked: readonly RankedPassage[];
}

async function found(question = '渡口停运'): Promise<Found> {
  const index = new EmbeddedIndex();
  await index.add(ARTICLES.flatMap((one) => passagesOf(one)));
  const retrieved = await retrieve(index, question);
  return { retrieved, ranked: rank(retrieved, readRanking()) };
}

async function read(
  reader: Reader | undefined,
  { retrieved, ranked }: Found,
): Promise<readonly ReadWindow[]> {
  const outcome = await readWindows(reader, retrieved, ranked);
  if (outcome.kind !== 'read') throw new Error(outcome.why);
  return outcome.windows;
}

const titleOf = ({ candidate }: RankedPassage): string => candidate.passage.article.title;
/** The text of the window of the passage in a place. */
const textAt = ({ ranked }: Found, place: number): string =>
  (ranked[place] as RankedPassage).candidate.passage.text;

describe('windows', () => {
  test('are read in the order of their promise, so many at most, with the folded question', async () => {
    const reader = new FakeReader();
    const all = await found('渡口停運');
    await read(reader, all);
    expect(reader.asked).toHaveLength(1);
    expect(reader.asked[0]?.question).toBe('渡口停运');
    expect(reader.asked[0]?.windows.map(({ text }) => text)).toEqual(
      all.ranked.slice(0, MOST_WINDOWS).map(({ candidate }) => candidate.passage.text),
    );
  });

  test('come back the best first', async () => {
    const all = await found();
    const windows = await read(
      new FakeReader([
        { window: textAt(all, 2), answers: 1, stretch: '停运' },
        { window: textAt(all, 3), answers: 2, stretch: '停运' },
      ]),
      all,
    );
    expect(windows.map(({ place }) => place)).toEqual([3, 2, 0, 1]);
    expect(windows.map(({ worth }) => worth)).toEqual(
      windows.map(({ worth }) => worth).toSorted((a, b) => b - a),
    );
    expect(windows[0]?.reading.answers).toBe(2);
  });

  describe('are read no further once one', () => {
    // All promise nearly the same: they are of one form, and the ranking puts them close together.
    test.each<[what: string, answers: number, read: number]>([
      ['surely answers', SURE, 2],
      ['answers more surely than what is left promises', 3, 2],
      ['only perhaps answers: all that are usual are read', 0.5, 4],
      ['hardly answers: the same', -1, 4],
      ['does not answer, nor any other: one more is read', -SURE, 5],
    ])('%s', async (_, answers, read_) => {
      const all = await found();
      const reader = new FakeReader([{ window: textAt(all, 1), answers, stretch: '停运' }]);
      expect(await read(reader, all)).toHaveLength(read_);
    });

    test('answers well enough beside those that promise far less', async () => {
      const all = await found();
      const far = all.ranked.map((one, place) => ({ ...one, score: place < 2 ? one.score : one.score - 20 }));
      const reader = new FakeReader([{ window: textAt(all, 0), answers: 1, stretch: '停运' }]);
      const doubtful = new FakeReader([{ window: textAt(all, 0), answers: 0.5, stretch: '停运' }]);
      expect(await read(reader, { ...all, ranked: far })).toHaveLength(2);
      expect(await read(doubtful, { ...all, ranked: far })).toHaveLength(4);
    });
  });

  test('of nothing found are none, and the reader is not asked', async () => {
    const reader = new FakeReader();
    expect(await read(reader, await found('量子纠缠'))).toEqual([]);
    expect(reader.asked).toEqual([]);
  });
});

describe('nothing is read', () => {
  test.each<[why: string, reader: FakeReader | undefined, trouble: FakeReader['trouble']]>([
    ['off', undefined, undefined],
    ['busy', new FakeReader(), 'busy'],
    ['failed', new FakeReader(), 'fault'],
  ])('because the reader is %s', async (why, reader, trouble) => {
    if (reader) reader.trouble = trouble;
    const { retrieved, ranked } = await found();
    expect(await readWindows(reader, retrieved, ranked)).toEqual({ kind: 'unread', why });
  });

  test('but an error that is not the model’s is not hidden', async () => {
    const reader = new FakeReader();
    reader.trouble = new TypeError('a mistake');
    const { retrieved, ranked } = await found();
    await expect(readWindows(reader, retrieved, ranked)).rejects.toThrow('a mistake');
  });
});

describe('after reading', () => {
  test('the passages that were read come first, by their best window; the others keep their order', async () => {
    const all = await found();
    const windows = await read(
      new FakeReader([{ window: textAt(all, 3), answers: 2, stretch: '停运' }]),
      all,
    );
    const before = all.ranked.map(titleOf);
    const after = inReadOrder(all.ranked, windows).map(titleOf);
    expect(after).toEqual([3, 0, 1, 2, 4, 5, 6].map((place) => before[place]));
    expect(inReadOrder(all.ranked, [])).toEqual(all.ranked);
  });

  test('a passage has the best of its windows', async () => {
    const windows = await read(new FakeReader(), await found());
    const [one] = windows as [ReadWindow];
    const better = { ...one, worth: 9 };
    expect(bestWindowOf([better, ...windows], one.passage)).toBe(better);
    expect(bestWindowOf(windows.slice(1), one.passage)).toBeUndefined();
  });

  test('a stretch stands where its window does', () => {
    const of = alone('字'.repeat(300));
    const window = { start: 100, end: 200, header: '' };
    const reading = { answers: 0, lead: 0, share: 0, rival: 0 };
    const inIt = (stretch: Reading['stretch']) =>
      stretchInPassage({ passage: of, window, reading: { ...reading, stretch } });
    expect(inIt({ start: 3, end: 5 })).toEqual({ start: 103, end: 105 });
    expect(inIt(undefined)).toBeUndefined();
  });
});
