import readXlsxFile from 'read-excel-file/universal';
import { ArchiveError, SAVE_ANEW } from '../archive/archive-error.js';
import { repacked, xmlOf } from '../archive/parts.js';
import type { Archive } from '../archive/unpack.js';
import type { Fault } from '../fault.js';
import { createNumbering } from '../identity.js';
import { failed, found, type ReadContext, type ReadOutcome, read } from '../reader.js';
import { nameOf } from '../source-name.js';
import { isArticleList, readArticleRows } from '../table/article-rows.js';
import { articleOfTable } from '../table/table-article.js';
import { readTable } from '../table/table-drafts.js';
import type { TableRow } from '../table/table-row.js';
import { type CellForm, cellForms } from './cell-forms.js';
import { withMerges } from './merged-cells.js';
import { openOfficeFile } from './office-file.js';
import { checkExtent } from './sheet-extent.js';
import { marksOfSheet, NO_MARKS, type SheetMarks } from './sheet-marks.js';
import { type CellValue, shownCell } from './shown-cell.js';
import { listedSheets } from './workbook.js';

/** How large the XML of a workbook may be; bytes. A row of ten cells takes some 400. */
const MOST_XML_BYTES = 32 * 1024 * 1024;
const MOST_WORKBOOK_BYTES = 1024 * 1024;
const FORMAT = 'Excel workbook';
/** What holds cells, and what tells of their form. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/[^/]*\.rels|xl\/(?:_rels\/|worksheets\/)?[^/]*\.(?:xml|xml\.rels))$/u;
const SHEET = /^xl\/worksheets\/[^/]*\.xml$/u;
/** The names that programs give to sheets. */
const NAMED_BY_PROGRAM = /^(?:sheet|工作表|表)\s*\d*$/iu;
const DAMAGED: Fault = {
  problem: {
    en: 'It cannot be read as an Excel workbook: parts of it are missing or damaged.',
    zh: '读不了这份 Excel 工作簿：有缺失或损坏的部分。',
  },
  remedy: SAVE_ANEW,
};

interface Sheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

/** Reads an Excel workbook (`Reader`): each sheet that is not hidden is an article of rows. */
export async function* readXlsx(
  source: string,
  bytes: Uint8Array,
  { allowance }: ReadContext,
): AsyncGenerator<ReadOutcome> {
  try {
    const sheets = await sheetsOf(openOfficeFile(bytes, '.xlsx', allowance));
    yield* readSheets(source, sheets);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    yield failed(source, error);
  }
}

/** A sheet whose rows are articles is read so where it is the only one. */
function* readSheets(source: string, sheets: readonly Sheet[]): Generator<ReadOutcome> {
  const tables = sheets.map(({ name, rows }) => ({ name, rows, table: readTable(rows) }));
  const [first, ...others] = tables.filter(({ table }) => table.drafts.length > 0);
  if (first && others.length === 0 && isArticleList(first.table)) {
    yield* readArticleRows(source, first.rows, first.table, FORMAT, {});
    return;
  }
  yield found(FORMAT);
  const number = createNumbering();
  for (const { name, table } of tables) {
    const title = NAMED_BY_PROGRAM.test(name) ? nameOf(source) : name;
    const article = articleOfTable(source, table, title, number);
    if (article) yield read(article);
  }
}

async function sheetsOf(archive: Archive): Promise<Sheet[]> {
  const forms = cellForms(xmlOf(archive, 'xl/styles.xml', MOST_XML_BYTES));
  const marks = new Map<string, SheetMarks>();
  const workbook = repacked(
    archive,
    (name) => PARTS.test(name),
    MOST_XML_BYTES,
    (name, text) => {
      if (!SHEET.test(name)) return;
      checkExtent(text);
      marks.set(
        name,
        marksOfSheet(text, (style) => forms[style] !== undefined),
      );
    },
  );
  const listed = listedSheets(
    xmlOf(archive, 'xl/workbook.xml', MOST_WORKBOOK_BYTES),
    xmlOf(archive, 'xl/_rels/workbook.xml.rels', MOST_WORKBOOK_BYTES),
  );
  const sheets = await readWorkbook(workbook);
  return sheets.flatMap(({ sheet, data }, i) => {
    const { file = '', isHidden = false } = listed[i] ?? {};
    return isHidden ? [] : { name: sheet, rows: rowsOf(data, marks.get(file) ?? NO_MARKS, forms) };
  });
}

function rowsOf(
  data: readonly (readonly CellValue[])[],
  { styled, merges }: SheetMarks,
  forms: readonly (CellForm | undefined)[],
): TableRow[] {
  const shown = data.map((cells) => cells.map((cell) => shownCell(cell)));
  for (let i = 0; i < styled.length; i += 3) {
    const [row, column, style] = styled.slice(i, i + 3) as [number, number, number];
    const cell = data[row]?.[column];
    if (cell !== undefined) shown[row]![column] = shownCell(cell, forms[style]);
  }
  return withMerges(shown, merges);
}

/** What the package makes of it, whose types call a `Date` by another name. */
async function readWorkbook(
  workbook: Uint8Array,
): Promise<readonly { readonly sheet: string; readonly data: readonly (readonly CellValue[])[] }[]> {
  try {
    const sheets: unknown = await readXlsxFile(new Uint8Array(workbook).buffer);
    return sheets as Awaited<ReturnType<typeof readWorkbook>>;
  } catch (error) {
    throw new ArchiveError(DAMAGED, { cause: error });
  }
}
