import { zipOf } from './archives.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A number with a format; a day or a time, as the number that Excel has for it. */
export interface Serial {
  readonly serial: number;
  /** Number of the style: 1 for a day, 2 for a time, from 3 on the workbook's own formats in their order. */
  readonly style: number;
}

export type Cell = string | number | boolean | Serial | undefined;

export interface SheetParts {
  readonly name: string;
  readonly rows?: readonly (readonly Cell[])[];
  readonly hidden?: boolean;
  /** Cells that are shown as one: `A1:B1`. */
  readonly merges?: readonly string[];
  /** XML within `sheetData` in place of rows. */
  readonly xml?: string;
}

/**
 * An Excel workbook.
 * @param formats of numbers: codes, or the numbers of those that Excel knows
 */
export function xlsxOf(
  sheets: readonly SheetParts[],
  formats: readonly (string | number)[] = [],
): Uint8Array {
  const list = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const relations = sheets.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return zipOf({
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONSHIPS}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}<Relationship Id="rId99" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}>${stylesXml(formats)}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows = [], merges = [], xml }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `${HEAD}<worksheet ${MAIN}><sheetData>${xml ?? rows.map(rowXml).join('')}</sheetData>${mergesXml(merges)}</worksheet>`,
      ]),
    ),
  });
}

/** Own formats are counted from 164 on. */
function stylesXml(formats: readonly (string | number)[]): string {
  const ids = formats.map((format, i) => (typeof format === 'number' ? format : 164 + i));
  const codes = formats.flatMap((format, i) =>
    typeof format === 'number' ? [] : `<numFmt numFmtId="${ids[i]}" formatCode="${escaped(format)}"/>`,
  );
  const styles = [0, 14, 20, ...ids].map((id) => `<xf numFmtId="${id}"/>`);
  return `<numFmts>${codes.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function mergesXml(merges: readonly string[]): string {
  if (merges.length === 0) return '';
  return `<mergeCells>${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
}

function rowXml(cells: readonly Cell[], index: number): string {
  const row = index + 1;
  const filled = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row}`));
  return `<row r="${row}">${filled.join('')}</row>`;
}

function cellXml(cell: Cell, address: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  return `<c r="${address}" s="${cell.style}"><v>${cell.serial}</v></c>`;
}
