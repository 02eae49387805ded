import type { Article, Passage } from '../../corpus/article.js';
import { passagesOf } from '../../corpus/passages.js';
import type { Range } from '../../language/range.js';
import type { OpenArticle } from '../answer.js';
import { citationOf } from './citation.js';

/** The whole article of a passage, opened at it. */
export function openAt(passage: Passage): OpenArticle {
  const passages = cuttingOf(passage.article);
  return {
    text: passage.article.text,
    passages,
    at: Math.max(
      0,
      passages.findIndex(({ end }) => end > passage.start),
    ),
    citation: citationOf(passage),
  };
}

/** Where the passages of an article stand, found out when one is first opened: whoever pages through it asks at every page. */
function cuttingOf(article: Article): readonly Range[] {
  const known = CUTTINGS.get(article);
  if (known) return known;
  const cutting = passagesOf(article).map(({ start, end }) => ({ start, end }));
  CUTTINGS.set(article, cutting);
  return cutting;
}

const CUTTINGS = new WeakMap<Article, readonly Range[]>();
