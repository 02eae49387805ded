import { expect } from 'vitest';

/** The smaller input is so many times shorter. */
const SHORTER = 8;
/** Work of a time in proportion to length takes 8 times as much on the longer one, and quadratic work 64 times. */
const MOST_GROWTH = 32;
/** The processor's time counts that of other threads too, so that only what is so every time counts. */
const TRIES = 4;
/** What takes less is not told from the noise; milliseconds. */
const LEAST_MS = 20;

/**
 * Asserts that the processor time of some work grows about as its input does. It compares the work with itself, so that it
 * holds on a slow machine, and one that is busy with other work.
 * @param times how often something is repeated in the longer input
 */
export async function expectInProportion(work: (times: number) => unknown, times: number): Promise<void> {
  let growth = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && growth >= MOST_GROWTH; tried++) {
    const short = await cpuMs(() => work(Math.floor(times / SHORTER)));
    const long = await cpuMs(() => work(times));
    growth = Math.min(growth, long / Math.max(short, LEAST_MS));
  }
  expect(growth).toBeLessThan(MOST_GROWTH);
}

async function cpuMs(work: () => unknown): Promise<number> {
  const began = process.cpuUsage();
  await work();
  return process.cpuUsage(began).user / 1_000;
}
