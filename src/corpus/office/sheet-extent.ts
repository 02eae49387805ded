import { ArchiveError } from '../archive/archive-error.js';

/** How many cells a sheet may have, empty ones within its extent too: each takes memory. */
export const MOST_CELLS = 2_000_000;

/** The address of a cell or the number of a row, wherever it stands: `r="C7"`, `r="7"`. */
const ADDRESS = /\sr\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu;
const PARTS = /^(\D{0,7})(\d{1,9})$/u;

/**
 * Makes sure that a sheet's cells do not lie so far apart that the empty ones between would fill the memory: two cells in
 * opposite corners make 17 billion.
 * @param xml text of the sheet
 * @throws ArchiveError
 */
export function checkExtent(xml: string): void {
  let [rows, columns] = [0, 1];
  for (const [, double, single] of xml.matchAll(ADDRESS)) {
    const address = double ?? single ?? '';
    const parts = PARTS.exec(address);
    if (parts) {
      rows = Math.max(rows, Number(parts[2]));
      columns = Math.max(columns, columnOf(parts[1]!));
    } else if (/[\d&]/u.test(address)) throw tooWide();
  }
  if (rows * columns > MOST_CELLS) throw tooWide();
}

/** Number of a column by its letters: A is 1, AA is 27. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function tooWide(): ArchiveError {
  const most = MOST_CELLS.toLocaleString('en');
  return new ArchiveError({
    problem: {
      en: `A sheet of it has more than ${most} cells, empty ones within its extent included.`,
      zh: `有一张表超过 ${most} 个单元格（范围内的空单元格也算）。`,
    },
    remedy: {
      en: 'Delete the rows and columns that are not needed, or save the sheet as .csv.',
      zh: '请删掉用不着的行和列，或把这张表另存为 .csv。',
    },
  });
}
