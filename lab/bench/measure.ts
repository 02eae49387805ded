import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Measurement, Order, ReadySystem, System } from './system.js';
import type { BenchQuestion } from './workload.js';

/** How often the event loop is looked at meanwhile, in milliseconds. */
const RESOLUTION_MS = 1;
/** How many ask without a pause while answers a second are counted, and how many questions in all. */
const SUSTAINED = { askers: 8, questions: 100 };

/**
 * Opens a system, asks it questions one by one, some at once and some side by side, and closes it.
 * @param progress told after each question, as a share from 0 to 1
 */
export async function measure(
  system: System,
  { place, questions: { warmUp, measured, atOnce } }: Order,
  progress: (share: number) => void,
): Promise<Measurement> {
  const ready = await system.open(place);
  await ready.ask((warmUp[0] ?? measured[0])?.text ?? '');
  // Counted from the start of the process, so that what is loaded counts too.
  const openMs = performance.now();
  for (const { text } of warmUp) await ready.ask(text);
  const { times, ranks } = await askAll(ready, measured, progress);
  const stallMs = await longestStall(ready, atOnce);
  const questionsPerSecond = await sustained(ready, measured.slice(0, SUSTAINED.questions));
  await ready.close();
  return {
    openMs: rounded(openMs),
    p50Ms: rounded(quantile(times, 0.5)),
    p99Ms: rounded(quantile(times, 0.99)),
    stallMs: rounded(stallMs),
    questionsPerSecond: rounded(questionsPerSecond),
    peakRssMb: rounded((process.resourceUsage().maxRSS * 1024) / 1e6),
    'hit@1': share(ranks, 1),
    'hit@10': share(ranks, 10),
  };
}

interface Asked {
  /** What each question took, in milliseconds. */
  readonly times: readonly number[];
  /** At which place its passage came, counted from 1; infinity where it did not. */
  readonly ranks: readonly number[];
}

async function askAll(
  ready: ReadySystem,
  questions: readonly BenchQuestion[],
  progress: (share: number) => void,
): Promise<Asked> {
  const times: number[] = [];
  for (const { text } of questions) {
    const began = performance.now();
    await ready.ask(text);
    times.push(performance.now() - began);
    progress(times.length / questions.length);
  }
  const ranks: number[] = [];
  for (const { text, passage } of questions) {
    const place = (await ready.find(text)).indexOf(passage);
    ranks.push(place < 0 ? Number.POSITIVE_INFINITY : place + 1);
  }
  return { times, ranks };
}

/** Longest time that the event loop stood still while the questions were asked, in milliseconds. */
async function longestStall(ready: ReadySystem, questions: readonly BenchQuestion[]): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  // It compares each look with the one before, so there has to be one.
  await pause(10 * RESOLUTION_MS);
  await Promise.all(questions.map(async ({ text }) => ready.ask(text)));
  await pause(10 * RESOLUTION_MS);
  delay.disable();
  return Math.max(0, delay.max / 1e6 - RESOLUTION_MS);
}

/** Answers a second while some ask, each the next question as soon as the one before is answered. */
async function sustained(ready: ReadySystem, questions: readonly BenchQuestion[]): Promise<number> {
  const left = questions.values();
  const began = performance.now();
  const askers = Array.from({ length: SUSTAINED.askers }, async () => {
    for (const { text } of left) await ready.ask(text);
  });
  await Promise.all(askers);
  return (questions.length / (performance.now() - began)) * 1_000;
}

/** The value below which a share of the values lies. */
function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function share(ranks: readonly number[], within: number): number {
  return rounded(ranks.filter((rank) => rank <= within).length / ranks.length, 4);
}

function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
