import type { Range } from '../../language/range.js';
import type { BlockDraft } from '../block-draft.js';

/** Between a column's name and its cell, and between two cells. */
const [AFTER_NAME, BETWEEN] = ['：', ' · '];

/**
 * A row of a table in a line, each cell with its column's name in front: `票种：儿童票 · 票价：20元`. Bare cells say nothing
 * to a reader, wherever the header stands.
 * @param names of the columns, as the header has them; `undefined` or empty where a column has none
 * @param cells of the row; empty ones are passed over
 * @returns the text, and what of it is not the row's own, in UTF-16 units into it; `undefined` where all cells are empty
 */
export function labelledRow(
  names: readonly (string | undefined)[],
  cells: readonly string[],
): Pick<BlockDraft, 'text' | 'added'> | undefined {
  let text = '';
  const added: Range[] = [];
  for (const [column, raw] of cells.entries()) {
    const cell = oneLine(raw);
    if (cell === '') continue;
    const name = oneLine(names[column] ?? '');
    const before = `${text === '' ? '' : BETWEEN}${name === '' || name === cell ? '' : name + AFTER_NAME}`;
    if (before !== '') added.push({ start: text.length, end: text.length + before.length });
    text += before + cell;
  }
  if (text === '') return undefined;
  return { text, ...(added.length > 0 && { added }) };
}

/**
 * The column's name in what stands before a cell; empty where the column has none.
 * @param added as `labelledRow` has put it there
 */
export function nameBefore(added: string): string {
  const name = added.startsWith(BETWEEN) ? added.slice(BETWEEN.length) : added;
  return name.endsWith(AFTER_NAME) ? name.slice(0, -AFTER_NAME.length) : name;
}

/** The names of the columns in a line. */
export function headerRow(names: readonly string[]): string {
  return names
    .map(oneLine)
    .filter((name) => name !== '')
    .join(BETWEEN);
}

/** The names of the columns in a line, and what stands between them; `undefined` where all are empty. */
export function labelledHeader(names: readonly string[]): Pick<BlockDraft, 'text' | 'added'> | undefined {
  return labelledRow([], names);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
