import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { windowsOf } from '../../src/answering/reading/windows.js';
import { exitOn } from '../../src/app/exit.js';
import { parseCommandLine, UsageError } from '../../src/cli/usage.js';
import { fold } from '../../src/language/fold.js';
import { EVERYDAY, worldsKeptFor, worldsToLearn } from '../data/everyday-set.js';
import { readWorlds } from '../data/read-worlds.js';
import { worldsAsSet } from '../data/worlds-as-set.js';
import { collect, indexOf } from '../eval/collected.js';
import { type EvalSet, readSet } from '../eval/set.js';
import { randomFrom } from '../random.js';
import { mishearing } from '../ranking/misheard.js';
import { answerPlace, type Example, examplesOf, nearestWindows, type Use, useOf } from './examples.js';

const USAGE = `Usage: npm run reader:prepare -- --to FOLDER SET.json …

Makes what the reader learns from (train.jsonl) and is measured on (kept-apart.jsonl): of all worlds in lab/data and of
the sets that are named, such as those of npm run fetch-sets. Ten worlds and a tenth of each set are kept apart, and six
worlds and another tenth are for calibration (calibration.jsonl).

  --to FOLDER   where to write
  --share N     learns from this share of the worlds, 0 to 1, for a learning curve (default 1)
  --help        this text`;

/** Windows of an article that are read for a question, those nearest to it. */
const WINDOWS = 5;
const SEED = 8;

/** A question of the kept-apart part with the windows that are read for it. */
interface KeptApart {
  readonly question: string;
  readonly source: string;
  readonly kind: string;
  /** Best first; empty for a near miss. */
  readonly answers: readonly string[];
  readonly windows: readonly { readonly context: string; readonly text: string }[];
}

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(
    {
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        share: { type: 'string', default: '1' },
        help: { type: 'boolean', default: false },
      },
    },
    USAGE,
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const share = Number(values.share);
  if (values.to === undefined || !(share >= 0 && share <= 1)) throw new UsageError(USAGE);
  mkdirSync(values.to, { recursive: true });
  const random = randomFrom(SEED);
  const worlds = readWorlds();
  const learned = worldsToLearn(worlds);
  const chosen = learned.slice(0, Math.round(learned.length * share));
  const everyday = together(worldsAsSet(chosen), share === 1 ? [readSet(EVERYDAY)] : []);
  const publicSets = positionals.map(readSet);
  const common = { mishear: mishearing(), random };
  const examples = await made(everyday, {
    ...common,
    found: 1.6,
    elsewhere: 0.6,
    cut: 0.5,
    exchanged: 0.7,
    misheard: 0.15,
    titled: 0.93,
  });
  for (const set of publicSets.map((set) => part(set, 'learned')))
    examples.push(
      ...(await made(set, {
        ...common,
        found: 0.8,
        elsewhere: 0.4,
        cut: 0.4,
        exchanged: 0.3,
        misheard: 0,
        titled: 0.6,
      })),
    );
  for (const [name, use, list] of [
    ['kept-apart', 'kept apart', 'worlds'],
    ['calibration', 'calibration', 'worlds:calibration'],
  ] as const) {
    const these = worldsKeptFor(list);
    const questions = [
      ...keptApartOf(worldsAsSet(worlds.filter((world) => these.includes(world.name)))),
      ...publicSets.flatMap((set) => keptApartOf(part(set, use))),
    ];
    writeLines(join(values.to, `${name}.jsonl`), questions);
    process.stderr.write(`${questions.length} questions for ${name}\n`);
  }
  writeLines(join(values.to, 'train.jsonl'), examples);
  for (const [source, count] of countsOf(examples)) process.stderr.write(`${source}: ${count}\n`);
  process.stderr.write(`${examples.length} examples\n`);
}

async function made(set: EvalSet, options: Parameters<typeof examplesOf>[2]): Promise<Example[]> {
  if (set.passages.length === 0) return [];
  const index = await indexOf(collect(set, 'lines').articles);
  const examples: Example[] = [];
  for await (const example of examplesOf(set, index, options)) examples.push(example);
  return examples;
}

function countsOf(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { source } of examples) counts.set(source, (counts.get(source) ?? 0) + 1);
  return counts;
}

/** The worlds and the other everyday articles in one index, as they compete in the product. */
function together(worlds: EvalSet, others: readonly EvalSet[]): EvalSet {
  return {
    name: 'everyday',
    passages: [worlds, ...others].flatMap(({ passages }) => passages),
    questions: [worlds, ...others].flatMap(({ questions }) => questions),
  };
}

function part(set: EvalSet, use: Use): EvalSet {
  const passages = set.passages.filter((passage) => useOf(passage) === use);
  const ids = new Set(passages.map(({ id }) => id));
  return { ...set, passages, questions: set.questions.filter(({ passage }) => ids.has(passage)) };
}

function keptApartOf(set: EvalSet): KeptApart[] {
  const passages = new Map(set.passages.map((passage) => [passage.id, passage]));
  return set.questions.flatMap((question) => {
    const passage = passages.get(question.passage);
    if (!passage) return [];
    const text = fold(passage.text);
    // An answer that only the title has is none of the text's.
    if (question.answers.length > 0 && !answerPlace(question, text)) return [];
    const nearest = nearestWindows(fold(question.text), text, windowsOf(passage.text)).slice(0, WINDOWS);
    const windows = nearest.map(({ start, end, header }) => ({
      context: fold([passage.title ?? '', header].filter((one) => one !== '').join('：')),
      text: text.slice(start, end),
    }));
    return {
      question: fold(question.text),
      source: set.name === 'worlds' ? question.passage.replace(/-\d+$/, '') : set.name,
      kind: 'kind' in question ? String(question.kind) : '',
      answers: question.answers.map(fold),
      windows,
    };
  });
}

function writeLines(file: string, values: readonly unknown[]): void {
  // Aside first, so that a kill leaves no half of a file.
  const aside = `${file}.part`;
  writeFileSync(aside, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
  renameSync(aside, file);
}

process.on('uncaughtException', exitOn);
await main().catch(exitOn);
