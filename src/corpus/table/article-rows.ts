import { FieldNames } from '../json/field-names.js';
import { Records } from '../json/records.js';
import { failed, type MoreFound, type ReadOutcome, read } from '../reader.js';
import type { TableReading } from './table-drafts.js';
import type { TableRow } from './table-row.js';

/** Whether the columns are those of articles: a title and a text, or a question and an answer. */
export function isArticleList({ names }: TableReading): boolean {
  const stated = new FieldNames().stated(fieldsOf(names, names), () => true);
  return ('title' in stated && 'text' in stated) || ('question' in stated && 'answer' in stated);
}

/**
 * The articles of a table that has one a row.
 * @param format as it is told to people
 */
export function* readArticleRows(
  source: string,
  rows: readonly TableRow[],
  { names, header = 0 }: TableReading,
  format: string,
  more: MoreFound,
): Generator<ReadOutcome> {
  const records = new Records(source, false);
  const empty: number[] = [];
  for (const { number, cells } of rows) {
    if (number <= header || cells.every((cell) => cell.trim() === '')) continue;
    const article = records.articleOf(fieldsOf(names, cells), [number, number]);
    if (article === 'withheld') continue;
    if (article) yield read({ ...article, unit: 'row' });
    else empty.push(number);
  }
  if (empty.length > 0) yield withoutText(source, empty);
  yield* records.close(format, more);
}

/** Told once, however many rows it concerns. */
function withoutText(source: string, [first, ...others]: readonly number[]): ReadOutcome {
  const count = others.length;
  return failed(
    source,
    {
      problem: {
        en: `There is no text in row ${first}${count === 0 ? '' : ` (and ${count} more)`}.`,
        zh: `这一行没有正文${count === 0 ? '' : `（还有 ${count} 行也没有）`}。`,
      },
      remedy: { en: 'Write one, or remove the row.', zh: '请补上正文，或删掉这一行。' },
    },
    first,
  );
}

/** A row's cells by the names of their columns. */
function fieldsOf(names: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, column) => [name.trim(), cells[column] ?? '']));
}
