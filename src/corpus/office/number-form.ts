import { type CodePiece, sectionsOfCode } from './number-code.js';

/** A number as its cell shows it; `undefined` where that cannot be told. */
export type NumberForm = (value: number) => string | undefined;

/** `Intl.NumberFormat` gives no more digits before the point and behind it. */
const [MOST_WHOLE, MOST_DECIMALS] = [21, 20];
/** A double holds so many digits; the last ones of a product are noise. */
const EXACT_DIGITS = 15;

/**
 * How a format shows numbers.
 * @param code of the format, as `styles.xml` has it
 * @param general how a number is shown that has no format
 * @returns `undefined` for a code that is not known
 */
export function numberForm(code: string, general: (value: number) => string): NumberForm | undefined {
  const sections = sectionsOfCode(code);
  if (!sections) return undefined;
  const writers = sections.map(({ pieces }) => writerOf(pieces, general));
  const isConditional = sections.some(({ holds }) => holds);
  return (value) => {
    if (isConditional && value < 0) return undefined;
    const at = isConditional
      ? sections.findIndex(({ holds }) => holds?.(value) ?? true)
      : sectionFor(value, sections.length);
    const written = writers[at]?.(Math.abs(value));
    if (written === undefined) return undefined;
    return `${value < 0 && at === 0 ? '-' : ''}${written.replace(/\s+/gu, ' ').trim()}`;
  };
}

/** The first section is for all numbers that none of the others is for: the second for negative ones, the third for zero. */
function sectionFor(value: number, count: number): number {
  if (value < 0) return Math.min(1, count - 1);
  return value === 0 && count > 2 ? 2 : 0;
}

/** What writes numbers of 0 and more in the form of a section; `undefined` for one that is not known. */
function writerOf(
  pieces: readonly CodePiece[],
  general: (value: number) => string,
): ((value: number) => string) | undefined {
  const places = placesOf(pieces);
  if (!places) return undefined;
  const { whole, decimals, power, isDivided } = places;
  const format = formatOf(pieces, places);
  const showsZero = whole.some((place) => isFilled(pieces[place]!));
  return (value) => {
    const [digits = '', fraction = ''] = written(value, power, format).split('.');
    const before = digits === '0' && !showsZero ? '' : digits;
    return pieces
      .map((piece, i) => {
        if (piece.kind === 'text') return piece.text;
        if (piece.kind === 'general') return general(value);
        if (piece.kind === 'percent') return '%';
        if (piece.kind === 'point') return fraction === '' ? '' : '.';
        if (i === decimals[0]) return fraction;
        const place = whole.indexOf(i);
        if (place < 0) return '';
        return isDivided ? digitAt(before, place, whole.length) : place === 0 ? before : '';
      })
      .join('');
  };
}

/** Where a section puts digits. */
interface Places {
  /** Numbers of the pieces that stand for digits before the point, and behind it. */
  readonly whole: readonly number[];
  readonly decimals: readonly number[];
  readonly isGrouped: boolean;
  /** Whether there is text between digits: `000-0000`. */
  readonly isDivided: boolean;
  /** By which power of ten the number is multiplied. */
  readonly power: number;
}

function placesOf(pieces: readonly CodePiece[]): Places | undefined {
  const numbersOf = (kind: CodePiece['kind']) => pieces.flatMap((piece, i) => (piece.kind === kind ? i : []));
  const [point = pieces.length, ...morePoints] = numbersOf('point');
  const digits = numbersOf('digit');
  const whole = digits.filter((place) => place < point);
  const decimals = digits.filter((place) => place > point);
  const commas = numbersOf('comma').filter((place) => place > (digits[0] ?? pieces.length));
  const grouping = commas.filter((place) => place < (whole.at(-1) ?? 0));
  const isDivided =
    whole.length > 0 && pieces.slice(whole[0], whole.at(-1)).some(({ kind }) => kind === 'text');
  const isKnown = morePoints.length === 0 && (whole.length > 0 || decimals.length === 0);
  const fits = whole.length <= MOST_WHOLE && decimals.length <= MOST_DECIMALS;
  if (!isKnown || !fits || (isDivided && grouping.length > 0)) return undefined;
  const power = 2 * numbersOf('percent').length - 3 * (commas.length - grouping.length);
  return { whole, decimals, isGrouped: grouping.length > 0, isDivided, power };
}

function formatOf(pieces: readonly CodePiece[], { whole, decimals, isGrouped }: Places): Intl.NumberFormat {
  const first = whole.findIndex((place) => isFilled(pieces[place]!));
  return new Intl.NumberFormat('en', {
    minimumIntegerDigits: Math.max(1, first < 0 ? 1 : whole.length - first),
    minimumFractionDigits: decimals.findLastIndex((place) => isFilled(pieces[place]!)) + 1,
    maximumFractionDigits: decimals.length,
    useGrouping: isGrouped,
  });
}

function isFilled(piece: CodePiece): boolean {
  return piece.kind === 'digit' && piece.isFilled;
}

/** Rounded as people round, not as the double is: 1.005 to two places is 1.01. */
function written(value: number, power: number, format: Intl.NumberFormat): string {
  const product = Number(value.toPrecision(EXACT_DIGITS)) * 10 ** power;
  return format.format(product.toPrecision(EXACT_DIGITS) as `${number}`);
}

/** What of a number's digits stands in a place, counted from the left: what has no place of its own stands in the first. */
function digitAt(digits: string, place: number, places: number): string {
  const at = digits.length - places + place;
  return place === 0 ? digits.slice(0, Math.max(0, at + 1)) : digits.charAt(at);
}
