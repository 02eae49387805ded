import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createAnswerer } from '../../src/answering/answerer.js';
import { type Models, modelsFrom, type WeightsFile } from '../../src/answering/features/models.js';
import { exitOn } from '../../src/app/exit.js';
import { ExitCode, parseCommandLine, UsageError } from '../../src/cli/usage.js';
import { type EvaluateOptions, evaluate } from '../eval/evaluate.js';
import { KEPT_APART, keptApart, PARTS } from '../eval/parts.js';
import { type EvalSet, readSet } from '../eval/set.js';
import { learnAll, type Material, type Weights } from './learn-all.js';
import { mishearing } from './misheard.js';
import { askAll, indexSet, type TrainingQuestion } from './questions.js';
import { rewording } from './reworded.js';

const USAGE = `Usage: npm run train -- SET.json …

Learns the weights of the evidence from reading-comprehension sets and writes src/answering/features/weights.json.
A quarter of the questions is kept apart first, to report how weights learned from the rest do on them.

  --quick      skip that report
  --measured   write the weights of that report, learned from three quarters, instead of learning from all
  --help       this text`;

/** Each set is learned from in all shapes, so that neither titles nor single paragraphs are taken for granted. */
const SHAPES = ['lines', 'untitled', 'pages'] as const;

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
  const material = await materialOf(sets);
  const about: Record<string, unknown> = {
    sets: sets.map(({ name, questions: all }) => ({ name, questions: all.length })),
  };
  let measured: Weights | undefined;
  if (!values.quick) {
    tell(`learning from ${PARTS - 1} parts of ${PARTS}, to measure on the other`);
    measured = await learnAll(material, (part) => part !== KEPT_APART, tell);
    about.heldOut = await reportOf(sets, modelsFrom(measured));
  }
  let models = values.measured ? measured : undefined;
  if (!models) {
    tell('learning from all');
    models = await learnAll(material, () => true, tell);
  }
  about.learnedFrom = values.measured ? 'the questions that are not among those of heldOut' : 'all questions';
  const file = fileURLToPath(new URL('../../../src/answering/features/weights.json', import.meta.url));
  writeFileSync(file, `${formatted({ about, models })}\n`);
  process.stdout.write(`${JSON.stringify(about, null, 2)}\n`);
}

/** Every question asked of its own set, as it is written and in the other ways. */
async function materialOf(sets: readonly EvalSet[]): Promise<Material> {
  const indexed = await Promise.all(sets.flatMap((set) => SHAPES.map((shape) => indexSet(set, shape))));
  tell('asking every question of its own set');
  const ways = { mishear: mishearing(), reword: rewording() };
  const questions = (await Promise.all(indexed.map((set) => askAll(set)))).flat();
  const paragraphs = indexed.filter(({ shape }) => shape === SHAPES[0]);
  const asked = async (way: (question: string) => string): Promise<TrainingQuestion[]> =>
    (await Promise.all(paragraphs.map((set) => askAll(set, way)))).flat();
  const [dictated, reworded] = [await asked(ways.mishear), await asked(ways.reword)];
  return { sets: indexed, questions, dictated, reworded, ways };
}

/** The figures of every set on the questions that are kept apart, in two shapes. */
async function reportOf(sets: readonly EvalSet[], models: Models): Promise<unknown[]> {
  const report: unknown[] = [];
  const answererOf: EvaluateOptions['answererOf'] = (index, articles) =>
    createAnswerer(index, articles, models);
  for (const set of sets) {
    const outOfCorpus = sets.filter((other) => other !== set).map(keptApart);
    for (const shape of ['lines', 'pages'] as const) {
      const { misses: _, ...measured } = await evaluate(keptApart(set), { shape, outOfCorpus, answererOf });
      const figures = { shape, ...measured };
      report.push(figures);
      tell(JSON.stringify(figures));
    }
  }
  return report;
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
