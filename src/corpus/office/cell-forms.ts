import { scanXml } from '../xml/scan.js';
import { type DateForm, dateForm } from './date-form.js';
import { type NumberForm, numberForm } from './number-form.js';
import { shownNumber } from './shown-number.js';

/** How a cell shows its number, or the day or time that the number stands for. */
export interface CellForm {
  /** Absent where the format is not known. */
  readonly number?: NumberForm;
  readonly date: DateForm;
}

/**
 * Formats that have numbers and no code (ECMA-376 part 1, 18.8.30), as the mainland's Excel has them. The signs of currencies
 * are left out: they are those of whoever opens the file.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0;-#,##0',
  6: '#,##0;-#,##0',
  7: '#,##0.00;-#,##0.00',
  8: '#,##0.00;-#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '#,##0;-#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '#,##0.00;-#,##0.00;"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};
/** The same for formats that mean other things elsewhere: a month in the mainland, a day in Taiwan. */
const OF_MAINLAND: Readonly<Record<number, string>> = {
  27: 'yyyy年m月',
  28: 'm月d日',
  29: 'm月d日',
  30: 'm-d-yy',
  31: 'yyyy年m月d日',
  32: 'h时mm分',
  33: 'h时mm分ss秒',
  34: '上午/下午h时mm分',
  35: '上午/下午h时mm分ss秒',
  36: 'yyyy年m月',
  50: 'yyyy年m月',
  51: 'm月d日',
  52: 'yyyy年m月',
  53: 'm月d日',
  54: 'm月d日',
  55: '上午/下午h时mm分',
  56: '上午/下午h时mm分ss秒',
  57: 'yyyy年m月',
  58: 'm月d日',
};
/** The lists in `styles.xml` that tell of cells. */
const LISTS: ReadonlySet<string> = new Set(['numFmts', 'cellStyleXfs', 'cellXfs']);
/** The character sets that fonts are stated to be for, in the mainland and elsewhere. */
const [GB2312, ELSEWHERE] = ['134', ['128', '129', '136']];

/**
 * How cells are shown, by the numbers of their styles; `undefined` for what has no format.
 * @param styles text of `xl/styles.xml`; empty where there is none
 */
export function cellForms(styles: string): readonly (CellForm | undefined)[] {
  const { formats, codes, charsets } = readStyles(styles);
  const isMainland = charsets.has(GB2312) || !ELSEWHERE.some((charset) => charsets.has(charset));
  const known = new Map<string, CellForm>();
  return formats.map((format) => {
    const code = codes.get(format) ?? BUILT_IN[format] ?? (isMainland ? OF_MAINLAND[format] : undefined);
    if (code === undefined || /^(?:General|@)?$/iu.test(code)) return undefined;
    const form = known.get(code) ?? formOf(code);
    known.set(code, form);
    return form;
  });
}

function formOf(code: string): CellForm {
  const number = numberForm(code, shownNumber);
  return { date: dateForm(code), ...(number && { number }) };
}

interface Styles {
  /** Number of each style's format. */
  readonly formats: number[];
  /** The codes of formats that are the file's own, by their numbers. */
  readonly codes: ReadonlyMap<number, string>;
  readonly charsets: ReadonlySet<string>;
}

/** A style that states no format has that of the style that it is made from. What rules for colouring state is not the cells'. */
function readStyles(xml: string): Styles {
  const formats: number[] = [];
  const bases: number[] = [];
  const codes = new Map<number, string>();
  const charsets = new Set<string>();
  let list: string | undefined;
  for (const part of scanXml(xml)) {
    if (part.kind === 'close' && part.name === list) list = undefined;
    if (part.kind !== 'open') continue;
    const { name, attributes } = part;
    if (LISTS.has(name)) list = name;
    else if (name === 'charset') charsets.add(attributes.get('val') ?? '');
    else if (name === 'numFmt' && list === 'numFmts')
      codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    else if (name === 'xf' && list !== undefined) {
      const base = list === 'cellXfs' ? bases[Number(attributes.get('xfId'))] : undefined;
      (list === 'cellXfs' ? formats : bases).push(Number(attributes.get('numFmtId') ?? base ?? 0));
    }
  }
  return { formats, codes, charsets };
}
