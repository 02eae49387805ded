import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { windowsOf } from '../../src/answering/reading/windows.js';
import { exitOn } from '../../src/app/exit.js';
import { parseCommandLine, UsageError } from '../../src/cli/usage.js';
import { fold } from '../../src/language/fold.js';
import { readWords } from '../../src/language/read-list.js';
import { readWorlds } from '../data/read-worlds.js';
import { worldsAsSet } from '../data/worlds-as-set.js';
import { collect, indexOf } from '../eval/collected.js';
import { type EvalSet, readSet } from '../eval/set.js';
import { randomFrom } from '../random.js';
import { answerPlace, type Example, examplesOf, isKeptApart, nearestWindows } from './examples.js';

const USAGE = `Usage: npm run reader:prepare -- --to FOLDER SET.json …

Makes what the reader learns from (train.jsonl) and is measured on (kept-apart.jsonl): of all worlds in lab/data and of
the sets that are named, such as those of npm run fetch-sets. Ten worlds and a tenth of each set are kept apart.

  --to FOLDER   where to write
  --share N     learns from this share of the worlds, 0 to 1, for a learning curve (default 1)
  --help        this text`;

/** Windows of an article that are read for a question, those nearest to it. */
const WINDOWS = 5;
const SEED = 8;
const DATA = new URL('../../../lab/data/', import.meta.url);
const EVERYDAY = fileURLToPath(new URL('everyday.json', DATA));

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
  const apart = new Set(readWords(new URL('kept-apart.txt', DATA)));
  const worlds = readWorlds();
  const learned = worlds.filter(({ name }) => !apart.has(name));
  const chosen = learned.slice(0, Math.round(learned.length * share));
  const everyday = [worldsAsSet(chosen), ...(share === 1 ? [readSet(EVERYDAY)] : [])];
  const publicSets = positionals.map(readSet);
  const examples: Example[] = [];
  for (const set of everyday)
    examples.push(...(await made(set, { found: 0.5, cut: 0.4, titled: 0.9, random })));
  for (const set of publicSets.map(learnable))
    examples.push(...(await made(set, { found: 0.4, cut: 0.3, titled: 0.5, random })));
  const measured = [
    ...keptApartOf(worldsAsSet(worlds.filter(({ name }) => apart.has(name)))),
    ...publicSets.flatMap((set) => keptApartOf(keptApart(set))),
  ];
  writeLines(join(values.to, 'train.jsonl'), examples);
  writeLines(join(values.to, 'kept-apart.jsonl'), measured);
  for (const [source, count] of countsOf(examples)) process.stderr.write(`${source}: ${count}\n`);
  process.stderr.write(`${examples.length} examples, ${measured.length} questions kept apart\n`);
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

function learnable(set: EvalSet): EvalSet {
  return part(set, (passage) => !isKeptApart(passage));
}

function keptApart(set: EvalSet): EvalSet {
  return part(set, isKeptApart);
}

function part(set: EvalSet, chosen: (passage: EvalSet['passages'][number]) => boolean): EvalSet {
  const passages = set.passages.filter(chosen);
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
  writeFileSync(file, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}

process.on('uncaughtException', exitOn);
await main().catch(exitOn);
