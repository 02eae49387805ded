import { fold, unitsOf } from '../../language/fold.js';
import type { Range } from '../../language/range.js';
import { segment } from '../../language/segment.js';
import { isAllSound, soundingUnits, soundOf } from '../../language/sound.js';

/** A stretch of a question beside what may have been meant by it. */
export interface NearPhrase extends Range {
  /** As a title writes it, folded. */
  readonly phrase: string;
  /** Whether it sounds the same; else one character differs. */
  readonly bySound: boolean;
}

/** Lengths of a phrase in UTF-16 units: shorter ones are near to too much. */
const [SHORTEST, LONGEST] = [3, 8];
/** How many words of a title that follow one another make a phrase at most. */
const MOST_WORDS = 3;
/** Phrases that are looked through: 4,590 take 1.8 ms. */
const MOST_PHRASES = 100_000;
const SILENT = new Uint16Array();

/** The phrases of titles: runs of a few of their words. */
export function phrasesOf(titles: readonly string[]): string[] {
  const phrases = new Set<string>();
  for (const title of titles) {
    const folded = fold(title);
    const words = segment(title);
    for (const [first, { start, kind }] of words.entries()) {
      if (kind !== 'word') continue;
      for (const { end, kind: last } of words.slice(first, first + MOST_WORDS)) {
        if (last === 'other') break;
        if (end - start >= SHORTEST && end - start <= LONGEST) phrases.add(folded.slice(start, end));
      }
    }
    if (phrases.size >= MOST_PHRASES) break;
  }
  return [...phrases];
}

/**
 * Where a question has nearly a phrase: of the same length, with one other character or of the same sound. Those of the same
 * sound come first, longer ones before shorter ones.
 * @param folded the question
 */
export function nearPhrases(folded: string, phrases: readonly string[]): NearPhrase[] {
  const found: NearPhrase[] = [];
  const heard = soundingUnits(unitsOf(folded));
  for (const phrase of phrases) {
    if (folded.includes(phrase)) continue;
    // Few phrases begin with a sound that the question has.
    const sounds = heard.includes(soundOf(phrase.charCodeAt(0))) ? soundingUnits(unitsOf(phrase)) : SILENT;
    const mayBySound = sounds !== SILENT && isAllSound(sounds);
    for (let start = 0; start + phrase.length <= folded.length; start++) {
      const end = start + phrase.length;
      const bySound = mayBySound && sounds.every((sound, i) => heard[start + i] === sound);
      if (bySound || differences(folded, start, phrase) === 1) found.push({ start, end, phrase, bySound });
    }
  }
  return found.sort(
    (a, b) => Number(b.bySound) - Number(a.bySound) || b.phrase.length - a.phrase.length || a.start - b.start,
  );
}

/** How many characters differ; two where it is more. */
function differences(folded: string, start: number, phrase: string): number {
  let count = 0;
  for (let i = 0; i < phrase.length && count < 2; i++)
    if (folded.charCodeAt(start + i) !== phrase.charCodeAt(i)) count++;
  return count;
}
