import type { Passage } from '../corpus/article.js';
import { clauses } from '../language/clauses.js';
import { fold } from '../language/fold.js';
import type { QuestionAnalysis } from '../language/question.js';
import type { Range } from '../language/range.js';
import { bigrams } from '../language/terms.js';

/** A word or bigram of the question with its weight, its inverse document frequency. */
export interface Clue {
  readonly term: string;
  readonly weight: number;
}

/** The question's words and bigrams, each once. */
export function cluesOf({ content, folded }: QuestionAnalysis): string[] {
  const terms = new Set(content.map(({ term }) => term));
  for (let i = 0; i < content.length; i++) {
    let end = content[i]?.end ?? 0;
    const start = content[i]?.start ?? 0;
    while (content[i + 1]?.start === end) end = content[++i]?.end ?? end;
    for (const { term } of bigrams(folded.slice(start, end))) terms.add(term);
  }
  return [...terms];
}

export interface PassageEvidence {
  readonly passage: Passage;
  readonly folded: string;
  /** Share (0 to 1) of the clues' weight that the passage or its article's title holds. */
  readonly coverage: number;
}

export function weighPassage(passage: Passage, clues: readonly Clue[]): PassageEvidence {
  const folded = fold(passage.text);
  const title = fold(passage.article.title);
  let found = 0;
  let all = 0;
  for (const { term, weight } of clues) {
    all += weight;
    if (folded.includes(term)) found += weight;
    else if (title.includes(term)) found += weight * 0.8;
  }
  return { passage, folded, coverage: all === 0 ? 0 : found / all };
}

export interface ClauseEvidence extends Range {
  readonly score: number;
}

export function weighClauses(
  { passage, folded }: PassageEvidence,
  clues: readonly Clue[],
  wanted: RegExp,
): ClauseEvidence[] {
  const own = clauses(passage.text).map(({ start, end }) => {
    const text = folded.slice(start, end);
    let score = 0;
    for (const { term, weight } of clues) if (text.includes(term)) score += weight;
    return { start, end, score, wanted: wanted.test(text) };
  });
  const most = Math.max(...own.map(({ score }) => score), 1e-9);
  return own.map(({ start, end, score, wanted: has }, i) => {
    const near = Math.max(own[i - 1]?.score ?? 0, own[i + 1]?.score ?? 0);
    return { start, end, score: (score + 0.5 * near) / most + (has ? 0.6 : 0) };
  });
}
