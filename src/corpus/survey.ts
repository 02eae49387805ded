import type { Article, Unreadable } from './article.js';

/** A collection in a line: what of it is served and what is not. */
export interface Survey {
  /** Files that articles came from. */
  readonly files: number;
  readonly articles: number;
  /** Files and folders of which nothing is served, though they were to be. */
  readonly leftOut: number;
  /** Dates of articles as they are stated, ISO 8601 where they were read as such; absent where none has one. */
  readonly dates?: { readonly first: string; readonly last: string };
}

/** Sums up what was read. */
export function surveyOf(articles: readonly Article[], unreadable: readonly Unreadable[]): Survey {
  const served = new Set(articles.map(({ source }) => source));
  const leftOut = new Set(unreadable.map(({ source }) => source).filter((source) => !served.has(source)));
  const dates = datesOf(articles);
  return {
    files: served.size,
    articles: articles.length,
    leftOut: leftOut.size,
    ...(dates && { dates }),
  };
}

/** The earliest and the latest date of articles. */
export function datesOf(articles: readonly Pick<Article, 'when' | 'date'>[]): Survey['dates'] {
  let first: string | undefined;
  let last: string | undefined;
  for (const { when, date } of articles) {
    const day = when ?? date;
    if (day === undefined) continue;
    if (first === undefined || day < first) first = day;
    if (last === undefined || day > last) last = day;
  }
  return first === undefined || last === undefined ? undefined : { first, last };
}
