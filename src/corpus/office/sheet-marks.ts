import { columnOf } from './sheet-extent.js';

/** What a sheet's XML tells of its cells beside their values. */
export interface SheetMarks {
  /** Of the cells that have one of the forms looked for: row, column (both counted from 0), style; three numbers a cell. */
  readonly styled: readonly number[];
  readonly merges: readonly Merge[];
}

/** Cells that are shown as one: its text is that of the first. Rows and columns are counted from 0. */
export interface Merge {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

export const NO_MARKS: SheetMarks = { styled: [], merges: [] };

const MARK = /<(?:[\w.-]+:)?(c|mergeCell)\s([^>]*)>/gu;
const ADDRESS = /(?:^|\s)r\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']/u;
const STYLE = /(?:^|\s)s\s*=\s*["'](\d{1,6})["']/u;
/** Texts, truth values and faults have no form. */
const NO_NUMBER = /(?:^|\s)t\s*=\s*["'](?!n["'])/u;
const RANGE = /(?:^|\s)ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/u;

/**
 * @param xml text of the sheet
 * @param hasForm whether a style has a form, by its number
 */
export function marksOfSheet(xml: string, hasForm: (style: number) => boolean): SheetMarks {
  const styled: number[] = [];
  const merges: Merge[] = [];
  for (const [, name, attributes = ''] of xml.matchAll(MARK)) {
    if (name === 'mergeCell') merges.push(...mergeOf(attributes));
    else {
      const style = Number(STYLE.exec(attributes)?.[1] ?? 0);
      if (!hasForm(style) || NO_NUMBER.test(attributes)) continue;
      const address = ADDRESS.exec(attributes);
      if (address) styled.push(Number(address[2]) - 1, columnOf(address[1]!) - 1, style);
    }
  }
  return { styled, merges };
}

function mergeOf(attributes: string): Merge[] {
  const [, left = '', top, right = '', bottom] = RANGE.exec(attributes) ?? [];
  if (left === '') return [];
  return [
    {
      rows: [Number(top) - 1, Number(bottom) - 1],
      columns: [columnOf(left) - 1, columnOf(right) - 1],
    },
  ];
}
