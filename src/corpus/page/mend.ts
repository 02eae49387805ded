import { hasColumnBreakEvidence, isBrokenProse } from './column-break.js';
import { beginsAfresh, endingOf, isCredit, isStandalone } from './forms.js';
import { repeatedUnits } from './repeat.js';
import { joinStrips, LONGEST_PARAGRAPH, type Strip } from './strip.js';

/** How far around a break its characters are looked for elsewhere, in UTF-16 units. */
const NEIGHBOURHOOD = 20_000;

/**
 * Joins paragraphs that the page layout broke in the middle of a sentence, and leaves out what a break repeats.
 * What cannot be told apart from a headline, a list or two paragraphs stays as it is.
 * @param strips the blocks of one article in their order
 * @param source the whole text that the strips' spans point into
 */
export function mend(strips: readonly Strip[], source: string): Strip[] {
  const mended: Strip[] = [];
  for (const strip of strips) {
    const before = mended.at(-1);
    const repeated = before && repeatIfBroken(before, strip, source);
    if (before && repeated !== undefined) mended[mended.length - 1] = joinStrips(before, strip, repeated);
    else mended.push(strip);
  }
  return mended;
}

/** How many UTF-16 units the second repeats of the first when the two are one paragraph, else `undefined`. */
function repeatIfBroken(before: Strip, after: Strip, source: string): number | undefined {
  if (isApart(before) || isApart(after)) return undefined;
  if (beginsAfresh(after.text) || before.text.length > LONGEST_PARAGRAPH) return undefined;
  const repeated = repeatedUnits(before.text, after.text);
  if (endingOf(before.text) === 'closed') return repeated > 0 ? repeated : undefined;
  // The cheaper test first: it settles nearly all breaks.
  const broken = isBrokenProse(before.text, after.text, repeated) || isBrokenAt(before, after, source);
  return broken ? repeated : undefined;
}

function isBrokenAt(before: Strip, after: Strip, source: string): boolean {
  const at = after.spans[0]!.start;
  const around = source.slice(Math.max(0, at - NEIGHBOURHOOD), at + NEIGHBOURHOOD);
  return hasColumnBreakEvidence(before.text, after.text, around);
}

function isApart({ level, row, text }: Strip): boolean {
  return level > 0 || row !== undefined || isStandalone(text) || isCredit(text);
}
