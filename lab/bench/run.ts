import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measurement, Order, Report, System } from './system.js';
import type { Workload } from './workload.js';

/** A system could not be measured. */
export class MeasurementFailedError extends Error {
  override readonly name = 'MeasurementFailedError';

  /** @param reason what the process said, or how it ended */
  constructor(system: string, reason: string) {
    super(`${system} could not be measured: ${reason}`);
  }
}

/** One system's row of the result; times in milliseconds, memory in megabytes, hits as shares from 0 to 1. */
export interface SystemResult extends Omit<Measurement, 'openMs'> {
  readonly name: string;
  readonly buildMs: number;
  /** `null` for a system that is built anew at each start. */
  readonly restartMs: number | null;
}

/** After a restart only the start is measured, and that the questions are answered as before. */
const QUESTIONS_AFTER_RESTART = 20;
const CHILD = fileURLToPath(new URL('./child.js', import.meta.url));

const CORPUS = 'corpus.jsonl';

/** Writes the passages for all systems, one a line. */
export async function writeCorpus(folder: string, { passages }: Workload): Promise<void> {
  const file = createWriteStream(join(folder, CORPUS));
  for (const passage of passages) {
    if (!file.write(`${JSON.stringify(passage)}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

/**
 * Measures a system in a process of its own, and its second start in another.
 * @param folder where the corpus is, and where the system may put what it likes
 * @throws MeasurementFailedError
 */
export async function runSystem(
  { name, restarts }: System,
  folder: string,
  { questions }: Workload,
  progress: (share: number) => void,
): Promise<SystemResult> {
  const own = join(folder, name);
  mkdirSync(own);
  const place = { corpus: join(folder, CORPUS), folder: own };
  const { openMs: buildMs, ...first } = await inProcess({ system: name, place, questions }, progress);
  if (!restarts) return { name, buildMs, restartMs: null, ...first };
  const few = { warmUp: [], measured: questions.measured.slice(0, QUESTIONS_AFTER_RESTART), atOnce: [] };
  const second = await inProcess({ system: name, place, questions: few }, () => {});
  const peakRssMb = Math.max(first.peakRssMb, second.peakRssMb);
  return { name, buildMs, restartMs: second.openMs, ...first, peakRssMb };
}

async function inProcess(order: Order, progress: (share: number) => void): Promise<Measurement> {
  const child = fork(CHILD, { execArgv: [] });
  let outcome: Report | undefined;
  child.on('message', (report: Report) => {
    if (report.kind === 'progress') progress(report.share);
    else outcome = report;
  });
  child.send(order);
  const [code, signal] = await once(child, 'close');
  if (outcome?.kind === 'done') return outcome.measurement;
  const reason = outcome?.kind === 'failed' ? outcome.reason : `its process ended with ${signal ?? code}`;
  throw new MeasurementFailedError(order.system, reason);
}
