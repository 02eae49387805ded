import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReader } from '../../src/answering/reading/open-reader.js';
import { exitOn } from '../../src/app/exit.js';
import { createProgress } from '../../src/cli/progress.js';
import { parseCommandLine, wholeNumber } from '../../src/cli/usage.js';
import { saveMeasurement } from '../measurement.js';
import { ensureAddon } from '../nodejieba-addon.js';
import { type Material, materialOf } from './material.js';
import { type BenchResult, toText } from './report.js';
import { runSystem, type SystemResult, writeCorpus } from './run.js';
import type { System } from './system.js';
import { jianbao, jianbaoUnread } from './systems/jianbao.js';
import { sqlite } from './systems/sqlite.js';
import { ensureSqlite } from './systems/sqlite-package.js';
import { SYSTEMS } from './systems/systems.js';
import { createWorkload } from './workload.js';

const USAGE = `Usage: npm run bench -- [options]

Measures building, restarting, answering and memory, with the reader and without, beside plain MiniSearch and SQLite FTS5 with the same words, each
in a process of its own. Half of the given passages are asked about; the sentences of the others are put together at
random to as many further passages as are wanted.

  --passages N      how many passages, 100 to 1000000 (default 20000); may be given several times
  --corpus PATH     articles to make them from; may be given several times (default: those that come with the code)
  --set SET.json    passages with questions of their own, as for npm run eval; may be given several times
  --seed N          another number makes another collection (default 1)
  --save FILE.json  keeps what was measured, with command, date and machine, for npm run figures
  --json            one line of JSON a size
  --help            this text`;

interface Options {
  readonly sizes: readonly number[];
  readonly corpora: readonly string[];
  readonly sets: readonly string[];
  readonly seed: number;
  readonly save?: string;
  readonly json: boolean;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const material = await materialOf(options);
  const systems = await available();
  const results: BenchResult[] = [];
  for (const size of options.sizes) {
    const result = await measureAt(size, systems, material, options.seed);
    process.stdout.write(`${options.json ? JSON.stringify(result) : toText(result)}\n`);
    results.push(result);
  }
  if (options.save !== undefined) saveMeasurement(options.save, 'bench', process.argv.slice(2), results);
}

function readOptions(): Options | 'help' {
  const { values } = parseCommandLine(
    {
      options: {
        passages: { type: 'string', multiple: true, default: ['20000'] },
        corpus: { type: 'string', multiple: true, default: [] },
        set: { type: 'string', multiple: true, default: [] },
        seed: { type: 'string' },
        save: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    USAGE,
  );
  if (values.help) return 'help';
  const { corpus, set } = values;
  return {
    sizes: values.passages.map((size) => wholeNumber('passages', size, 20_000, 100, 1_000_000)),
    corpora: corpus,
    sets: set,
    seed: wholeNumber('seed', values.seed, 1, 0, 2 ** 32 - 1),
    ...(values.save !== undefined && { save: values.save }),
    json: values.json,
  };
}

/**
 * The systems that can run here: the product's reader wants its package and model, the systems beside it nodejieba's native
 * part, and one SQLite.
 */
async function available(): Promise<readonly System[]> {
  const left = new Set(SYSTEMS);
  const reader = await openReader();
  if (reader.kind === 'ready') await reader.reader.close();
  else {
    left.delete(jianbaoUnread);
    process.stderr.write(`The reader cannot be used (${reader.why.en}): Jianbao is measured without it.\n`);
  }
  const addon = ensureAddon();
  if (!addon.there) {
    process.stderr.write(`${addon.reason} Only Jianbao is measured.\n`);
    return [...left].filter((system) => system === jianbao || system === jianbaoUnread);
  }
  if (!ensureSqlite()) left.delete(sqlite);
  return [...left];
}

async function measureAt(
  size: number,
  systems: readonly System[],
  material: Material,
  seed: number,
): Promise<BenchResult> {
  const workload = createWorkload(material, size, seed);
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
  const bar = createProgress();
  try {
    await writeCorpus(folder, workload);
    const measured: SystemResult[] = [];
    for (const system of systems) {
      const label = `${size.toLocaleString('en')} passages, ${system.name}`;
      bar.show(label, 0);
      measured.push(await runSystem(system, folder, workload, (share) => bar.show(label, share)));
    }
    return { passages: size, questions: workload.questions.measured.length, systems: measured };
  } finally {
    bar.end();
    rmSync(folder, { recursive: true });
  }
}

process.on('uncaughtException', exitOn);
await main().catch(exitOn);
