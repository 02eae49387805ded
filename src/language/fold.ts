import tsCharacters from 'opencc-js/dict/TSCharacters';

/**
 * Folding makes spellings of the same word equal: compatibility forms (NFKC: full-width letters and digits,
 * half-width kana), case, and Traditional characters. It works on one UTF-16 unit at a time and keeps the length,
 * so that every offset into the folded text is an offset into the source.
 */

/** Variants that OpenCC keeps apart although writers use them for the same word. */
const ALSO_EQUAL: readonly (readonly [from: string, to: string])[] = [
  ['妳', '你'],
  ['牠', '它'],
  ['祂', '它'],
  ['囘', '回'],
];

/**
 * Left as they are although NFKC has a form of one unit for them. Full-width signs: `11，199` are two numbers,
 * `11,199` is one. Numbers of items and footnotes: folded, `①2023年` would be the year 12023.
 */
const KEPT = /[，；：？！（）①-⑨⓪⁰¹²³⁴-⁹]/;

const UNITS = 0x10000;
/** Folded unit for each UTF-16 unit; 0 where it has not been asked for yet. */
const folded = new Uint16Array(UNITS);
const simplified = new Map<string, string>();

for (const entry of tsCharacters.split('|')) {
  const [traditional, first] = entry.split(' ') as [string, string];
  if (traditional.length === 1 && first.length === 1) simplified.set(traditional, first);
}
for (const [from, to] of ALSO_EQUAL) simplified.set(from, to);

/**
 * Folds a text for comparison.
 * @param text any text; lone surrogates are allowed
 * @returns a text of exactly the same length in UTF-16 units
 */
export function fold(text: string): string {
  return fromUnits(foldedUnits(text));
}

/** As `fold`, as UTF-16 units: for what looks at each of them. */
export function foldedUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = foldUnit(text.charCodeAt(i));
  return units;
}

/** The UTF-16 units of a text as they are. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

let spellings: ReadonlyMap<number, readonly number[]> | undefined;

/** The UTF-16 units that fold to this one, itself among them where it folds to itself. */
export function unfolded(unit: number): readonly number[] {
  spellings ??= listSpellings();
  return spellings.get(unit) ?? [unit];
}

/** Units that fold to themselves alone, nearly all of them, are left out. */
function listSpellings(): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  for (let unit = 0; unit < UNITS; unit++) {
    const to = foldUnit(unit);
    if (to === unit) continue;
    const list = lists.get(to);
    if (list) list.push(unit);
    else lists.set(to, foldUnit(to) === to ? [to, unit] : [unit]);
  }
  return lists;
}

/** Folds one UTF-16 unit. A form that folds to more or fewer units (㎡, ½) stays as it is. */
function foldUnit(unit: number): number {
  const known = folded[unit] as number;
  if (known !== 0) return known;
  const result = computeFold(unit);
  folded[unit] = result;
  return result;
}

function computeFold(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const source = String.fromCharCode(unit);
  if (KEPT.test(source)) return unit;
  const compatible = source.normalize('NFKC').toLowerCase();
  const plain = compatible.length === 1 ? compatible : source;
  const simple = simplified.get(plain) ?? plain;
  // One simplified form (苧 of 薴) is the traditional form of another; folding twice must change nothing.
  return (simplified.get(simple) ?? simple).charCodeAt(0);
}

/** `String.fromCharCode` takes its units as arguments, and engines limit their number. */
const CHUNK = 8192;

/** The text of UTF-16 units. */
export function fromUnits(units: Uint16Array): string {
  if (units.length <= CHUNK) return String.fromCharCode.apply(null, units as unknown as number[]);
  let text = '';
  for (let i = 0; i < units.length; i += CHUNK) {
    text += String.fromCharCode.apply(null, units.subarray(i, i + CHUNK) as unknown as number[]);
  }
  return text;
}
