import { tag } from '../../language/segment.js';

/** The words on both sides of a line break, as they would be without it. Lengths in UTF-16 units. */
export interface WordsAtBreak {
  /** Whether one word goes across. */
  readonly divided: boolean;
  /** Whether one number, date or time goes across. */
  readonly dividedNumber: boolean;
  /** Whether a word of two or more characters ends at the break and another begins there. */
  readonly apart: boolean;
  /** Whether the last word before the break is a preposition, conjunction, adverb or particle: 在, 和, 已, 的. */
  readonly expectsMore: boolean;
}

/** The tag of what the dictionary does not hold: words that the segmenter only guesses. */
const GUESSED = 'x';
const NUMBERS: ReadonlySet<string> = new Set(['number', 'time', 'share']);
const EXPECTING = '在于将把被从向与和及的由让使以因而并且已也还就更最很都又再才均仍曾';
/** How much of each side is looked at, in UTF-16 units: more than any two words. */
const WINDOW = 12;

/** Finds the words of the dictionary around a break; single characters and guessed words do not count. */
export function wordsAtBreak(before: string, after: string): WordsAtBreak {
  const tail = before.slice(-WINDOW);
  const at = tail.length;
  const tokens = tag(tail + after.slice(0, WINDOW));
  const words = tokens.filter(
    ({ kind, start, end, ...token }) => kind === 'word' && token.tag !== GUESSED && end - start > 1,
  );
  const last = tokens.find(({ end }) => end === at);
  return {
    divided: words.some(({ start, end }) => start < at && end > at),
    dividedNumber: tokens.some(({ kind, start, end }) => NUMBERS.has(kind) && start < at && end > at),
    apart: words.some(({ end }) => end === at) && words.some(({ start }) => start === at),
    expectsMore: last !== undefined && EXPECTING.includes(last.term),
  };
}
