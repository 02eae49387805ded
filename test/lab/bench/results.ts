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
