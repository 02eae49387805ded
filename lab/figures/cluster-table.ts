import type { ClusterResult } from '../bench/cluster-result.js';
import type { Measurement } from '../measurement.js';
import { percent, short, table } from './blocks.js';
import { originOf } from './quality-tables.js';

const HEAD = [
  'passages',
  'added a second',
  'on disk',
  'index',
  'median',
  '99 of 100 within',
  'answers a second',
  'memory of the bot',
  'right passage first',
];
const NAMES: Readonly<Record<string, string>> = {
  'jianbao-opensearch': 'OpenSearch',
  'jianbao-reader-off': 'in memory',
};

/** What an index in a cluster costs, size by size, beside that in memory where it was measured, and how to measure it again. */
export function clusterBlock(measurement: Measurement<ClusterResult>): string {
  const rows = measurement.results.flatMap(({ passages, added, disk, systems }) =>
    systems.map((system, i) => [
      ...(i === 0
        ? [
            passages.toLocaleString('en'),
            short(added.passages / added.seconds),
            `${short(disk.passagesMb + disk.articlesMb)} MB`,
          ]
        : ['', '', '']),
      NAMES[system.name] ?? system.name,
      ...[system.p50Ms, system.p99Ms].map((ms) => `${short(ms)} ms`),
      system.questionsPerSecond === undefined ? '–' : short(system.questionsPerSecond),
      `${short(system.peakRssMb)} MB`,
      percent(system['hit@1']),
    ]),
  );
  const questions = measurement.results[0]?.questions ?? 0;
  return `${table(HEAD, rows)}\n${questions} questions a size.\n\n${originOf(measurement)}`;
}
