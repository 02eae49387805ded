import { pinyin } from 'pinyin-pro';

/**
 * How Han characters sound, for questions that were dictated or typed by sound: 重庆 and 从庆 are near, 是 and 四
 * the same to many speakers. Tones and the pairs that accents merge are left out.
 */

const UNITS = 0x10000;
const UNKNOWN = 0;
/** Marks a unit that was asked for and has no sound. */
const SILENT = 0xffff;

/** Number of the syllable of each UTF-16 unit, 1 and up; `UNKNOWN` until it is asked for. */
const syllables = new Uint16Array(UNITS);
const numbers = new Map<string, number>();

/**
 * The syllables of a text.
 * @param folded a folded text
 * @returns one number a UTF-16 unit: equal numbers sound alike; 0 for what is no Han character
 */
export function soundsOf(folded: string): Uint16Array {
  const sounds = new Uint16Array(folded.length);
  for (let i = 0; i < folded.length; i++) sounds[i] = soundOf(folded.charCodeAt(i));
  return sounds;
}

/**
 * The syllable of a UTF-16 unit.
 * @param unit of a folded text
 * @returns as `soundsOf`
 */
export function soundOf(unit: number): number {
  const known = syllables[unit] as number;
  if (known !== UNKNOWN) return known === SILENT ? 0 : known;
  const number = computeSound(unit);
  syllables[unit] = number === 0 ? SILENT : number;
  return number;
}

function computeSound(unit: number): number {
  // Han characters of the basic plane; others are rare enough to go without.
  if (unit < 0x3400 || unit > 0x9fff) return 0;
  const syllable = pinyin(String.fromCharCode(unit), { toneType: 'none', nonZh: 'removed' });
  if (syllable === '') return 0;
  const merged = syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[lr]/, 'n')
    .replace(/^hui$/, 'fei')
    .replace(/^hun$/, 'fen')
    .replace(/^hu(?=[ao])/, 'f')
    .replace(/(?<=[aei])ng$/, 'n');
  const known = numbers.get(merged);
  if (known !== undefined) return known;
  numbers.set(merged, numbers.size + 1);
  return numbers.size;
}
