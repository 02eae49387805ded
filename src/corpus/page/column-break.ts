import { endingOf, HEADLINE_UNITS, isProse } from './forms.js';
import { wordsAtBreak } from './words.js';

/** Longest line of verse in UTF-16 units: a shorter line may end with a comma and still be whole. */
const VERSE_UNITS = 16;
/** A line of so many UTF-16 units says too little to take its last character, met again, for a repetition. */
const VERY_SHORT = 9;
/** How many weak signs make a short line the beginning of a broken paragraph rather than a subhead. */
const ENOUGH_SIGNS = 2;

const CLOSERS: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '）': '（',
  '》': '《',
  '」': '「',
  '』': '『',
  '】': '【',
};

/** Adverbs and prepositions that begin the first clause of a report, and no headline. */
const REPORT_OPENER =
  /^(?:目前|近年来?|近日|日前|此外|同时|其中|另外|据|截至|截止|随着|为了?|由于|因此|对于?|关于|根据|通过|经过|当天|当日|当时|今年|去年|记者|他|她|我|在|从|自|如|又|而|但)[^，。；]{0,16}，/u;
/** A quantity other than a date or a time: it seldom begins a paragraph. */
const QUANTITY = /^\d[\d.,]*(?:[万亿多余]|(?![\d年月日时点分:：.、．)）]))/u;

/**
 * Signs that the break stands in the middle of a sentence whatever the length of the line before: a comma or an
 * opening sign before it, a sign after it that cannot begin a paragraph, a quotation or a word that goes across,
 * or a word before it that wants another.
 * @param around text near the break, in which the break itself still has its line break
 */
export function hasColumnBreakEvidence(before: string, after: string, around: string): boolean {
  if (/[（《“‘「『(]$/u.test(before) || (/[，、,]$/u.test(before) && before.length > VERSE_UNITS))
    return true;
  if (/^(?:[，。、；：！？”’」』）》】%％]|们)/u.test(after)) return true;
  if (endingOf(before) !== 'open') return false;
  return quotesAcross(before, after) || (isRunning(after) && isDividedPhrase(before, after, around));
}

/**
 * Whether a line without the end of a sentence begins a paragraph that the next line goes on with.
 * @param repeated how many UTF-16 units of the first the second repeats
 */
export function isBrokenProse(before: string, after: string, repeated: number): boolean {
  if (endingOf(before) !== 'open' || !isRunning(after)) return false;
  if (before.length > HEADLINE_UNITS) return isProse(before) || !/\s/u.test(before);
  if (repeated === 1 && before.length > VERY_SHORT) return true;
  const signs = [REPORT_OPENER.test(before), QUANTITY.test(after), repeated > 0];
  return signs.filter(Boolean).length >= ENOUGH_SIGNS;
}

function isRunning(text: string): boolean {
  return isProse(text) || endingOf(text) === 'closed';
}

/** Whether the first sign that the second line closes is the last that the first line leaves open. */
function quotesAcross(before: string, after: string): boolean {
  const open: string[] = [];
  for (const sign of before.match(/[“‘（《「『【”’）》」』】]/gu) ?? []) {
    if (!(sign in CLOSERS)) open.push(sign);
    else if (open.at(-1) === CLOSERS[sign]) open.pop();
  }
  let depth = 0;
  for (const sign of after.match(/[“‘（《「『【”’）》」』】]/gu) ?? []) {
    if (!(sign in CLOSERS)) depth++;
    else if (depth === 0) return open.at(-1) === CLOSERS[sign];
    else depth--;
  }
  return false;
}

/**
 * Whether the dictionary or the text near by has what stands at the break undivided, or the grammar wants more.
 * Numbers that meet at a break are one only in running text: in a table they are two.
 */
function isDividedPhrase(before: string, after: string, around: string): boolean {
  if (after.startsWith(before)) return false;
  const characters = before.slice(-2) + after.slice(0, 2);
  if (/^\p{Script=Han}{4}$/u.test(characters) && around.includes(characters)) return true;
  const { divided, dividedNumber, expectsMore } = wordsAtBreak(before, after);
  return divided || expectsMore || (dividedNumber && /^\S*\p{L}\S*[\d年月]$/u.test(before));
}
