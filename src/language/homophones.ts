import { dictionaryCount } from './dictionary.js';
import { fromUnits } from './fold.js';
import { soundingUnits } from './sound.js';

/** Rarer characters (counts of jieba's dictionary, in some 60 million words) are hardly ever what was said. */
const LEAST_COUNT = 500;
/** The basic plane's Han characters. */
const [FIRST, LAST] = [0x4e00, 0x9fff];

/** Common characters by their sound; made at the first call, in some 30 ms. */
let alike: ReadonlyMap<number, readonly string[]> | undefined;

/**
 * The common characters that sound like one, itself among them if it is common.
 * @param unit of a folded text
 */
export function homophones(unit: number): readonly string[] {
  alike ??= commonBySound();
  return alike.get(soundOf(unit)) ?? [];
}

function commonBySound(): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (let unit = FIRST; unit <= LAST; unit++) {
    const character = fromUnits(Uint16Array.of(unit));
    if (dictionaryCount(character) < LEAST_COUNT) continue;
    const same = found.get(soundOf(unit));
    if (same) same.push(character);
    else found.set(soundOf(unit), [character]);
  }
  return found;
}

function soundOf(unit: number): number {
  return soundingUnits(Uint16Array.of(unit))[0] as number;
}
