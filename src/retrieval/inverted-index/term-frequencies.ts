/** How often each term has been met in the text at hand, by its number; 0 between two texts. */
let counts = new Uint16Array(1024);
const MOST = 0xffff;

/**
 * Counts the terms of a text.
 * @param terms numbers of terms, one an occurrence
 * @param take told once of each different term, in the order of their first occurrences, how often it occurs
 *   (65,535 times at most)
 * @returns how many different terms there are
 */
export function countTerms(terms: readonly number[], take: (term: number, count: number) => void): number {
  let different = 0;
  for (const term of terms) {
    if (term >= counts.length) grow(term);
    const count = counts[term] as number;
    if (count === 0) different++;
    if (count < MOST) counts[term] = count + 1;
  }
  for (const term of terms) {
    const count = counts[term] as number;
    if (count === 0) continue;
    counts[term] = 0;
    take(term, count);
  }
  return different;
}

function grow(term: number): void {
  const larger = new Uint16Array(Math.ceil((term + 1) * 1.5));
  larger.set(counts);
  counts = larger;
}
