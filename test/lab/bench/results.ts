import type { BenchResult } from '../../../lab/bench/report.js';
import type { SystemResult } from '../../../lab/bench/run.js';

/** A system that takes so many times what the first one takes. */
export function system(name: string, factor: number, restartMs: number | null): SystemResult {
  return {
    name,
    buildMs: 2_000 * factor,
    restartMs,
    p50Ms: 3 * factor,
    p99Ms: 9 * factor,
    stallMs: 4 * factor,
    questionsPerSecond: 40 / factor,
    peakRssMb: 250 * factor,
    'hit@1': 0.98,
    'hit@10': 1,
  };
}

/** Two systems at a size; the second takes a hundredth of it times as much. */
export const resultAt = (passages: number): BenchResult => ({
  passages,
  questions: 300,
  systems: [system('jianbao', 1, 400), system('minisearch-nodejieba', passages / 100, null)],
});

/** The same with a row for the product with nothing read. */
export const resultWithUnread = (passages: number): BenchResult => {
  const { systems, ...rest } = resultAt(passages);
  const [own, ...others] = systems;
  return {
    ...rest,
    systems: [own as SystemResult, system('jianbao-reader-off', 0.1, 400), ...others],
  };
};

/** As a measurement from before answers a second were counted. */
export const olderResultAt = (passages: number): BenchResult => {
  const { systems, ...rest } = resultAt(passages);
  return { ...rest, systems: systems.map(({ questionsPerSecond: _, ...system }) => system) };
};
