import { readFileSync } from 'node:fs';
import type { Passage } from '../../corpus/article.js';
import type { Candidate } from '../../retrieval/passage-index.js';
import { blockWith } from '../retrieving/labelled.js';
import type { Retrieved } from '../retrieving/retrieve.js';
import { loadModel, type Model, type ModelWeights } from './model.js';
import { PASSAGE_FEATURES, passageFeatures } from './passage-features.js';

/** A candidate in its place. */
export interface RankedPassage {
  readonly candidate: Candidate;
  /** What it is ranked by; comparable within one question only. */
  readonly score: number;
  /** Its row of `PASSAGE_FEATURES`. */
  readonly row: Float32Array;
}

/** What `npm run train:ranking` writes beside this file. */
export interface WeightsFile {
  /** From what data, and with what result on questions that were not learned from. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly passage: ModelWeights;
}

/**
 * Reads the scorer of passages that comes with the code.
 * @throws ModelMismatchError when it was learned for other features than the code computes
 */
export function readRanking(): Model {
  const file = new URL('./weights.json', import.meta.url);
  const { passage } = JSON.parse(readFileSync(file, 'utf8')) as WeightsFile;
  return loadModel(passage, PASSAGE_FEATURES);
}

/**
 * What bearing the label that a question names (第三条) counts, in log-odds: those that only mention it hold the same words,
 * and more of the question's.
 */
const LABEL = 6;

function bears({ labelled }: Retrieved, passage: Passage): boolean {
  return labelled !== undefined && blockWith(passage, labelled.label) !== undefined;
}

/** All candidates, best first, by what can be known of them without reading. Equals keep the index's order. */
export function rank(retrieved: Retrieved, model: Model): RankedPassage[] {
  const rows = passageFeatures(retrieved);
  const width = PASSAGE_FEATURES.length;
  return retrieved.candidates
    .map((candidate, i) => ({
      candidate,
      score: model.score(rows, i * width) + (bears(retrieved, candidate.passage) ? LABEL : 0),
      row: rows.subarray(i * width, (i + 1) * width),
    }))
    .sort((a, b) => b.score - a.score);
}
