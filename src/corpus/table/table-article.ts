import type { Article } from '../article.js';
import { composeText } from '../article-text.js';
import { shortHash } from '../identity.js';
import type { TableReading } from './table-drafts.js';

/**
 * The article that a table is; `undefined` for an empty one.
 * @param name what it is called where it has no title of its own
 * @param number tells tables of the same title apart
 */
export function articleOfTable(
  source: string,
  { title = '', drafts }: TableReading,
  name: string,
  number: (title: string) => number,
): Article | undefined {
  const [first, last] = [drafts[0], drafts.at(-1)];
  if (!first || !last) return undefined;
  const stated = title === '' ? name : title;
  return {
    id: shortHash(source, stated, String(number(stated))),
    source,
    title: stated,
    ...composeText(drafts),
    unit: 'row',
    lines: [first.lines[0], last.lines[1]],
  };
}
