import { afterAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { ArticleShelf } from '../../src/retrieval/opensearch/article-shelf.js';
import { OpenSearchArticles } from '../../src/retrieval/opensearch/opensearch-articles.js';
import type { OpenSearchIndex } from '../../src/retrieval/opensearch/opensearch-index.js';
import { describeArticleStore } from '../retrieval/article-store.contract.js';
import { passageOf } from '../retrieval/passages.js';
import { dropIndex, emptyIndex, testCluster } from './test-cluster.js';

const cluster = testCluster();
const made: OpenSearchIndex[] = [];
afterAll(async () => {
  for (const index of made.splice(0)) await dropIndex(index);
});

async function storeIn(index: OpenSearchIndex): Promise<OpenSearchArticles> {
  const { passages, articles } = index.names;
  const store = OpenSearchArticles.of(cluster, passages, new ArticleShelf(cluster, articles));
  await store.look();
  return store;
}

describeArticleStore('OpenSearchArticles', async (articles: readonly Article[]) => {
  const index = await emptyIndex(cluster);
  made.push(index);
  await index.add(articles.flatMap((article) => passagesOf(article)));
  return storeIn(index);
});

describe('OpenSearchArticles', () => {
  it('tells that there are at least so many places where they overlap in more passages than it looks at', async () => {
    const index = await emptyIndex(cluster);
    made.push(index);
    const passages = Array.from({ length: 120 }, (_, i) => passageOf({ id: `laugh-${i}`, text: '哈哈哈哈' }));
    await index.add(passages);
    const { holdings, places, atLeast } = await (await storeIn(index)).exactly('哈哈', 3);
    expect(holdings).toHaveLength(3);
    // Two each in the hundred that were looked at, and one at least in each of the others.
    expect({ places, atLeast }).toEqual({ places: 220, atLeast: true });
  });

  it('looks again when it is told to', async () => {
    const index = await emptyIndex(cluster);
    made.push(index);
    const store = await storeIn(index);
    await index.add([passageOf({ id: 'a', title: '渡口停运', text: '渡口停运' })]);
    expect(store.overview.articles).toBe(0);
    await store.look();
    expect(store.overview).toMatchObject({ articles: 1, titles: ['渡口停运'] });
  });
});
