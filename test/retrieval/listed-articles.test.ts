import { expect, it } from 'vitest';
import { ListedArticles } from '../../src/retrieval/listed-articles.js';
import { describeArticleStore } from './article-store.contract.js';
import { passageOf } from './passages.js';

describeArticleStore('ListedArticles', async (articles) => new ListedArticles(() => articles));

it('tells of the articles that are held at the time', async () => {
  const [one, other] = ['渡口停运', '渡口恢复'].map(
    (title) => passageOf({ id: title, title, text: title }).article,
  );
  let articles = one ? [one] : [];
  const store = new ListedArticles(() => articles);
  const titles = async () => (await store.complete('渡口', 3)).map(({ title }) => title);
  expect([store.overview.articles, await titles()]).toEqual([1, ['渡口停运']]);
  articles = other ? [other] : [];
  expect([store.overview.titles, await titles()]).toEqual([['渡口恢复'], ['渡口恢复']]);
});
