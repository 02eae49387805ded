import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/corpus/article.js';
import type { ArticleShelf } from '../../../src/retrieval/opensearch/article-shelf.js';
import type { Cluster, ClusterRequest } from '../../../src/retrieval/opensearch/cluster.js';
import { OpenSearchIndex } from '../../../src/retrieval/opensearch/opensearch-index.js';
import { passageOf } from '../passages.js';

const { article } = passageOf({ id: 'bridge', text: '大桥明天封闭。' });
const NAMES = { passages: 'notices.passages', articles: 'notices.articles' };
const SHARDS = { timed_out: false, _shards: { failed: 0 } };
const TERMS = [{ term: '大桥', weight: 1 }];

/** What the cluster was asked, in short. */
let asked: string[];
/** Scores of what it finds, the highest first. */
let scores: number[];
/** Changes with the index. */
let digest: number;
let index: OpenSearchIndex;

/** Counts each term in one text, and gives as many passages as it is asked for. */
const cluster = {
  async ask({ path, lines, body }: ClusterRequest) {
    if (path.endsWith('_msearch')) {
      asked.push(lines?.length === 2 ? 'look' : 'look and count');
      const sums = Object.fromEntries(
        ['textLength', 'titleLength', 'digestLow', 'digestHigh'].map((name) => [name, { value: digest }]),
      );
      const counts = Object.fromEntries(
        ['text', 'title', 'both'].map((name) => [name, { buckets: [{ doc_count: 1 }] }]),
      );
      const each = lines?.filter((_, i) => i % 2 === 1) ?? [];
      const responses = each.map((_, i) => ({
        ...SHARDS,
        hits: { total: { value: 1_000 } },
        aggregations: i === 0 ? sums : counts,
      }));
      return { status: 200, body: { responses } };
    }
    const { size } = body as { readonly size: number };
    asked.push(`search for ${size}`);
    const hits = scores.slice(0, size).map((_score, i) => ({
      _score,
      _source: { id: `p${String(999 - i)}`, article: 'a', start: 0, end: 3, lines: [1, 1] },
    }));
    return { status: 200, body: { ...SHARDS, hits: { hits } } };
  },
} as unknown as Cluster;
const shelf = {
  take: async (refs: Iterable<string>) =>
    new Map(Array.from(refs, (ref): [string, Article] => [ref, article])),
} as unknown as ArticleShelf;

/** @param lookMs between two looks at what others changed */
async function open(lookMs: number): Promise<void> {
  index = await OpenSearchIndex.open(cluster, NAMES, { lookMs, shelf });
  asked = [];
}

const ids = async (limit: number): Promise<string[]> =>
  (await index.search(TERMS, limit)).candidates.map(({ passage: { id } }) => id);

beforeEach(() => {
  asked = [];
  digest = 7;
  scores = Array.from({ length: 400 }, (_, i) => 400 - i);
});
afterEach(() => index.close());

describe('a question that searches several times', () => {
  it('has the index looked at once, and its terms counted once', async () => {
    await open(60_000);
    await ids(32);
    await ids(32);
    await index.search(TERMS, 0);
    expect(asked).toEqual(['look and count', 'search for 48', 'search for 48']);
  });

  it('has terms counted that it has not searched for yet', async () => {
    await open(60_000);
    await index.search(TERMS, 0);
    await index.search([...TERMS, { term: '封闭', weight: 1 }], 0);
    expect(asked).toEqual(['look and count', 'look and count']);
  });

  it('has terms counted anew when the index has changed', async () => {
    await open(60_000);
    await index.search(TERMS, 0);
    digest = 8;
    await index.refresh();
    await index.search(TERMS, 0);
    expect(asked).toEqual(['look and count', 'look', 'look and count']);
  });

  it('has it looked at each time where it looks only when it is told to', async () => {
    await open(0);
    await index.search(TERMS, 0);
    await index.search(TERMS, 0);
    expect(asked).toEqual(['look and count', 'look']);
  });
});

describe('equals', () => {
  const count = ['look and count'];

  it('are few: what is asked for shows all that are as good as the last that is wanted', async () => {
    await open(60_000);
    scores.fill(365, 30, 40);
    expect((await ids(32)).slice(30)).toEqual(['p960', 'p961']);
    expect(asked).toEqual([...count, 'search for 48']);
  });

  it('are many: all that are scored are asked for, and those of the lowest ids taken', async () => {
    await open(60_000);
    scores.fill(300.5, 30, 100);
    expect((await ids(32)).slice(30)).toEqual(['p900', 'p901']);
    expect(asked).toEqual([...count, 'search for 48', 'search for 192']);
  });
});
