import { spelledSounds } from '../../language/sound.js';

/**
 * What a title that sounds nearly like a text has in common with it: pairs of sounds that stand side by side, or about one
 * other. Of three that follow one another, whichever is wrong, the other two are such a pair.
 * @param folded a title, or a question
 */
export function soundPairs(folded: string): string[] {
  const sounds = spelledSounds(folded).map((sound) => (/\s/.test(sound) ? '_' : sound));
  const pairs = new Set<string>();
  for (const [i, sound] of sounds.entries()) {
    for (const [gap, mark] of GAPS) {
      const other = sounds[i + gap];
      if (other !== undefined) pairs.add(sound + mark + other);
    }
  }
  return [...pairs];
}

const GAPS = [
  [1, '.'],
  [2, '..'],
] as const;
