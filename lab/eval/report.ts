import type { Evaluation } from './evaluate.js';
import type { Figure, Miss } from './tally.js';

const FIGURES = [
  ['hit@1', 'right passage first'],
  ['hit@5', 'right passage among the first five'],
  ['MRR@10', 'mean reciprocal rank of the right passage'],
  ['answer@120', 'answer within the first excerpt of 120 UTF-16 units'],
  ['answerF1', 'character F1 of the marked answer'],
  ['answered', 'own questions answered'],
  ['answeredRight', 'own questions answered with the answer in the first excerpt'],
  ['refused', 'questions without an answer refused'],
  ['refused@95', 'the same with a threshold that answers 95 % of its own'],
  ['foreignRefused', 'questions of other sets refused'],
  ['nearMissesRefused', 'own questions that nothing answers refused'],
] as const satisfies readonly (readonly [keyof Evaluation, string])[];

/**
 * An evaluation as a table for people: every figure with its number of questions.
 * @param misses how many misses to list
 */
export function toText(evaluation: Evaluation, misses: number): string {
  const head = `${evaluation.set}: ${evaluation.passages} passages, median answer ${evaluation.medianMs} ms`;
  const lines = FIGURES.flatMap(([name, meaning]) => line(name, meaning, evaluation[name]));
  return [head, ...lines, ...evaluation.misses.slice(0, misses).map(describe), ''].join('\n');
}

function line(name: string, meaning: string, figure: Figure | undefined): string[] {
  if (!figure) return [];
  const share = `${(figure.share * 100).toFixed(2)} %`.padStart(9);
  return [`  ${name.padEnd(18)}${share}  of ${String(figure.questions).padStart(5)}  ${meaning}`];
}

function describe({ question, quoted, gold, rightPassage }: Miss): string {
  return [
    '',
    `  question  ${question}${rightPassage ? '' : '  (another passage came first)'}`,
    `  quoted    ${quoted.replaceAll('\n', ' / ') || '(nothing)'}`,
    `  gold      ${gold.join(' | ')}`,
  ].join('\n');
}
