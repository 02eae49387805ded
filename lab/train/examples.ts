import { type AnnotatedPassage, rememberingAnnotator } from '../../src/answering/features/annotate.js';
import { answerabilityFeatures } from '../../src/answering/features/answerability-features.js';
import { CLAUSE_FEATURES, clauseFeatures } from '../../src/answering/features/clause-features.js';
import { EVIDENCE_FEATURES } from '../../src/answering/features/evidence-features.js';
import type { Model } from '../../src/answering/features/model.js';
import type { Models } from '../../src/answering/features/models.js';
import { passageFeatures } from '../../src/answering/features/passage-features.js';
import { spanCandidates } from '../../src/answering/features/span-features.js';
import { likeliest, SPAN_CLAUSES } from '../../src/answering/quoting/span.js';
import { rank, weighedFirst } from '../../src/answering/ranking/rank.js';
import { softmax } from '../../src/answering/ranking/softmax.js';
import type { Retrieved } from '../../src/answering/retrieving/retrieve.js';
import type { Range } from '../../src/language/range.js';
import { characterF1 } from '../eval/score.js';
import type { Example } from './network.js';
import type { TrainingQuestion } from './questions.js';

/** Sets are gone through several times, so that passages come again. */
const annotator = rememberingAnnotator();

/**
 * Which of a question's candidates holds the answer.
 * @param weight of the example
 */
export function passageExample({ retrieved, isGold }: TrainingQuestion, weight = 1): Example | undefined {
  const target = even(retrieved.candidates.map(({ passage }) => isGold(passage)));
  if (!target) return undefined;
  return { rows: passageFeatures(retrieved), target, weight };
}

/**
 * Which clauses of the gold passage hold the answer.
 * @param weight of the example
 */
export function clauseExample(question: TrainingQuestion, weight = 1): Example | undefined {
  const annotated = goldPassage(question);
  if (!annotated) return undefined;
  const places = question.places(annotated.passage);
  const target = new Float32Array(annotated.clauses.length);
  for (const place of places) {
    const held = annotated.clauses.flatMap((clause, c) => (overlaps(clause, place) ? [c] : []));
    for (const c of held) target[c] = (target[c] as number) + 1 / held.length / places.length;
  }
  const { retrieved } = question;
  return { rows: clauseFeatures(retrieved, annotated), target, weight };
}

/**
 * Which of the first candidates holds the answer, now that their clauses are weighed.
 * @param models that have not seen the question
 * @param weight of the example
 */
export function evidenceExample(
  { retrieved, isGold }: TrainingQuestion,
  models: Pick<Models, 'passage' | 'clause'>,
  weight = 1,
): Example | undefined {
  const first = weighedFirst(retrieved, models, annotator);
  const target = even(first.map(({ candidate: { passage } }) => isGold(passage)));
  if (!target || first.length === 1) return undefined;
  const rows = new Float32Array(first.length * EVIDENCE_FEATURES.length);
  for (const [i, { evidence }] of first.entries()) rows.set(evidence, i * EVIDENCE_FEATURES.length);
  return { rows, target, weight };
}

/** How well each stretch of the gold passage's best clauses fits the answer. */
export function spanExample(question: TrainingQuestion, clause: Model): Example | undefined {
  const annotated = goldPassage(question);
  if (!annotated) return undefined;
  const { retrieved, wanted } = question;
  const rows = clauseFeatures(retrieved, annotated);
  const probability = softmax(
    Float64Array.from(annotated.clauses, (_, c) => clause.score(rows, c * CLAUSE_FEATURES.length)),
  );
  const candidates = spanCandidates(
    retrieved.question,
    annotated,
    likeliest(probability, SPAN_CLAUSES),
    probability,
  );
  const fits = candidates.spans.map(({ start, end }) => {
    const fit = characterF1(annotated.passage.text.slice(start, end), wanted.answers);
    return fit > LEAST_FIT ? fit ** FIT_POWER : 0;
  });
  const sum = fits.reduce((total, fit) => total + fit, 0);
  return sum === 0 ? undefined : { rows: candidates.rows, target: fits.map((fit) => fit / sum) };
}

/** Spans that have less than this F1 in common with the answer are wrong; the better ones count by a high power. */
const LEAST_FIT = 0.3;
const FIT_POWER = 8;

/**
 * Whether the best passage answers the question.
 * @param models that have not seen the question
 * @param weight of the example
 */
export function answerabilityExample(
  retrieved: Retrieved,
  models: Pick<Models, 'passage' | 'clause' | 'evidence'>,
  answered: boolean,
  weight: number,
): Example | undefined {
  const [first, second] = rank(retrieved, { models, annotate: annotator });
  if (!first) return undefined;
  const rows = answerabilityFeatures(retrieved, first.weighed().evidence, first.score, second?.score);
  return { rows, target: [answered ? 1 : 0], weight };
}

function goldPassage({ retrieved, isGold }: TrainingQuestion): AnnotatedPassage | undefined {
  const gold = retrieved.candidates.find(({ passage }) => isGold(passage));
  return gold && annotator(gold.passage);
}

/** Equal shares for those that are right; nothing where none is. */
function even(right: readonly boolean[]): Float32Array | undefined {
  const count = right.filter(Boolean).length;
  return count === 0 ? undefined : Float32Array.from(right, (is) => (is ? 1 / count : 0));
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
