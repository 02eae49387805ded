import type { Clipping } from '../../answering/answer.js';
import type { Range } from '../../language/range.js';
import type { Emphasis } from './emphasis.js';

/** A fragment of an excerpt, between omissions: its place there, and how far the same stands behind in the whole text. */
interface Fragment extends Range {
  readonly shift: number;
}

/**
 * What is marked in a clipping's excerpt, as ranges of a longer text that holds it. A fragment of the excerpt that is
 * not found to the letter, because line breaks went, leaves its marks behind.
 * @param text UTF-16 units, like all offsets here
 */
export function carriedOver({ excerpt, highlights, answer }: Clipping, text: string): Emphasis {
  const fragments = fragmentsOf(excerpt, text);
  const moved = (range: Range): Range[] =>
    fragments
      .filter(({ start, end }) => range.start >= start && range.end <= end)
      .map(({ shift }) => ({ start: range.start + shift, end: range.end + shift }));
  return { highlights: highlights.flatMap(moved), answer: answer && moved(answer)[0] };
}

function fragmentsOf(excerpt: string, text: string): Fragment[] {
  const fragments: Fragment[] = [];
  let from = 0;
  for (const { 0: fragment, index } of excerpt.matchAll(/[^…]+/g)) {
    const at = text.indexOf(fragment, from);
    if (at < 0) continue;
    fragments.push({ start: index, end: index + fragment.length, shift: at - index });
    from = at + fragment.length;
  }
  return fragments;
}
