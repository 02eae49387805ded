/**
 * Numbers, dates and shares as whole terms in one spelling: 1.2万, 12,000 and 一万二千 are the same number,
 * 二〇二三年 and 2023年 the same year.
 */

export type NumberKind = 'number' | 'time' | 'share';

export interface NumberToken {
  /** UTF-16 units into the scanned text, half-open. */
  readonly start: number;
  readonly end: number;
  /** The canonical spelling: `12000`, `2023年`, `27.6%`. */
  readonly term: string;
  readonly kind: NumberKind;
}

const HAN_DIGIT = '〇○零一二两三四五六七八九';
const HAN_NUMERAL = `[${HAN_DIGIT}十百千]`;
const TIME_UNIT = '年代|年|月份|月|日|号|点|时|分|秒|世纪';
const ARABIC = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const MAGNITUDE = '万亿|千亿|百亿|十亿|千万|百万|十万|亿|万';

/** Runs on folded text, so that full-width digits and signs are plain here. */
const NUMBER = new RegExp(
  [
    `百分之(?<share>${ARABIC}|${HAN_NUMERAL}+(?:点[${HAN_DIGIT}]+)?)`,
    `(?<arabic>${ARABIC})(?<magnitude>${MAGNITUDE})?(?<sign>%|‰|个百分点)?(?<unit>${TIME_UNIT})?`,
    `(?<hanTime>${HAN_NUMERAL}+)(?<hanUnit>${TIME_UNIT})`,
    `(?<han>${HAN_NUMERAL}*[${HAN_DIGIT}十百千](?:${MAGNITUDE})(?:${HAN_NUMERAL}+)?|${HAN_NUMERAL}{2,})`,
  ].join('|'),
  'g',
);

/**
 * Finds the numbers of a text.
 * @param text folded text
 */
export function findNumbers(text: string): NumberToken[] {
  const found: NumberToken[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const token = canonical(match.groups ?? {});
    if (token) found.push({ start: match.index, end: match.index + match[0].length, ...token });
  }
  return found;
}

type Groups = Partial<Record<string, string>>;

function canonical(groups: Groups): Pick<NumberToken, 'term' | 'kind'> | undefined {
  if (groups.share !== undefined) return { term: `${plain(groups.share)}%`, kind: 'share' };
  if (groups.arabic !== undefined) return fromArabic(groups.arabic, groups);
  if (groups.hanTime !== undefined) {
    const value = hanValue(groups.hanTime);
    return value === undefined ? undefined : { term: value + timeUnit(groups.hanUnit ?? ''), kind: 'time' };
  }
  const value = hanNumber(groups.han ?? '');
  return value === undefined ? undefined : { term: value, kind: 'number' };
}

function fromArabic(digits: string, { magnitude, sign, unit }: Groups): Pick<NumberToken, 'term' | 'kind'> {
  const value = magnitude ? scaled(plain(digits), magnitude) : plain(digits);
  if (sign) return { term: value + (sign === '个百分点' ? '%' : sign), kind: 'share' };
  if (unit) return { term: value + timeUnit(unit), kind: 'time' };
  return { term: value, kind: 'number' };
}

/** A number without grouping commas and without zeros that say nothing. */
function plain(number: string): string {
  if (!/\d/.test(number)) {
    const [whole = '', fraction] = number.split('点');
    const tail = fraction === undefined ? '' : `.${digitsOf(fraction)}`;
    return (hanValue(whole) ?? whole) + tail;
  }
  const bare = number.replaceAll(',', '');
  return bare.includes('.') ? bare.replace(/\.?0+$/, '') : bare.replace(/^0+(?=\d)/, '');
}

/** Units that are written in several ways. */
function timeUnit(unit: string): string {
  if (unit === '号') return '日';
  if (unit === '月份') return '月';
  return unit === '时' ? '点' : unit;
}

const POWER: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** Moves the decimal point as far as the magnitude words say; exact, because it works on digits. */
function scaled(number: string, magnitude: string): string {
  let power = 0;
  for (const sign of magnitude) power += POWER[sign] ?? 0;
  const [whole = '0', fraction = ''] = number.split('.');
  const padded = fraction.padEnd(power, '0');
  const digits = (whole + padded.slice(0, power)).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(power).replace(/0+$/, '');
  return rest ? `${digits}.${rest}` : digits;
}

function digitsOf(numerals: string): string {
  return [...numerals].map((sign) => '0123456789'[hanDigit(sign)] ?? '').join('');
}

function hanDigit(sign: string): number {
  if (sign === '〇' || sign === '○' || sign === '零') return 0;
  if (sign === '两') return 2;
  return '零一二三四五六七八九'.indexOf(sign);
}

/** A numeral below ten thousand: 二〇二三 digit by digit, 二十三 by its place words. */
function hanValue(numerals: string): string | undefined {
  if (!/[十百千]/.test(numerals)) return digitsOf(numerals).replace(/^0+(?=\d)/, '') || undefined;
  let total = 0;
  let digit: number | undefined;
  for (const sign of numerals) {
    const power = POWER[sign];
    if (power === undefined) digit = hanDigit(sign);
    else {
      total += (digit ?? 1) * 10 ** power;
      digit = undefined;
    }
  }
  return String(total + (digit ?? 0));
}

/** A numeral with 万 or 亿 in it: 一万二千, 三千万, 两亿. */
function hanNumber(numerals: string): string | undefined {
  const match = /^(.*?)(万亿|千亿|百亿|十亿|千万|百万|十万|亿|万)(.*)$/.exec(numerals);
  if (!match) return hanValue(numerals);
  const [, head = '', magnitude = '', tail = ''] = match;
  const value = hanValue(head);
  if (value === undefined) return undefined;
  const high = scaled(value, magnitude);
  if (tail === '') return high;
  const low = hanValue(tail);
  return low === undefined ? high : String(Number(high) + Number(low));
}

const HAN_SIGNS = '〇一二三四五六七八九';

/**
 * Spellings in which a number may stand in a text, for finding it without reading every number there.
 * @param term a canonical spelling, as `findNumbers` gives it
 * @returns folded spellings, the canonical one first
 */
export function numberForms(term: string): string[] {
  const match = /^(\d+)(\.\d+)?(.*)$/.exec(term);
  if (!match) return [term];
  const [, whole = '', fraction = '', unit = ''] = match;
  const forms = [term];
  if (unit === '%')
    forms.push(`百分之${hanSmall(whole) ?? whole}${fraction ? `点${hanDigits(fraction.slice(1))}` : ''}`);
  if (unit === '年' && whole.length === 4)
    forms.push(
      `${hanDigits(whole)}年`,
      `${hanDigits(whole).replaceAll('〇', '○')}年`,
      `${hanDigits(whole).replaceAll('〇', '零')}年`,
    );
  const small = fraction === '' ? hanSmall(whole) : undefined;
  if (small !== undefined && unit !== '%') forms.push(small + unit);
  if (unit === '日') forms.push(`${whole}号`, ...(small === undefined ? [] : [`${small}号`]));
  if (unit === '点') forms.push(`${whole}时`, ...(small === undefined ? [] : [`${small}时`]));
  if (unit === '' && fraction === '') forms.push(...largeForms(whole));
  return [...new Set(forms)];
}

function largeForms(whole: string): string[] {
  if (whole.length < 4) return [];
  const forms = [whole.replace(/\B(?=(\d{3})+$)/g, ',')];
  for (const [sign, power] of [
    ['万', 4],
    ['亿', 8],
  ] as const) {
    if (whole.length <= power) continue;
    const rest = whole.slice(-power).replace(/0+$/, '');
    forms.push(`${whole.slice(0, -power)}${rest ? `.${rest}` : ''}${sign}`);
  }
  return forms;
}

function hanDigits(digits: string): string {
  return [...digits].map((digit) => HAN_SIGNS[Number(digit)] ?? digit).join('');
}

/** Numbers below a hundred in characters: 11 → 十一. */
function hanSmall(whole: string): string | undefined {
  const value = Number(whole);
  if (whole.length > 2 || value === 0) return undefined;
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : (HAN_SIGNS[value % 10] as string);
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : HAN_SIGNS[tens]}十${ones}`;
}
