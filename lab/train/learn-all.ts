import { loadModel, type Model, type ModelWeights } from '../../src/answering/features/model.js';
import { MODEL_FEATURES, type ModelName, type WeightsFile } from '../../src/answering/features/models.js';
import { answerabilityCases, type Ways } from './answerability-cases.js';
import {
  answerabilityExample,
  clauseExample,
  evidenceExample,
  passageExample,
  spanExample,
} from './examples.js';
import { type LearnerOptions, learn } from './learner.js';
import type { Example } from './network.js';
import type { IndexedSet, TrainingQuestion } from './questions.js';

const COMMON = { hidden: 12, epochs: 12, rate: 0.005, decay: 1e-4, seed: 1 } as const;
const OPTIONS: Readonly<Record<ModelName, LearnerOptions>> = {
  // Which of near equals comes first depends much on the seed of one network; small ones cost little.
  passage: { ...COMMON, loss: 'list', networks: 4 },
  clause: { ...COMMON, loss: 'list', hidden: 16, networks: 3 },
  evidence: { ...COMMON, loss: 'list', hidden: 8, epochs: 8, networks: 3 },
  answerability: { ...COMMON, loss: 'each', hidden: 8, epochs: 5, networks: 4 },
  span: { ...COMMON, loss: 'list', hidden: 16, epochs: 10 },
};

/** What questions count beside written ones that are dictated, or put in other words. */
const OTHERWISE_WEIGHT = 0.5;

export type Weights = WeightsFile['models'];

/** What is learned from. */
export interface Material {
  readonly sets: readonly IndexedSet[];
  /** As they are written, in all shapes. */
  readonly questions: readonly TrainingQuestion[];
  /** As they may be when they are dictated. */
  readonly dictated: readonly TrainingQuestion[];
  /** As somebody may put them who does not know the articles. */
  readonly reworded: readonly TrainingQuestion[];
  readonly ways: Ways;
}

/**
 * Learns the scorers one after the other, each from what those before it say of questions they have not seen.
 * @param uses which parts of the questions are learned from
 * @param tell told what is being learned
 */
export async function learnAll(
  { sets, questions: all, dictated, reworded, ways }: Material,
  uses: (part: number) => boolean,
  tell: (message: string) => void,
): Promise<Weights> {
  const used = (list: readonly TrainingQuestion[]) => list.filter(({ part }) => uses(part));
  const questions = used(all);
  const passage = learnTwice(tell, 'passage', [
    ...examples(questions, (q) => passageExample(q)),
    ...examples(used([...dictated, ...reworded]), (q) => passageExample(q, OTHERWISE_WEIGHT)),
  ]);
  const clause = learnTwice(tell, 'clause', [
    ...examples(questions, (q) => clauseExample(q)),
    ...examples(used(reworded), (q) => clauseExample(q, OTHERWISE_WEIGHT)),
  ]);
  const before = (part: number) => ({ passage: passage.unseen(part), clause: clause.unseen(part) });
  const evidence = learnTwice(tell, 'evidence', [
    ...examples(questions, (q) => evidenceExample(q, before(q.part))),
    ...examples(used([...dictated, ...reworded]), (q) =>
      evidenceExample(q, before(q.part), OTHERWISE_WEIGHT),
    ),
  ]);
  const span = learnFrom(
    tell,
    'span',
    examples(questions, (q) => spanExample(q, clause.unseen(q.part))).map(({ example }) => example),
  );
  const cases: Example[] = [];
  for await (const { part, retrieved, answerable, weight } of answerabilityCases(sets, uses, ways)) {
    const models = { ...before(part), evidence: evidence.unseen(part) };
    const example = answerabilityExample(retrieved, models, answerable, weight);
    if (example) cases.push(example);
  }
  const answerability = learnFrom(tell, 'answerability', cases);
  return {
    passage: passage.weights,
    clause: clause.weights,
    evidence: evidence.weights,
    answerability,
    span,
  };
}

type Tell = (message: string) => void;

interface LearnedTwice {
  readonly weights: ModelWeights;
  /** A model that has not seen the questions of this part. */
  unseen(part: number): Model;
}

function learnTwice(tell: Tell, name: ModelName, made: readonly Made[]): LearnedTwice {
  const learned = (pick: (half: number) => boolean): ModelWeights =>
    learnFrom(
      tell,
      name,
      made.flatMap(({ part, example }) => (pick(part % 2) ? [example] : [])),
    );
  const halves = [0, 1].map((half) =>
    loadModel(
      learned((other) => other !== half),
      MODEL_FEATURES[name],
    ),
  );
  return { weights: learned(() => true), unseen: (part) => halves[part % 2] as Model };
}

/** An example with the part of the data that it was made of. */
interface Made {
  readonly part: number;
  readonly example: Example;
}

function examples(
  questions: readonly TrainingQuestion[],
  make: (question: TrainingQuestion) => Example | undefined,
): Made[] {
  return questions.flatMap((question) => {
    const example = make(question);
    return example ? [{ part: question.part, example }] : [];
  });
}

function learnFrom(tell: Tell, name: ModelName, from: readonly Example[]): ModelWeights {
  tell(`  ${name}: ${from.length} examples`);
  return learn(MODEL_FEATURES[name], from, OPTIONS[name]);
}
