import { describe, expect, test } from 'vitest';
import { type RankedPassage, rank } from '../../../src/answering/ranking/rank.js';
import { type ChosenWindow, chooseWindows } from '../../../src/answering/reading/choose-windows.js';
import { retrieve } from '../../../src/answering/retrieving/retrieve.js';
import type { Article } from '../../../src/corpus/article.js';
import { passagesOf } from '../../../src/corpus/passages.js';
import { EmbeddedIndex } from '../../../src/retrieval/embedded-index.js';
import { article } from '../support.js';

const LONG = '这一句话和别的都没有什么关系。'.repeat(20);
const FERRY = article('青石渡口', [LONG, '老秦说渡口明天停运。', LONG, '票价两元。']);
const OTHER = article('天气预报', ['明天渡口有雨。']);

/** Chooses of passages ranked as their articles are given, each this far behind the one before. */
async function chosen(
  articles: readonly Article[],
  question: string,
  { most = 5, step = 0.1 }: { readonly most?: number; readonly step?: number } = {},
): Promise<readonly ChosenWindow[]> {
  const index = new EmbeddedIndex();
  await index.add(articles.flatMap((one) => passagesOf(one)));
  const retrieved = await retrieve(index, question);
  const ranked: readonly RankedPassage[] = articles.flatMap((one, place) =>
    rank(retrieved, { score: () => -place * step }).filter(
      ({ candidate }) => candidate.passage.article.title === one.title,
    ),
  );
  const inOrder = ranked.map((one, place) => ({ ...one, score: 7 - place * step }));
  return chooseWindows(retrieved, inOrder, most);
}

const textOf = ({ passage, window }: ChosenWindow): string => passage.text.slice(window.start, window.end);

describe('the windows that are most worth reading come first', () => {
  test('those that hold the terms of the question', async () => {
    const [first, ...others] = await chosen([FERRY], '渡口什么时候停运');
    expect(textOf(first as ChosenWindow)).toContain('停运');
    expect(first?.held).toBeGreaterThan(0.9);
    expect(others.length).toBeGreaterThan(0);
    expect(others.at(-1)?.held).toBeLessThan(first?.held ?? 0);
  });

  test('of a passage that ranks far ahead rather than of others', async () => {
    const titles = async (step: number) =>
      (await chosen([FERRY, OTHER], '渡口有雨吗', { step })).map(({ passage }) => passage.article.title);
    expect((await titles(0.1))[0]).toBe('天气预报');
    expect((await titles(50))[0]).toBe('青石渡口');
  });

  test('another passage’s rather than a passage’s next that promises hardly more', async () => {
    const filling = LONG.slice(0, 195);
    const two = article('渡口', ['渡口今天停运。', filling, '渡口明天停运。']);
    const other = article('渡口之二', ['渡口后天停运。']);
    const titles = async (step: number) =>
      (await chosen([two, other], '渡口停运', { step }))
        .slice(0, 3)
        .map(({ passage }) => passage.article.title);
    expect(await titles(0.1)).toEqual(['渡口', '渡口之二', '渡口']);
    expect(await titles(3)).toEqual(['渡口', '渡口', '渡口之二']);
    const windows = await chosen([two, other], '渡口停运');
    const promises = windows.map(({ promise }) => promise);
    expect(promises).toEqual(promises.toSorted((a, b) => b - a));
  });

  test('no more than are wanted, none where nothing was found', async () => {
    expect(await chosen([FERRY, OTHER], '渡口停运', { most: 2 })).toHaveLength(2);
    expect(await chosen([], '渡口停运')).toEqual([]);
  });

  test('of the first eight passages', async () => {
    const many = Array.from({ length: 12 }, (_, n) => article(`渡口${n}`, [`渡口停运，第${n}天。`]));
    const windows = await chosen(many, '渡口停运', { most: 50 });
    expect(new Set(windows.map(({ place }) => place))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
  });
});

describe('a chosen window', () => {
  test('knows its passage’s place, how far that is behind, and what of the question it and the title hold', async () => {
    const ferry = article('青石渡口', [LONG, '票价两元。']);
    const windows = await chosen([ferry, OTHER], '青石渡口的票价', { step: 2 });
    const price = windows.find((one) => textOf(one).includes('票价')) as ChosenWindow;
    expect(price).toMatchObject({ place: 0, gap: 0 });
    expect(price.heldOrTitled).toBeGreaterThan(price.held);
    const weather = windows.find(({ passage }) => passage.article.title === '天气预报');
    expect(weather).toMatchObject({ place: 1, gap: -2 });
  });

  test('is read folded, with the title in front', async () => {
    const [first] = await chosen([article('青石渡口（ＡＢ）', ['渡口停運了，票價兩元。'])], '渡口停运');
    expect(first?.text).toEqual({
      context: '青石渡口（ab）',
      text: '青石渡口（ab）\n渡口停运了，票价两元。',
    });
  });

  test('of a passage that begins in the middle of a table has the header in front, too', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `| 第${row}号线 | 首班车六点${row}分 |`);
    const table = article('时刻表', ['| 线路 | 首班 |', '| --- | --- |', ...rows]);
    const windows = await chosen([table], '第59号线首班车', { most: 50 });
    const last = windows.find((one) => textOf(one).includes('59号线')) as ChosenWindow;
    expect(last.passage.start).toBeGreaterThan(0);
    expect(last.text.context).toBe('时刻表：| 线路 | 首班 |');
  });
});
