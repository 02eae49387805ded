import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadModel, type Model, type ModelWeights } from '../../src/answering/features/model.js';
import {
  MODEL_FEATURES,
  type ModelName,
  type Models,
  modelsFrom,
  type WeightsFile,
} from '../../src/answering/features/models.js';
import { exitOn } from '../../src/app/exit.js';
import { ExitCode, parseCommandLine, UsageError } from '../../src/cli/usage.js';
import type { Shape } from '../eval/collected.js';
import { evaluate } from '../eval/evaluate.js';
import { type EvalSet, readSet } from '../eval/set.js';
import { confidenceCases, type Ways } from './foreign.js';
import { type Example, type LearnerOptions, learn } from './learner.js';
import { mishearing } from './misheard.js';
import { askAll, type IndexedSet, indexSet, PARTS, partOf, type TrainingQuestion } from './questions.js';
import { rewording } from './reworded.js';
import {
  answerabilityExample,
  clauseExample,
  evidenceExample,
  passageExample,
  spanExample,
} from './stages.js';

const USAGE = `Usage: npm run train -- SET.json …

Learns the weights of the evidence from reading-comprehension sets and writes src/answering/weights.json.
A quarter of the questions is kept apart first, to report how weights learned from the rest do on them.

  --quick      skip that report
  --measured   write the weights of that report, learned from three quarters, instead of learning from all
  --help       this text`;

const COMMON = { hidden: 12, epochs: 12, rate: 0.005, decay: 1e-4, seed: 1 } as const;
const OPTIONS: Readonly<Record<ModelName, LearnerOptions>> = {
  // Which of near equals comes first depends much on the seed of one network; small ones cost little.
  passage: { ...COMMON, loss: 'list', networks: 4 },
  clause: { ...COMMON, loss: 'list', hidden: 16, networks: 3 },
  evidence: { ...COMMON, loss: 'list', hidden: 8, epochs: 8, networks: 3 },
  answerability: { ...COMMON, loss: 'each', hidden: 8, epochs: 5, networks: 4 },
  span: { ...COMMON, loss: 'list', hidden: 16, epochs: 10 },
};

/** Each set is learned from in all shapes, so that neither titles nor single paragraphs are taken for granted. */
const SHAPES = ['lines', 'untitled', 'pages'] as const;

/** What questions count beside written ones that are dictated, or put in other words. */
const OTHERWISE_WEIGHT = 0.5;

type Weights = WeightsFile['models'];

interface Material {
  readonly sets: readonly IndexedSet[];
  /** As they are written, in all shapes. */
  readonly questions: readonly TrainingQuestion[];
  /** As they may be when they are dictated. */
  readonly dictated: readonly TrainingQuestion[];
  /** As somebody may put them who does not know the articles. */
  readonly reworded: readonly TrainingQuestion[];
  readonly ways: Ways;
}

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(
    {
      allowPositionals: true,
      options: { help: { type: 'boolean' }, quick: { type: 'boolean' }, measured: { type: 'boolean' } },
    },
    USAGE,
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (values.quick && values.measured)
    throw new UsageError(`--measured needs the report that --quick skips.\n\n${USAGE}`);
  if (positionals.length === 0) throw new UsageError(`Name at least one set.\n\n${USAGE}`);
  const sets = positionals.map(readSet);
  const indexed = await Promise.all(sets.flatMap((set) => SHAPES.map((shape) => indexSet(set, shape))));
  tell('asking every question of its own set');
  const ways = { mishear: mishearing(), reword: rewording() };
  const questions = (await Promise.all(indexed.map((set) => askAll(set)))).flat();
  const paragraphs = indexed.filter(({ shape }) => shape === SHAPES[0]);
  const asked = async (way: (question: string) => string): Promise<TrainingQuestion[]> =>
    (await Promise.all(paragraphs.map((set) => askAll(set, way)))).flat();
  const [dictated, reworded] = [await asked(ways.mishear), await asked(ways.reword)];
  const material = { sets: indexed, questions, dictated, reworded, ways };
  const about: Record<string, unknown> = {
    sets: sets.map(({ name, questions: all }) => ({ name, questions: all.length })),
  };
  let measured: Weights | undefined;
  if (!values.quick) {
    tell(`learning from ${PARTS - 1} parts of ${PARTS}, to measure on the other`);
    measured = await learnAll(material, (part) => part !== 0);
    about.heldOut = await reportOf(sets, modelsFrom(measured));
  }
  let models = values.measured ? measured : undefined;
  if (!models) {
    tell('learning from all');
    models = await learnAll(material, () => true);
  }
  about.learnedFrom = values.measured ? 'the questions that are not among those of heldOut' : 'all questions';
  const file = fileURLToPath(new URL('../../../src/answering/features/weights.json', import.meta.url));
  writeFileSync(file, `${formatted({ about, models })}\n`);
  process.stdout.write(`${JSON.stringify(about, null, 2)}\n`);
}

/** The figures of every set on the questions that are kept apart, in two shapes. */
async function reportOf(sets: readonly EvalSet[], models: Models): Promise<unknown[]> {
  const report: unknown[] = [];
  for (const set of sets) {
    const foreign = sets.filter((other) => other !== set).map(heldOut);
    for (const shape of ['lines', 'pages'] as const) {
      const figures = { shape, ...(await heldOutFigures(set, foreign, shape, models)) };
      report.push(figures);
      tell(JSON.stringify(figures));
    }
  }
  return report;
}

/** Learns the scorers one after the other, each from what those before it say of questions they have not seen. */
async function learnAll(
  { sets, questions: all, dictated, reworded, ways }: Material,
  uses: (part: number) => boolean,
): Promise<Weights> {
  const used = (list: readonly TrainingQuestion[]) => list.filter(({ part }) => uses(part));
  const questions = used(all);
  const passage = learnTwice('passage', [
    ...examples(questions, (q) => passageExample(q)),
    ...examples(used([...dictated, ...reworded]), (q) => passageExample(q, OTHERWISE_WEIGHT)),
  ]);
  const clause = learnTwice('clause', [
    ...examples(questions, (q) => clauseExample(q)),
    ...examples(used(reworded), (q) => clauseExample(q, OTHERWISE_WEIGHT)),
  ]);
  const before = (part: number) => ({ passage: passage.unseen(part), clause: clause.unseen(part) });
  const evidence = learnTwice('evidence', [
    ...examples(questions, (q) => evidenceExample(q, before(q.part))),
    ...examples(used([...dictated, ...reworded]), (q) =>
      evidenceExample(q, before(q.part), OTHERWISE_WEIGHT),
    ),
  ]);
  const span = learnFrom(
    'span',
    examples(questions, (q) => spanExample(q, clause.unseen(q.part))).map(({ example }) => example),
  );
  const cases: Example[] = [];
  for await (const { part, retrieved, answerable, weight } of confidenceCases(sets, uses, ways)) {
    const models = { ...before(part), evidence: evidence.unseen(part) };
    const example = answerabilityExample(retrieved, models, answerable, weight);
    if (example) cases.push(example);
  }
  const answerability = learnFrom('answerability', cases);
  return {
    passage: passage.weights,
    clause: clause.weights,
    evidence: evidence.weights,
    answerability,
    span,
  };
}

/** How weights do that were not learned from these questions; near misses and other sets' questions apart. */
async function heldOutFigures(set: EvalSet, foreign: readonly EvalSet[], shape: Shape, models: Models) {
  const kept = heldOut(set);
  const answerable = kept.questions.filter(({ answers }) => answers.length > 0);
  const { misses: _, ...figures } = await evaluate(
    { ...kept, questions: answerable },
    { shape, outOfCorpus: foreign, models },
  );
  if (answerable.length === kept.questions.length) return figures;
  const { refused, 'refused@95': refusedAt95 } = await evaluate(kept, { shape, models });
  return { ...figures, nearMissesRefused: refused, 'nearMissesRefused@95': refusedAt95 };
}

/** The questions that are kept apart from learning. */
function heldOut(set: EvalSet): EvalSet {
  return { ...set, questions: set.questions.filter((question) => partOf(set, question) === 0) };
}

interface LearnedTwice {
  readonly weights: ModelWeights;
  /** A model that has not seen the questions of this part. */
  unseen(part: number): Model;
}

function learnTwice(name: ModelName, made: readonly Made[]): LearnedTwice {
  const learned = (pick: (half: number) => boolean): ModelWeights =>
    learnFrom(
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

function learnFrom(name: ModelName, from: readonly Example[]): ModelWeights {
  tell(`  ${name}: ${from.length} examples`);
  return learn(MODEL_FEATURES[name], from, OPTIONS[name]);
}

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** JSON with one line a row of numbers, so that a change of weights can be read as a difference. */
function formatted(file: WeightsFile): string {
  return JSON.stringify(file, null, 1).replace(
    /\[\s+(-?[\d.e+-]+(?:,\s+-?[\d.e+-]+)*)\s+\]/g,
    (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`,
  );
}

process.exitCode = ExitCode.done;
await main().catch(exitOn);
