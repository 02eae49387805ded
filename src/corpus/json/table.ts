import type { Article } from '../article.js';
import { composeText } from '../article-text.js';
import type { BlockDraft } from '../block-draft.js';
import { shortHash } from '../identity.js';
import { nameOf } from '../source-name.js';
import { headerRow, labelledRow } from '../structure/labelled-row.js';
import type { Fields } from './field-names.js';
import { isObject } from './records.js';

/** An object of a list, with the name that it has where the list is an object, and its lines in the file. */
export interface ListedObject {
  readonly key?: string;
  readonly fields: Fields;
  readonly lines: readonly [first: number, last: number];
}

/** How deep values are looked for in an object: `{"地址": {"区": "…"}}` has one at 2. */
const DEEPEST = 2;
/** More columns are no table that people read. */
const MOST_COLUMNS = 40;
const HAN = /\p{Script=Han}/u;

/**
 * Whether an object could be a row of a table for people: it has two values at least, Chinese among names or values, and no list
 * of objects.
 */
export function isRow({ key = '', fields }: ListedObject): boolean {
  const isSection = Object.values(fields).some((value) => Array.isArray(value) && value.some(isObject));
  if (isSection) return false;
  const cells = cellsOf(fields);
  const words = [key, ...[...cells].flat()];
  return cells.size >= 2 && words.some((word) => HAN.test(word));
}

/**
 * The article that a list of objects without a text is: a row an object, a column a name.
 * @returns `undefined` where there are more columns than people read
 */
export function articleOfObjects(source: string, objects: readonly ListedObject[]): Article | undefined {
  const rows = objects.map(({ key, fields, lines }) => ({ key, cells: cellsOf(fields), lines }));
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  if (columns.length > MOST_COLUMNS) return undefined;
  const isNamed = rows.some(({ key }) => key !== undefined);
  const names = isNamed ? ['', ...columns] : columns;
  const first = rows[0]?.lines[0] ?? 1;
  const drafts = rows.flatMap(({ key = '', cells, lines }): BlockDraft[] => {
    const values = columns.map((column) => cells.get(column) ?? '');
    const labelled = labelledRow(names, isNamed ? [key, ...values] : values);
    return labelled ? [{ role: 'row', lines, ...labelled }] : [];
  });
  const header: BlockDraft = { role: 'header', text: headerRow(names), lines: [first, first] };
  const title = nameOf(source);
  return {
    id: shortHash(source, title),
    source,
    title,
    ...composeText([header, ...drafts]),
    lines: [first, rows.at(-1)?.lines[1] ?? first],
  };
}

/** The values of an object by their names, those within others behind theirs: `地址 区`. */
function cellsOf(fields: Fields, before = '', depth = 1): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(fields)) {
    const column = `${before}${name.trim()}`;
    if (isObject(value) && depth < DEEPEST)
      for (const [inner, cell] of cellsOf(value, `${column} `, depth + 1)) cells.set(inner, cell);
    const cell = cellOf(value);
    if (cell !== '') cells.set(column, cell);
  }
  return cells;
}

/** A value as people read it in a cell; a list of such as one. */
function cellOf(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(cellOf)
      .filter((cell) => cell !== '')
      .join('、');
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}
