import { readFileSync } from 'node:fs';
import { ANSWERABILITY_FEATURES } from './answerability-features.js';
import { CLAUSE_FEATURES } from './clause-features.js';
import { EVIDENCE_FEATURES } from './evidence-features.js';
import { loadModel, type Model, type ModelWeights } from './model.js';
import { PASSAGE_FEATURES } from './passage-features.js';
import { SPAN_FEATURES } from './span-features.js';

/** The learned scorers, in the order in which a question meets them. */
export const MODEL_FEATURES = {
  passage: PASSAGE_FEATURES,
  clause: CLAUSE_FEATURES,
  evidence: EVIDENCE_FEATURES,
  answerability: ANSWERABILITY_FEATURES,
  span: SPAN_FEATURES,
} as const satisfies Record<string, readonly string[]>;

export type ModelName = keyof typeof MODEL_FEATURES;
export type Models = Readonly<Record<ModelName, Model>>;

/** What `npm run train` writes beside this file. */
export interface WeightsFile {
  /** From what data, and with what result on questions that were not trained on. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly models: Readonly<Record<ModelName, ModelWeights>>;
}

/**
 * Reads the learned weights.
 * @throws ModelMismatchError when they were learned for other features than the code computes
 */
export function readModels(): Models {
  const file = new URL('./weights.json', import.meta.url);
  const { models } = JSON.parse(readFileSync(file, 'utf8')) as WeightsFile;
  return modelsFrom(models);
}

export function modelsFrom(weights: WeightsFile['models']): Models {
  const load = (name: ModelName): Model => loadModel(weights[name], MODEL_FEATURES[name]);
  return {
    passage: load('passage'),
    clause: load('clause'),
    evidence: load('evidence'),
    answerability: load('answerability'),
    span: load('span'),
  };
}
