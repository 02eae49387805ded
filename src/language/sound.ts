import { pinyin } from 'pinyin-pro';

/**
 * How Han characters sound, for questions that were dictated or typed by sound: 重庆 and 从庆 are near, 是 and 四
 * the same to many speakers. Tones and the pairs that accents merge are left out.
 */

const UNITS = 0x10000;
/** Start of Unicode's private use area: 6,400 units that stand in no text, for some hundreds of syllables. */
const FIRST_PRIVATE = 0xe000;

/** What each UTF-16 unit becomes; 0 until it is asked for. */
const sounding = new Uint16Array(UNITS);
/** Syllables by their spelling. */
const syllables = new Map<string, number>();
/** The same in the order of their numbers. */
const spelled: string[] = [];

/**
 * A text in which every Han character stands as its syllable, so that what sounds alike is alike; what has no sound of
 * its own stays as it is.
 * @param units of a folded text
 * @returns as many units; those of one syllable are equal
 */
export function soundingUnits(units: Uint16Array): Uint16Array {
  const heard = new Uint16Array(units.length);
  for (let i = 0; i < units.length; i++) {
    heard[i] = soundOf(units[i] as number);
  }
  return heard;
}

/** What `soundingUnits` makes of one unit. */
export function soundOf(unit: number): number {
  return sounding[unit] || compute(unit);
}

/** How each unit of a folded text sounds, spelled: the same in every process. What has no sound of its own stays as it is. */
export function spelledSounds(folded: string): string[] {
  return Array.from({ length: folded.length }, (_, i) => {
    const unit = folded.charCodeAt(i);
    const heard = soundOf(unit);
    return spelled[heard - FIRST_PRIVATE - 1] ?? (folded[i] as string);
  });
}

/** Whether each unit stands for a syllable. */
export function isAllSound(heard: Uint16Array): boolean {
  return heard.every((unit) => unit > FIRST_PRIVATE && unit <= FIRST_PRIVATE + syllables.size);
}

function compute(unit: number): number {
  const syllable = syllableOf(unit);
  const heard = syllable === '' ? unit : FIRST_PRIVATE + numberOf(syllable);
  sounding[unit] = heard;
  return heard;
}

function numberOf(syllable: string): number {
  const known = syllables.get(syllable);
  if (known !== undefined) return known;
  syllables.set(syllable, syllables.size + 1);
  spelled.push(syllable);
  return syllables.size;
}

/** How a character sounds to those who are not strict about it; empty for what is no Han character. */
function syllableOf(unit: number): string {
  // Han characters of the basic plane; others are rare enough to go without.
  if (unit < 0x3400 || unit > 0x9fff) return '';
  return pinyin(String.fromCharCode(unit), { toneType: 'none', nonZh: 'removed' })
    .replace(/^([zcs])h/, '$1')
    .replace(/^[lr]/, 'n')
    .replace(/^hui$/, 'fei')
    .replace(/^hun$/, 'fen')
    .replace(/^hu(?=[ao])/, 'f')
    .replace(/(?<=[aei])ng$/, 'n');
}
