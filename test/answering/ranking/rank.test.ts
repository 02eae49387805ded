import { beforeAll, describe, expect, test } from 'vitest';
import { annotate } from '../../../src/answering/features/annotate.js';
import { EVIDENCE_FEATURES } from '../../../src/answering/features/evidence-features.js';
import type { Model } from '../../../src/answering/features/model.js';
import { PASSAGE_FEATURES } from '../../../src/answering/features/passage-features.js';
import { type RankingTools, rank, weighedFirst } from '../../../src/answering/ranking/rank.js';
import { type Retrieved, retrieve } from '../../../src/answering/retrieving/retrieve.js';
import { passagesOf } from '../../../src/corpus/passages.js';
import { EmbeddedIndex } from '../../../src/retrieval/embedded-index.js';
import type { Candidate } from '../../../src/retrieval/passage-index.js';
import { article } from '../support.js';

/** A model that only looks at one feature. */
function only(features: readonly string[], name: string, sign = 1): Model {
  const column = features.indexOf(name);
  return { means: [], score: (row, offset = 0) => sign * (row[offset + column] as number) };
}

const BM25 = only(PASSAGE_FEATURES, 'bm25');
const NONE: Model = { means: [], score: () => 0 };

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

const titles = (models: RankingTools['models']): string[] =>
  rank(retrieved, { models, annotate }).map(({ candidate }) => candidate.passage.article.title);

describe('candidates are ranked', () => {
  test('by the first model, where the second finds nothing to tell them apart by', () => {
    expect(titles({ passage: BM25, clause: NONE, evidence: NONE })).toEqual(TITLES);
  });

  test('and the first four once more by what is seen in their clauses; the others keep their places', () => {
    const farthestBehind = only(EVIDENCE_FEATURES, 'behind first', -1);
    expect(titles({ passage: BM25, clause: NONE, evidence: farthestBehind })).toEqual([
      '四',
      '三',
      '二',
      '一',
      '五',
      '六',
    ]);
  });

  test('with scores that fall from place to place', () => {
    const evidence = only(EVIDENCE_FEATURES, 'best clause: words');
    const scores = rank(retrieved, { models: { passage: BM25, clause: NONE, evidence }, annotate }).map(
      ({ score }) => score,
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBeGreaterThan(1);
  });

  test('none where there are none', () => {
    expect(
      rank(
        { ...retrieved, candidates: [] },
        { models: { passage: BM25, clause: NONE, evidence: NONE }, annotate },
      ),
    ).toEqual([]);
  });

  test('as training sees them: the first four in the order of the first model', () => {
    const seen = weighedFirst(retrieved, { passage: BM25, clause: NONE }, annotate);
    expect(seen.map(({ candidate }) => candidate.passage.article.title)).toEqual(TITLES.slice(0, 4));
    expect(seen.map(({ evidence }) => evidence.length)).toEqual(seen.map(() => EVIDENCE_FEATURES.length));
  });
});
