import { HAN_DIGIT, HAN_PLACE, readHan, scaled } from './numerals.js';

/**
 * Numbers, dates and shares as whole terms in one spelling: 1.2万, 12,000 and 一万二千 are the same number,
 * 二〇二三年 and 2023年 the same year. What is no one number (二三十, 三五成群) or none at all (十分高兴, 有一点)
 * is left to segmentation.
 */

export type NumberKind = 'number' | 'time' | 'share';

export interface NumberToken {
  /** UTF-16 units into the scanned text, half-open. */
  readonly start: number;
  readonly end: number;
  /** The canonical spelling: `12000`, `2023年`, `27.6%`, `8:30`, `1/3`. */
  readonly term: string;
  readonly kind: NumberKind;
}

const ARABIC = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const HAN = `[${HAN_DIGIT}${HAN_PLACE}]`;
/** No numeral is longer; the bound keeps a run of 百百百… from being tried from every sign to its end. */
const HAN_RUN = `${HAN}{1,24}`;
/** Begins with a digit or 十, so that 百 and 万 in 百姓 and 万一 are no numbers. */
const HAN_NUMBER = (least: number): string => `[${HAN_DIGIT}十]${HAN}{${least},23}`;
/** A fraction; of 三点一起 the 一 is none. */
const HAN_FRACTION = `点(?:(?!一)[${HAN_DIGIT}]|一(?=[倍米元公吨度级万亿岁厘亩]|[${HAN_DIGIT}]))[${HAN_DIGIT}]*`;
const ANY = `${ARABIC}|${HAN_RUN}(?:点[${HAN_DIGIT}]+)?`;
/** A thousand, but not the first half of a kilometre or kilogram. */
const THOUSAND = '千(?![米克瓦卡赫帕])';
const MAGNITUDE = `万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|${THOUSAND}`;
/** 号 after a number is a day, unless it counts lines, buildings and the like. */
const DAY_NUMBER = '号(?![线楼门院馆厅井坑桥机车房窗桌台店仓厂桩])';
const UNIT = `年代|年|月份|月|日|${DAY_NUMBER}|点|分(?!之)|秒|时|世纪`;

/**
 * Runs on folded text, so that full-width digits and signs are plain here, save ： and ，. Its groups, in the order in which
 * `canonical` names them, have no names: an object of all of them a match takes longer than finding it.
 */
const NUMBER = new RegExp(
  [
    `(${ANY})分之(${ANY})`,
    String.raw`(?<![\d/.])(\d{1,3}/\d{1,3})(?![\d/.])`,
    String.raw`(?<![\d:：.])([01]?\d|2[0-4])[:：]([0-5]\d)(?![\d:：])`,
    `(\\d{1,2}|[${HAN_DIGIT}十]{1,3})[点时](\\d{1,2}|[${HAN_DIGIT}十]{1,3})分(?!钟)`,
    `(${ARABIC})(?:(${MAGNITUDE})(\\d+(?:万|${THOUSAND}))?)?(%|‰|个百分点)?(${UNIT})?`,
    `(${HAN_RUN})(?!${HAN_FRACTION}(?![十刻]))(${UNIT})`,
    // A single sign alone is no number, and 一 is everywhere.
    `(${HAN_NUMBER(1)}(?:${HAN_FRACTION}(?:万亿|亿|万)?)?|${HAN_NUMBER(0)}${HAN_FRACTION}(?:万亿|亿|万)?)`,
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
    const [start, end] = [match.index, match.index + match[0].length];
    if (IDIOM.test(match[0]) && !tellsTime(text, start, end)) continue;
    const token = canonical(match);
    if (token) found.push({ start, end, ...token });
  }
  return found;
}

/** Words that look like times: very, a little, for a time. */
const IDIOM = /^(?:十分|一点|一时)$/;
const BEFORE_TIME = '点时午晨晚夜上';
const AFTER_TIME = /^(?:[钟半整许]|多钟|左右|一刻)/;

/** Whether what stands around says that a time is meant: 八点十分, 十分钟, 下午一点, 一点半. */
function tellsTime(text: string, start: number, end: number): boolean {
  return BEFORE_TIME.includes(text[start - 1] ?? ' ') || AFTER_TIME.test(text.slice(end, end + 2));
}

type Canonical = Pick<NumberToken, 'term' | 'kind'>;

function canonical(match: readonly (string | undefined)[]): Canonical | undefined {
  const [, below, above, ratio, hour, minute, spokenHour, spokenMinute, ...plain] = match;
  const [arabic, magnitude, lower, sign, unit, hanTime, hanUnit, han] = plain;
  if (below !== undefined && above !== undefined) return share(below, above);
  if (ratio !== undefined) return { term: ratio, kind: 'share' };
  if (hour !== undefined && minute !== undefined) return clock(hour, minute);
  if (spokenHour !== undefined && spokenMinute !== undefined) return clock(spokenHour, spokenMinute);
  if (arabic !== undefined) return fromArabic(arabic, { magnitude, lower, sign, unit });
  if (hanTime !== undefined) return fromHanTime(hanTime, hanUnit ?? '');
  return fromHan(han ?? '');
}

/** 百分之二十 → 20%, 千分之五 → 5‰, 三分之一 → 1/3. */
function share(below: string, above: string): Canonical | undefined {
  const part = read(above);
  const whole = below === '百' ? '100' : below === '千' ? '1000' : read(below);
  if (part === undefined || whole === undefined) return undefined;
  const sign = { 100: '%', 1000: '‰' }[whole];
  return { term: sign === undefined ? `${part}/${whole}` : part + sign, kind: 'share' };
}

function clock(hour: string, minute: string): Canonical | undefined {
  const [hours, minutes] = [Number(read(hour)), Number(read(minute))];
  if (!(hours <= 24 && minutes < 60)) return undefined;
  const term = minutes === 0 ? `${hours}点` : `${hours}:${String(minutes).padStart(2, '0')}`;
  return { term, kind: 'time' };
}

/** What may stand after digits. */
type ArabicParts = Record<'magnitude' | 'lower' | 'sign' | 'unit', string | undefined>;

function fromArabic(digits: string, { magnitude, lower, sign, unit }: ArabicParts): Canonical {
  if (sign)
    return { term: trimmed(value(digits, magnitude, lower)) + (sign === '‰' ? sign : '%'), kind: 'share' };
  if (unit) return { term: trimmed(value(digits, magnitude, lower)) + timeUnit(unit), kind: 'time' };
  return { term: value(digits, magnitude, lower), kind: 'number' };
}

/** The plain digits of 12,000 or 1亿5000万. Zeros stay where no magnitude is given: 007 and 2.0 mean something. */
function value(digits: string, magnitude = '', lower = ''): string {
  const bare = digits.replaceAll(',', '');
  if (magnitude === '') return bare;
  const high = scaled(bare, magnitude);
  if (lower === '') return high;
  const [, low = '0', place = ''] = /^(\d+)(.)$/.exec(lower) ?? [];
  return String(Number(high) + Number(scaled(low, place)));
}

/** Without zeros that say nothing: 05月 is 5月, 20.50% is 20.5%. */
function trimmed(number: string): string {
  const bare = number.replace(/^0+(?=\d)/, '');
  return bare.includes('.') ? bare.replace(/\.?0+$/, '') : bare;
}

function fromHanTime(numeral: string, unit: string): Canonical | undefined {
  if (isApproximate(numeral) && !unit.startsWith('年')) return undefined;
  const number = readHan(numeral);
  return number === undefined ? undefined : { term: trimmed(number) + timeUnit(unit), kind: 'time' };
}

function fromHan(numeral: string): Canonical | undefined {
  if (isApproximate(numeral)) return undefined;
  const [, number = '', magnitude = ''] = /^(.*点.*?)(万亿|亿|万)?$/.exec(numeral) ?? [];
  const digits = readHan(number === '' ? numeral : number);
  if (digits === undefined) return undefined;
  return { term: magnitude === '' ? digits : scaled(digits, magnitude), kind: 'number' };
}

/** Two digits side by side are a guess (三五个, 七八月) or a name (五一), not a number. */
function isApproximate(numeral: string): boolean {
  return new RegExp(`^[${HAN_DIGIT}]{2}$`).test(numeral);
}

/** Digits of a number in either script. */
function read(number: string): string | undefined {
  return /\d/.test(number) ? trimmed(number.replaceAll(',', '')) : readHan(number);
}

/** Units that are written in several ways. */
function timeUnit(unit: string): string {
  if (unit === '号') return '日';
  if (unit === '月份') return '月';
  return unit === '时' ? '点' : unit;
}
