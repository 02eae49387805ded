import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitOn } from '../../src/app/exit.js';
import { createProgress } from '../../src/cli/progress.js';
import { parseCommandLine, wholeNumber } from '../../src/cli/usage.js';
import { MadeIndex } from '../made-index.js';
import { saveMeasurement } from '../measurement.js';
import type { ClusterResult } from './cluster-result.js';
import { fill } from './fill.js';
import { type MaterialOptions, materialOf } from './material.js';
import { runSystem, type SystemResult, writeCorpus } from './run.js';
import { CLUSTERED, clustered } from './systems/clustered.js';
import { jianbaoUnread } from './systems/jianbao.js';
import { createWorkload, type Workload } from './workload.js';

const USAGE = `Usage: npm run bench:opensearch -- [options]

Starts OpenSearch on this machine, adds passages to an index in it, and measures at each size how fast they are added, what they
take on disk, and how long a bot beside it takes for an answer, with nothing read. It needs a JDK of version 17 and Maven.

  --passages N      how many passages, 100 to 1000000 (default 20000); may be given several times: the index grows
  --embedded N      up to how many the index in memory is measured as well (default 0)
  --corpus PATH     articles to make them from; may be given several times (default: those that come with the code)
  --set SET.json    passages with questions of their own, as for npm run eval; may be given several times
  --seed N          another number makes another collection (default 1)
  --save FILE.json  keeps what was measured, with command, date and machine
  --help            this text`;

interface Options extends MaterialOptions {
  /** Ascending. */
  readonly sizes: readonly number[];
  readonly embedded: number;
  readonly save?: string;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { sizes, seed, save } = options;
  const workload = growing(createWorkload(await materialOf(options), sizes.at(-1) ?? 0, seed));
  const made = await MadeIndex.open(process.env.INDEX_URL ?? '', CLUSTERED);
  const results: ClusterResult[] = [];
  try {
    for (const [place, size] of sizes.entries()) {
      const result = await measureAt(made, { from: sizes[place - 1] ?? 0, size }, workload, options);
      process.stdout.write(`${JSON.stringify(result)}\n`);
      results.push(result);
      // Whatever comes next may take an hour.
      if (save !== undefined) saveMeasurement(save, 'bench:opensearch', process.argv.slice(2), results);
    }
  } finally {
    await made.close();
  }
}

function readOptions(): Options | 'help' {
  const text = { type: 'string' } as const;
  const several = { type: 'string', multiple: true } as const;
  const { values } = parseCommandLine(
    {
      options: {
        passages: { ...several, default: ['20000'] },
        embedded: text,
        corpus: { ...several, default: [] },
        set: { ...several, default: [] },
        seed: text,
        save: text,
        help: { type: 'boolean', default: false },
      },
    },
    USAGE,
  );
  if (values.help) return 'help';
  return {
    sizes: values.passages
      .map((size) => wholeNumber('passages', size, 20_000, 100, 1_000_000))
      .sort((one, other) => one - other),
    embedded: wholeNumber('embedded', values.embedded, 0, 0, 1_000_000),
    corpora: values.corpus,
    sets: values.set,
    seed: wholeNumber('seed', values.seed, 1, 0, 2 ** 32 - 1),
    ...(values.save !== undefined && { save: values.save }),
  };
}

/** With the passages that are asked about first, so that each size has them. */
function growing({ passages, questions }: Workload): Workload {
  const { warmUp, measured, atOnce } = questions;
  const asked = new Set([...warmUp, ...measured, ...atOnce].map(({ passage }) => passage));
  const [first, others] = [true, false].map((is) => passages.filter(({ id }) => asked.has(id) === is));
  return { passages: [...(first ?? []), ...(others ?? [])], questions };
}

async function measureAt(
  made: MadeIndex,
  { from, size }: { readonly from: number; readonly size: number },
  { passages, questions }: Workload,
  { embedded }: Options,
): Promise<ClusterResult> {
  const bar = createProgress();
  const label = `${size.toLocaleString('en')} passages`;
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
  const own = { passages: passages.slice(0, size), questions };
  try {
    const seconds = await fill(made.index, own.passages, from, (share) =>
      bar.show(`${label}, adding`, share),
    );
    process.stderr.write(`${label} after ${seconds.toFixed(0)} s\n`);
    const systems: SystemResult[] = [];
    const disk = await made.disk();
    const asking = (share: number): void => bar.show(`${label}, asking`, share);
    systems.push(await runSystem(clustered, folder, own, asking));
    if (size <= embedded) {
      await writeCorpus(folder, own);
      systems.push(await runSystem(jianbaoUnread, folder, own, asking));
    }
    return {
      passages: size,
      questions: questions.measured.length,
      added: { passages: size - from, seconds: Number(seconds.toFixed(1)) },
      disk,
      systems: systems.map(({ restartMs: _, ...system }) => system),
    };
  } finally {
    bar.end();
    rmSync(folder, { recursive: true });
  }
}

process.on('uncaughtException', exitOn);
await main().catch(exitOn);
