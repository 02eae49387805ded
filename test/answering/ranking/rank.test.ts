import { beforeAll, describe, expect, test } from 'vitest';
import type { Model } from '../../../src/answering/ranking/model.js';
import { PASSAGE_FEATURES } from '../../../src/answering/ranking/passage-features.js';
import { rank, readRanking } from '../../../src/answering/ranking/rank.js';
import { type Retrieved, retrieve } from '../../../src/answering/retrieving/retrieve.js';
import { passagesOf } from '../../../src/corpus/passages.js';
import { EmbeddedIndex } from '../../../src/retrieval/embedded-index.js';
import type { Candidate } from '../../../src/retrieval/passage-index.js';
import { article } from '../support.js';

/** A model that only looks at one feature. */
function only(name: (typeof PASSAGE_FEATURES)[number], sign = 1): Model {
  const column = PASSAGE_FEATURES.indexOf(name);
  return { score: (row, offset = 0) => sign * (row[offset + column] as number) };
}

const TITLES = ['一', '二', '三', '四', '五', '六'];

let retrieved: Retrieved;

beforeAll(async () => {
  const index = new EmbeddedIndex();
  await index.add(TITLES.flatMap((title) => passagesOf(article(title, ['渡口停运了，大桥通车。']))));
  const found = await retrieve(index, '渡口为什么停运');
  const titled = new Map(found.candidates.map((one) => [one.passage.article.title, one]));
  // Told apart by the search alone, in a known order.
  const candidates = TITLES.map((title, i) => ({ ...(titled.get(title) as Candidate), score: 6 - i }));
  retrieved = { ...found, candidates };
});

const titles = (model: Model): string[] =>
  rank(retrieved, model).map(({ candidate }) => candidate.passage.article.title);

describe('candidates are ranked', () => {
  test('by the model, all of them', () => {
    expect(titles(only('bm25'))).toEqual(TITLES);
    expect(titles(only('bm25', -1))).toEqual(TITLES.toReversed());
  });

  test('as the index has them where the model finds nothing to tell them apart by', () => {
    expect(titles({ score: () => 0 })).toEqual(TITLES);
  });

  test('with scores that fall from place to place, and the row that each is of', () => {
    const ranked = rank(retrieved, only('bm25', -1));
    expect(ranked.map(({ score }) => score)).toEqual(
      ranked.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    for (const { score, row, candidate } of ranked) {
      expect(row).toHaveLength(PASSAGE_FEATURES.length);
      expect(row[PASSAGE_FEATURES.indexOf('bm25')]).toBeCloseTo(candidate.score / 6, 6);
      expect(score).toBe(-(row[PASSAGE_FEATURES.indexOf('bm25')] as number));
    }
  });

  test('none where there are none', () => {
    expect(rank({ ...retrieved, candidates: [] }, only('bm25'))).toEqual([]);
  });
});

test('the model that comes with the code ranks what holds the words before what does not', async () => {
  const index = new EmbeddedIndex();
  const articles = [
    article('天气', ['渡口昨天下雨，大桥有雾。']),
    article('停运', ['青石渡口停运了，因为大桥通车。']),
    article('早市', ['停运的是早市，大桥没有。']),
  ];
  await index.add(articles.flatMap((one) => passagesOf(one)));
  const ranked = rank(await retrieve(index, '青石渡口为什么停运'), readRanking());
  expect(ranked[0]?.candidate.passage.article.title).toBe('停运');
});
