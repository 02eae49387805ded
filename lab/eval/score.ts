import { fold } from '../../src/language/fold.js';
import type { Range } from '../../src/language/range.js';

/** Where any of the answers stands in a folded text. */
export function occurrences(folded: string, answers: readonly string[]): Range[] {
  const found: Range[] = [];
  for (const answer of answers) {
    const wanted = fold(answer);
    if (wanted === '') continue;
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      found.push({ start: at, end: at + wanted.length });
    }
  }
  return found;
}

/** Whether a text holds one of the answers; both sides folded (NFKC, lower case, Traditional to Simplified). */
export function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const held = plain(text);
  return answers.some((answer) => held.includes(plain(answer)));
}

/**
 * Whether a text holds one of the answers, or lies in one and is at least half of it; both sides folded. Of an excerpt with
 * omissions every piece has to lie in the answer, and together they have to be half of it.
 */
export function matchesAnswer(text: string, answers: readonly string[]): boolean {
  if (holdsAnswer(text, answers)) return true;
  // Cut before folding: NFKC makes three full stops of an ellipsis.
  const pieces = text.split('…').map((piece) => plain(piece.trim()));
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return answers.map(plain).some((answer) => {
    return length * 2 >= answer.length && pieces.every((piece) => answer.includes(piece));
  });
}

function plain(text: string): string {
  return fold(text.normalize('NFKC'));
}

/** The characters of an answer that count: letters and digits, folded. */
function characters(text: string): string[] {
  return [...fold(text)].filter((character) => /[\p{L}\p{N}]/u.test(character));
}

/** Share (0 to 1) that an answer has in common with the gold answer it fits best: character F1, as SQuAD scores words. */
export function characterF1(text: string, answers: readonly string[]): number {
  const given = characters(text);
  return Math.max(0, ...answers.map((answer) => overlapF1(given, characters(answer))));
}

function overlapF1(given: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const character of wanted) left.set(character, (left.get(character) ?? 0) + 1);
  let shared = 0;
  for (const character of given) {
    const count = left.get(character) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(character, count - 1);
  }
  return shared === 0 ? 0 : (2 * shared) / (given.length + wanted.length);
}
