import type { QuestionAnalysis } from '../../language/question.js';
import type { Range } from '../../language/range.js';
import type { AnnotatedPassage } from '../features/annotate.js';
import type { Model } from '../features/model.js';
import { SPAN_FEATURES, spanCandidates } from '../features/span-features.js';
import { softmax } from '../ranking/softmax.js';

/** In how many of the most probable clauses the answer is looked for. */
export const SPAN_CLAUSES = 3;
/** How many of the best spans vote on each other. */
const VOTERS = 15;

/**
 * The stretch that is most likely the answer itself: among the best, the one that shares most with the others, each
 * counted by its probability (the expected F1, after minimum Bayes risk decoding).
 * @param within ranges of the passage that the answer has to stand in
 * @param clauses in how many of the most probable clauses it is looked for
 */
export function answerSpan(
  question: QuestionAnalysis,
  annotated: AnnotatedPassage,
  probability: Float64Array,
  within: readonly Range[],
  model: Model,
  clauses = SPAN_CLAUSES,
): Range | undefined {
  const shown = likeliest(probability, clauses).filter((c) => {
    const clause = annotated.clauses[c];
    return clause && within.some(({ start, end }) => start < clause.end && clause.start < end);
  });
  const { spans, rows } = spanCandidates(question, annotated, shown, probability);
  if (spans.length === 0) return undefined;
  const votes = softmax(Float64Array.from(spans, (_, i) => model.score(rows, i * SPAN_FEATURES.length)));
  const voters = likeliest(votes, VOTERS).filter((i) =>
    within.some(({ start, end }) => contains({ start, end }, spans[i] as Range)),
  );
  let most = -1;
  let chosen: Range | undefined;
  for (const i of voters) {
    const span = spans[i] as Range;
    let shared = 0;
    for (const j of voters) shared += (votes[j] as number) * overlapF1(span, spans[j] as Range);
    if (shared > most) {
      most = shared;
      chosen = span;
    }
  }
  return chosen;
}

/** Indices of the highest values, highest first, equals in their order. A few of hundreds: no need to sort them all. */
export function likeliest(values: Float64Array, count: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    let place = found.length;
    while (place > 0 && value > (values[found[place - 1] as number] as number)) place--;
    if (place >= count) continue;
    found.splice(place, 0, i);
    if (found.length > count) found.pop();
  }
  return found;
}

function contains(outer: Range, inner: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Harmonic mean of the shares that two ranges have in common. */
function overlapF1(a: Range, b: Range): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : (2 * shared) / (a.end - a.start + b.end - b.start);
}
