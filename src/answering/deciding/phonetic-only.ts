import type { Range } from '../../language/range.js';
import type { PassageView } from '../retrieving/passage-view.js';

/** So many syllables in a row are no accident. Two are: 长 alone is read as in 长江, so 市长 sounds like 市场. */
const TELLING_SYLLABLES = 3;

/**
 * Whether nothing that a question asks about is written in a passage or its title, and what sounds alike is too short to
 * be more than an accident.
 */
export function isPhoneticOnly({ terms, inTitle }: Pick<PassageView, 'terms' | 'inTitle'>): boolean {
  if (inTitle.includes(true)) return false;
  const { places, bySound } = terms;
  const heard: Range[] = [];
  for (const [c, list] of places.entries()) {
    if (list.length > 0 && !bySound[c]) return false;
    if (bySound[c]) heard.push(...list);
  }
  return longestOf(heard) < TELLING_SYLLABLES;
}

/** The longest stretch that ranges cover together, in UTF-16 units. */
function longestOf(ranges: readonly Range[]): number {
  let [from, to, longest] = [0, -1, 0];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start > to) from = start;
    to = Math.max(to, end);
    longest = Math.max(longest, to - from);
  }
  return longest;
}
