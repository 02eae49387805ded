import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { exitOn } from '../../src/app/exit.js';
import { createProgress } from '../../src/cli/progress.js';
import { ExitCode, parseCommandLine, wholeNumber } from '../../src/cli/usage.js';
import { locate } from '../../src/corpus/files.js';
import { DEFAULT_LIMITS } from '../../src/corpus/reading-process/limits.js';
import { ReadingProcess } from '../../src/corpus/reading-process/reading-process.js';
import { complaintsOf, writeFuzzFiles } from './files.js';

const USAGE = `Usage: npm run fuzz -- [options]

Mutates a good file of each format, has the results read as the bot reads them, and tells what became of them: each has to
be a reading or a reason. Meanwhile it measures how long this process, which would be answering, was held up.

  --files N   how many files (default 2000)
  --seed N    which (default 1)
  --help      this text`;

async function main(): Promise<number> {
  const { values } = parseCommandLine(
    {
      options: { files: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
    },
    USAGE,
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return ExitCode.done;
  }
  const count = wholeNumber('files', values.files, 2_000, 1, 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-fuzz-'));
  try {
    return await fuzz(folder, count, wholeNumber('seed', values.seed, 1, 0, 1_000_000));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What became of files, and of how many. */
type Outcomes = Record<'read' | 'partly' | 'left out', number>;

function summed(all: readonly Outcomes[]): Outcomes {
  const sum = { read: 0, partly: 0, 'left out': 0 };
  for (const outcomes of all)
    for (const kind of ['read', 'partly', 'left out'] as const) sum[kind] += outcomes[kind];
  return sum;
}

function told(outcomes: Outcomes): string {
  return Object.entries(outcomes)
    .map(([kind, files]) => `${files} ${kind}`)
    .join(', ');
}

async function fuzz(folder: string, count: number, seed: number): Promise<number> {
  const files = writeFuzzFiles(folder, count, seed);
  const place = await locate(folder);
  const reading = new ReadingProcess(DEFAULT_LIMITS);
  const bar = createProgress();
  const outcomes = new Map<string, Outcomes>();
  const complaints: string[] = [];
  let [slowest, longest] = [
    { ms: 0, made: '' },
    { ms: 0, made: '' },
  ];
  // The process starts first: that is not reading.
  await reading.read(place, (files[0] as (typeof files)[number]).name);
  const [held, heldByOne] = [
    monitorEventLoopDelay({ resolution: 1 }),
    monitorEventLoopDelay({ resolution: 1 }),
  ];
  held.enable();
  heldByOne.enable();
  for (const [done, { name, made }] of files.entries()) {
    bar.show('reading', done / count);
    const began = performance.now();
    const outcome = await reading.read(place, name);
    const ms = performance.now() - began;
    if (ms > slowest.ms) slowest = { ms, made: `${name} (${made})` };
    if (heldByOne.max / 1e6 > longest.ms) longest = { ms: heldByOne.max / 1e6, made: `${name} (${made})` };
    heldByOne.reset();
    complaints.push(...complaintsOf(outcome).map((complaint) => `${complaint} (${made})`));
    const part = outcome.unreadable.length > 0 ? 'partly' : 'read';
    const ofFormat = outcomes.get(extname(name)) ?? { read: 0, partly: 0, 'left out': 0 };
    ofFormat[outcome.articles.length > 0 ? part : 'left out']++;
    outcomes.set(extname(name), ofFormat);
  }
  held.disable();
  heldByOne.disable();
  bar.end();
  await reading.close();
  const byFormat = [...outcomes].map(([ending, of]) => `  ${ending.padEnd(10)}${told(of)}\n`);
  process.stdout.write(
    `${count} files, seed ${seed}: ${told(summed([...outcomes.values()]))}\n${byFormat.join('')}` +
      `longest hold-up of the event loop: ${longest.ms.toFixed(1)} ms, at ${longest.made} (p99 of all ${(held.percentile(99) / 1e6).toFixed(1)} ms)\n` +
      `slowest file: ${slowest.ms.toFixed(0)} ms, ${slowest.made}\n` +
      complaints.map((complaint) => `! ${complaint}\n`).join(''),
  );
  return complaints.length > 0 ? ExitCode.failed : ExitCode.done;
}

process.on('uncaughtException', exitOn);
await main().then((code) => process.exit(code), exitOn);
