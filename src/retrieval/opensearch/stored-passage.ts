import type { Article, Passage } from '../../corpus/article.js';
import type { TakeTerm } from '../../language/terms.js';
import { digestOf } from '../content-hash.js';
import { eachTextTerm, eachTitleTerm } from '../indexed-terms.js';
import { MOST_FREQUENT } from '../inverted-index/posting-lists.js';
import { type ArticleFields, articleFields } from './article-fields.js';
import { type FilterFields, filterFields } from './filter-fields.js';

/** What of a passage is given back; its text and facts are the article's. */
export interface StoredPassage {
  readonly id: string;
  /** Name of the article, as `storedArticle` gives it. */
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly lines: readonly [first: number, last: number];
}

/** A passage as it is stored and found. */
export interface PassageDocument extends StoredPassage, FilterFields, ArticleFields {
  /** Its terms, a blank between two. */
  readonly text: string;
  /** Those of title and headings. */
  readonly title: string;
  /** How many different terms there are. */
  readonly textLength: number;
  readonly titleLength: number;
  /** `digestOf` the passage. */
  readonly digestLow: number;
  readonly digestHigh: number;
}

export function documentOf(passage: Passage, article: string): PassageDocument {
  const { id, start, end, lines } = passage;
  const text = fieldOf((take) => eachTextTerm(passage, take));
  const title = fieldOf((take) => eachTitleTerm(passage, take));
  const [digestLow, digestHigh] = digestOf(passage);
  return {
    id,
    article,
    start,
    end,
    lines,
    text: text.terms,
    title: title.terms,
    textLength: text.different,
    titleLength: title.different,
    digestLow,
    digestHigh,
    ...filterFields(passage),
    ...articleFields(passage),
  };
}

export function passageOf({ id, start, end, lines }: StoredPassage, article: Article): Passage {
  const [first, last] = lines;
  return { id, article, text: article.text.slice(start, end), start, end, lines: [first, last] };
}

/** A term as the index holds it: in one piece, since blanks part terms. */
export function indexedTerm(term: string): string {
  return term.replace(/\s/gu, '_');
}

/** Terms with as many occurrences of each as are counted. */
function fieldOf(each: (take: TakeTerm) => void): { readonly terms: string; readonly different: number } {
  const counts = new Map<string, number>();
  each((source, start, end) => {
    const term = indexedTerm(source.slice(start, end));
    counts.set(term, Math.min(MOST_FREQUENT, (counts.get(term) ?? 0) + 1));
  });
  const terms = [...counts].map(([term, count]) => Array.from({ length: count }, () => term).join(' '));
  return { terms: terms.join(' '), different: counts.size };
}
