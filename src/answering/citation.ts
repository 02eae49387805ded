import type { Passage } from '../corpus/article.js';
import type { Citation } from './answer.js';

/** What the source states of a passage; what it does not state is absent. */
export function citationOf({ id, article, lines }: Passage): Citation {
  const { publication, date, page, byline, author, url } = article;
  const by = byline ?? author;
  return {
    id,
    article: article.id,
    title: article.title,
    source: article.source,
    lines,
    ...(publication && { publication }),
    ...(date && { date }),
    ...(page && { page }),
    ...(by && { byline: by }),
    ...(url && { url }),
  };
}
