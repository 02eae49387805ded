import type { BenchResult } from '../bench/report.js';
import type { SystemResult } from '../bench/run.js';
import type { Machine, Measurement } from '../measurement.js';
import { percent, short, table } from './blocks.js';
import { type Language, originOf } from './quality-tables.js';

interface Words {
  readonly picture: string;
  readonly head: string;
  readonly between: string;
  machine(machine: Machine): string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    picture:
      'Median answer, building and peak memory from 1,000 to 100,000 passages, beside MiniSearch and SQLite',
    head: 'passages|building|restart|median answer|… SQLite FTS5|99 of 100 within|peak memory|right passage first',
    between: '; MiniSearch ',
    machine: ({ cpu, cores, node }) =>
      `One process on ${cores} cores of ${cpu}, Node.js ${node}. In parentheses: how many times as much plain MiniSearch takes.`,
  },
  zh: {
    picture: '1,000 到 100,000 段时一次回答的中位数、建索引的时间和内存峰值，与 MiniSearch 和 SQLite 相比',
    head: '段落数|建索引|重启|回答（中位数）|SQLite FTS5|99 % 不超过|内存峰值|首条段落正确',
    between: '；MiniSearch ',
    machine: ({ cpu, cores, node }) =>
      `单进程，${cpu}（${cores} 核），Node.js ${node}。括号里是原样的 MiniSearch 的倍数。`,
  },
};

type Cost = 'buildMs' | 'p50Ms' | 'p99Ms' | 'peakRssMb';

/** A README's picture and, size by size, Jianbao's figures with those of the others as multiples. */
export function benchBlock({ machine, results }: Measurement<BenchResult>, language: Language): string {
  const words = WORDS[language];
  const rows = results.flatMap(({ passages, systems }) => {
    const [own, plain, sqlite] = ['jianbao', 'minisearch-nodejieba', 'sqlite-fts5-nodejieba'].map((name) =>
      systems.find((system) => system.name === name),
    );
    if (!own) return [];
    const times = (cost: Cost): string => (plain ? ` (${short(plain[cost] / own[cost])} ×)` : '');
    return [
      [
        passages.toLocaleString('en'),
        `${short(own.buildMs / 1000)} s${times('buildMs')}`,
        own.restartMs === null ? '–' : `${short(own.restartMs / 1000)} s`,
        `${short(own.p50Ms)} ms${times('p50Ms')}`,
        sqlite ? `${short(sqlite.p50Ms / own.p50Ms)} ×` : '–',
        `${short(own.p99Ms)} ms${times('p99Ms')}`,
        `${short(own.peakRssMb)} MB${times('peakRssMb')}`,
        [own, ...(plain ? [plain] : [])].map((system) => percent(system['hit@1'])).join(words.between),
      ],
    ];
  });
  return `![${words.picture}](docs/bench.svg)\n\n${table(words.head.split('|'), rows)}\n${words.machine(machine)}`;
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
    `${short(buildMs / 1000)} s`,
    restartMs === null ? '–' : `${short(restartMs / 1000)} s`,
    ...[p50Ms, p99Ms, stallMs].map((ms) => `${short(ms)} ms`),
    `${short(peakRssMb)} MB`,
    percent(system['hit@1']),
    percent(system['hit@10']),
  ];
}
