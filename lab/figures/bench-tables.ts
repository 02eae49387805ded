import type { BenchResult } from '../bench/report.js';
import type { SystemResult } from '../bench/run.js';
import type { Machine, Measurement } from '../measurement.js';
import { percent, short, table } from './blocks.js';
import { type Language, originOf } from './quality-tables.js';

interface Words {
  readonly head: string;
  machine(machine: Machine): string;
}

const README: Readonly<Record<Language, Words>> = {
  en: {
    head: 'passages|median answer|99 of 100 within|building the index|restart|peak memory',
    machine: ({ cpu, cores, node }) => `One process on ${cores} cores of ${cpu}, Node.js ${node}.`,
  },
  zh: {
    head: '段落数|回答（中位数）|99 % 不超过|建索引|重启|内存峰值',
    machine: ({ cpu, cores, node }) => `单进程，${cpu}（${cores} 核），Node.js ${node}。`,
  },
};

/** What a README shows: Jianbao's own figures, a size a row, and the machine. */
export function speedTable({ machine, results }: Measurement<BenchResult>, language: Language): string {
  const { head, machine: told } = README[language];
  const rows = results.flatMap(({ passages, systems }) => {
    const own = systems.find(({ name }) => name === 'jianbao');
    if (!own) return [];
    const { p50Ms, p99Ms, buildMs, restartMs, peakRssMb } = own;
    const times = [milliseconds(p50Ms), milliseconds(p99Ms), seconds(buildMs), seconds(restartMs)];
    return [[passages.toLocaleString('en'), ...times, megabytes(peakRssMb)]];
  });
  return `${table(head.split('|'), rows)}\n${told(machine)}`;
}

const PICTURE =
  'Median answer, building and peak memory from 1,000 to 100,000 passages, beside MiniSearch and SQLite';
const COMPARED = [
  'passages',
  'building',
  'restart',
  'median answer',
  '… SQLite FTS5',
  '99 of 100 within',
  'peak memory',
  'right passage first',
];

type Cost = 'buildMs' | 'p50Ms' | 'p99Ms' | 'peakRssMb';

/** The picture and, size by size, Jianbao's figures with those of the others as multiples. */
export function comparisonBlock({ results }: Measurement<BenchResult>): string {
  const rows = results.flatMap(({ passages, systems }) => {
    const [own, plain, sqlite] = ['jianbao', 'minisearch-nodejieba', 'sqlite-fts5-nodejieba'].map((name) =>
      systems.find((system) => system.name === name),
    );
    if (!own) return [];
    const times = (cost: Cost): string => (plain ? ` (${short(plain[cost] / own[cost])} ×)` : '');
    return [
      [
        passages.toLocaleString('en'),
        seconds(own.buildMs) + times('buildMs'),
        seconds(own.restartMs),
        milliseconds(own.p50Ms) + times('p50Ms'),
        sqlite ? `${short(sqlite.p50Ms / own.p50Ms)} ×` : '–',
        milliseconds(own.p99Ms) + times('p99Ms'),
        megabytes(own.peakRssMb) + times('peakRssMb'),
        [own, ...(plain ? [plain] : [])].map((system) => percent(system['hit@1'])).join('; MiniSearch '),
      ],
    ];
  });
  return `![${PICTURE}](bench.svg)\n\n${table(COMPARED, rows)}`;
}

const HEAD = [
  'passages',
  'system',
  'building',
  'restart',
  'median',
  '99 of 100 within',
  '16 at once',
  'peak memory',
  'hit@1',
  'hit@10',
];

/** Every figure of every system, size by size, and below how to measure them again. */
export function systemsBlock(measured: Measurement<BenchResult>): string {
  const rows = measured.results.flatMap(({ passages, systems }) =>
    systems.map((system, i) => [i === 0 ? passages.toLocaleString('en') : '', ...cells(system)]),
  );
  const questions = measured.results[0]?.questions ?? 0;
  return `${table(HEAD, rows)}\n${questions} questions a size.\n\n${originOf(measured)}`;
}

function cells(system: SystemResult): string[] {
  const { name, buildMs, restartMs, p50Ms, p99Ms, stallMs, peakRssMb } = system;
  return [
    name,
    seconds(buildMs),
    seconds(restartMs),
    ...[p50Ms, p99Ms, stallMs].map(milliseconds),
    megabytes(peakRssMb),
    percent(system['hit@1']),
    percent(system['hit@10']),
  ];
}

/** A time as seconds; a stroke where there is none. */
function seconds(ms: number | null): string {
  return ms === null ? '–' : `${short(ms / 1000)} s`;
}

function milliseconds(ms: number): string {
  return `${short(ms)} ms`;
}

function megabytes(mb: number): string {
  return `${short(mb)} MB`;
}
