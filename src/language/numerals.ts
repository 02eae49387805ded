/** Numerals in Han characters: by place (一百二十三), digit by digit (二〇二三), with a fraction (二点五). */

/** Every sign for a digit; folding has made 兩 and 萬 plain by the time these are read. */
export const HAN_DIGIT = '〇○零一二两三四五六七八九';
/** Words that stand for a place: ten, a hundred, a thousand, ten thousand, a hundred million. */
export const HAN_PLACE = '十百千万亿';

const POWER: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/**
 * Reads a numeral.
 * @param numeral signs of `HAN_DIGIT` and `HAN_PLACE`, with 点 before a fraction
 * @returns its Arabic digits; `undefined` for what gives no one number (二三十, 百千)
 */
export function readHan(numeral: string): string | undefined {
  const [whole = '', fraction] = numeral.split('点');
  const value = hasPlaces(whole) ? readPlaces(whole) : readDigits(whole);
  if (value === undefined || fraction === undefined) return value;
  return `${value}.${readDigits(fraction)}`;
}

/**
 * Writes a number by place.
 * @param digits Arabic digits without a leading zero
 * @returns the usual spellings, 两 besides 二 where both are used; none from 10^12 on
 */
export function writeHan(digits: string): string[] {
  const value = Number(digits);
  if (value >= 1e12) return [];
  const plain = written(value).replace(/^一十/, '十');
  const spoken = plain.replace(/二(?=[千万亿])/g, '两').replace(/^二百/, '两百');
  return spoken === plain ? [plain] : [plain, spoken];
}

/** Writes a number digit by digit, as years and fractions are: 2023 → 二〇二三. */
export function writeDigits(digits: string, zero = '〇'): string {
  return [...digits].map((digit) => (digit === '0' ? zero : '零一二三四五六七八九'[Number(digit)])).join('');
}

/** Moves the decimal point as far as the magnitude says (万 four places); exact, because it works on digits. */
export function scaled(number: string, magnitude: string): string {
  let power = 0;
  for (const sign of magnitude) power += POWER[sign] ?? 0;
  const [whole = '0', fraction = ''] = number.split('.');
  const padded = fraction.padEnd(power, '0');
  const digits = (whole + padded.slice(0, power)).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(power).replace(/0+$/, '');
  return rest ? `${digits}.${rest}` : digits;
}

function hasPlaces(numeral: string): boolean {
  return [...numeral].some((sign) => sign in POWER);
}

function readDigits(numeral: string): string {
  return [...numeral].map((sign) => digitOf(sign)).join('');
}

function digitOf(sign: string): number {
  if (sign === '两') return 2;
  return Math.max(0, '零一二三四五六七八九'.indexOf(sign));
}

function readPlaces(numeral: string): string | undefined {
  const value = readLarge(numeral);
  return value !== undefined && Number.isSafeInteger(value) ? String(value) : undefined;
}

/** Splits at the largest unit there is: 三千万亿 is 三千万 times 亿. */
function readLarge(numeral: string): number | undefined {
  for (const unit of ['亿', '万'] as const) {
    const at = numeral.lastIndexOf(unit);
    if (at < 0) continue;
    const [head, tail] = [numeral.slice(0, at), numeral.slice(at + 1)];
    const size = 10 ** (POWER[unit] as number);
    const high = head === '' ? 1 : readLarge(head);
    const low = readRest(tail, size);
    return high === undefined || low === undefined ? undefined : high * size + low;
  }
  return readSmall(numeral);
}

/** What follows a place word: after 一万, 二 is two thousand, and 零二 is two. */
function readRest(rest: string, place: number): number | undefined {
  if (rest === '') return 0;
  if (rest.length === 1 && place > 10 && !(rest in POWER)) return (digitOf(rest) * place) / 10;
  return readLarge(rest);
}

/** A numeral below ten thousand. Its places fall from left to right; only 十 may go without a digit. */
function readSmall(numeral: string): number | undefined {
  const signs = numeral.replace(/^[零〇○]+/, '');
  if (signs === '') return 0;
  const second = signs[1];
  const place = POWER[signs[0] as string] ?? (second === undefined ? undefined : POWER[second]);
  if (place === undefined) return signs.length === 1 ? digitOf(signs) : undefined;
  const bare = (signs[0] as string) in POWER;
  if (bare && place > 1 && signs.length > 1) return undefined;
  const size = 10 ** place;
  const low = readRest(signs.slice(bare ? 1 : 2), size);
  if (low === undefined || low >= size) return undefined;
  return (bare ? 1 : digitOf(signs[0] as string)) * size + low;
}

function written(value: number): string {
  if (value < 10) return '零一二三四五六七八九'[value] as string;
  const [sign, power] = PLACES.find(([, place]) => value >= 10 ** place) as (typeof PLACES)[number];
  const size = 10 ** power;
  const rest = value % size;
  const head = written(Math.floor(value / size)) + sign;
  if (rest === 0) return head;
  return head + (rest < size / 10 ? '零' : '') + written(rest);
}

const PLACES = [
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
  ['十', 1],
] as const;
