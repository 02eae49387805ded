import type { Range } from '../language/range.js';
import type { ClauseEvidence, Clue } from './evidence.js';

/**
 * The stretch of whole clauses, `chars` UTF-16 units at most, that holds the most evidence; a longer clause is cut.
 * @param evidence the passage's clauses in order
 */
export function bestWindow(text: string, evidence: readonly ClauseEvidence[], chars: number): Range {
  let best: Range & { score: number } = { start: 0, end: 0, score: -1 };
  for (let first = 0; first < evidence.length; first++) {
    let score = 0;
    for (let last = first; last < evidence.length; last++) {
      const { start } = evidence[first] as ClauseEvidence;
      const clause = evidence[last] as ClauseEvidence;
      if (clause.end - start > chars && last > first) break;
      score += clause.score ** 2;
      if (score > best.score) best = { start, end: Math.min(clause.end, start + chars), score };
    }
  }
  return trimmed(text, best);
}

function trimmed(text: string, { start, end }: Range): Range {
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  const unit = text.charCodeAt(end - 1);
  return { start, end: unit >= 0xd800 && unit <= 0xdbff ? end - 1 : end };
}

/** Where the clues stand in a folded text: merged ranges in order. */
export function highlightsOf(folded: string, clues: readonly Clue[]): Range[] {
  const marked = new Uint8Array(folded.length + 1);
  for (const { term } of clues) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
      marked.fill(1, at, at + term.length);
    }
  }
  const ranges: Range[] = [];
  let start = -1;
  for (let i = 0; i < marked.length; i++) {
    if (marked[i] && start < 0) start = i;
    if (!marked[i] && start >= 0) {
      ranges.push({ start, end: i });
      start = -1;
    }
  }
  return ranges;
}
