import type { BlockDraft } from '../block-draft.js';
import { headerRow, labelledRow } from '../structure/labelled-row.js';
import type { CellRow } from './tables.js';

/** Names of columns are shorter; UTF-16 units. */
const LONGEST_NAME = 20;

/** The blocks of a table: its header, where there surely is one, and its rows, each a line with the names of the columns. */
export function tableDrafts(rows: readonly CellRow[]): BlockDraft[] {
  const [first, ...others] = rows;
  if (!first) return [];
  const named = isHeader(first, others);
  const header: BlockDraft = {
    role: 'header',
    text: headerRow(first.cells),
    lines: [first.page, first.page],
  };
  return [
    ...(named ? [header] : []),
    ...(named ? others : rows).flatMap(({ cells, page }): BlockDraft[] => {
      const row = labelledRow(named ? first.cells : [], cells);
      return row ? [{ role: 'row', lines: [page, page], ...row }] : [];
    }),
  ];
}

/** A header has a name for every column, and no figures where the rows have them: words above words may be a row, too. */
function isHeader({ cells }: CellRow, rows: readonly CellRow[]): boolean {
  const named = cells.every(
    (cell) => cell !== '' && cell.length <= LONGEST_NAME && !/[。；！？]$/u.test(cell),
  );
  return (
    named &&
    cells.some((cell, column) => !hasFigure(cell) && rows.every((row) => hasFigure(row.cells[column]!)))
  );
}

function hasFigure(cell: string): boolean {
  return /\d/u.test(cell);
}
