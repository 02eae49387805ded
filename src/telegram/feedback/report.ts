import type { Judgement, JudgementKind } from './judgement.js';

/** How many passages, and how many readings, the report names. */
const MOST_NAMED = 10;

/** What people thought of answers, in figures. */
export interface FeedbackReport {
  readonly useful: number;
  readonly wrong: number;
  readonly typos: number;
  /** Passages that most people found beside the question, most first. */
  readonly disputed: readonly { readonly passage: string; readonly wrong: number }[];
  /** The right readings that people sent, the newest first. */
  readonly readings: readonly { readonly passage: string; readonly reading: string; readonly day: string }[];
}

/** Sums up what is kept. */
export function feedbackReport(judgements: readonly Judgement[]): FeedbackReport {
  const count = (kind: JudgementKind): number =>
    judgements.filter(({ judgement }) => judgement === kind).length;
  return {
    useful: count('useful'),
    wrong: count('wrong'),
    typos: count('typo'),
    disputed: disputedOf(judgements),
    readings: judgements
      .flatMap(({ passage, reading, day }) => (reading === undefined ? [] : [{ passage, reading, day }]))
      .reverse()
      .slice(0, MOST_NAMED),
  };
}

function disputedOf(judgements: readonly Judgement[]): FeedbackReport['disputed'] {
  const counts = new Map<string, number>();
  for (const { judgement, passage } of judgements)
    if (judgement === 'wrong') counts.set(passage, (counts.get(passage) ?? 0) + 1);
  return [...counts]
    .map(([passage, wrong]) => ({ passage, wrong }))
    .sort((a, b) => b.wrong - a.wrong)
    .slice(0, MOST_NAMED);
}
