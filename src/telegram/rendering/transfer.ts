import type { Clipping } from '../../answering/answer.js';
import type { Range } from '../../language/range.js';
import type { Emphasis } from './emphasis.js';

/** A stretch of an excerpt between omissions: where it begins there, and where in the text that it was taken from. */
interface Stretch extends Range {
  readonly shift: number;
}

/**
 * What is marked in a clipping's excerpt, as ranges of a longer text that holds it. A stretch of the excerpt that is
 * not found to the letter, because line breaks went, leaves its marks behind.
 * @param text UTF-16 units, like all offsets here
 */
export function transferred({ excerpt, highlights, answer }: Clipping, text: string): Emphasis {
  const stretches = stretchesOf(excerpt, text);
  const moved = (range: Range): Range[] =>
    stretches
      .filter(({ start, end }) => range.start >= start && range.end <= end)
      .map(({ shift }) => ({ start: range.start + shift, end: range.end + shift }));
  return { highlights: highlights.flatMap(moved), answer: answer && moved(answer)[0] };
}

function stretchesOf(excerpt: string, text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { 0: stretch, index } of excerpt.matchAll(/[^…]+/g)) {
    const at = text.indexOf(stretch, from);
    if (at < 0) continue;
    stretches.push({ start: index, end: index + stretch.length, shift: at - index });
    from = at + stretch.length;
  }
  return stretches;
}
