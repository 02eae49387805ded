import type { BenchResult } from '../bench/report.js';
import type { SystemResult } from '../bench/run.js';
import type { Machine, Measurement } from '../measurement.js';
import { percent, short, table } from './blocks.js';
import { type Language, originOf } from './quality-tables.js';

/** The product as `npm run bench` names it: whole, and with nothing read. */
const [OWN, UNREAD] = ['jianbao', 'jianbao-reader-off'] as const;

interface Words {
  readonly head: string;
  /** Stands after the median where it was measured. */
  readonly unread: string;
  machine(machine: Machine): string;
}

const README: Readonly<Record<Language, Words>> = {
  en: {
    head: 'passages|median answer|99 of 100 within|building the index|restart|peak memory',
    unread: 'median without the reader',
    machine: ({ cpu, cores, node }) => `One process on ${cores} cores of ${cpu}, Node.js ${node}.`,
  },
  zh: {
    head: '段落数|回答（中位数）|99 % 不超过|建索引|重启|内存峰值',
    unread: '不读段落时（中位数）',
    machine: ({ cpu, cores, node }) => `单进程，${cpu}（${cores} 核），Node.js ${node}。`,
  },
};

/** What a README shows: Jianbao's own figures, a size a row, and the machine. */
export function speedTable({ machine, results }: Measurement<BenchResult>, language: Language): string {
  const { head, unread, machine: told } = README[language];
  const hasUnread = measured(results, UNREAD, 'p50Ms');
  const rows = results.flatMap(({ passages, systems }) => {
    const own = systems.find(({ name }) => name === OWN);
    if (!own) return [];
    const { p50Ms, p99Ms, buildMs, restartMs, peakRssMb } = own;
    const before = systems.find(({ name }) => name === UNREAD);
    return [
      [
        passages.toLocaleString('en'),
        milliseconds(p50Ms),
        ...(hasUnread ? [before ? milliseconds(before.p50Ms) : '–'] : []),
        milliseconds(p99Ms),
        ...[buildMs, restartMs].map(seconds),
        megabytes(peakRssMb),
      ],
    ];
  });
  const [size = '', median = '', ...others] = head.split('|');
  return `${table([size, median, ...(hasUnread ? [unread] : []), ...others], rows)}\n${told(machine)}`;
}

/** Whether a figure of a system is there at any size: older measurements lack some. */
function measured(results: readonly BenchResult[], system: string, figure: keyof SystemResult): boolean {
  return results.some(({ systems }) =>
    systems.some((one) => one.name === system && one[figure] !== undefined),
  );
}

const PICTURE =
  'Median answer, building and peak memory from 1,000 to 100,000 passages, beside MiniSearch and SQLite';
/** Heads of the columns; those of what an older measurement lacks are left out with it. */
const COMPARED = {
  passages: 'passages',
  build: 'building',
  restart: 'restart',
  median: 'median answer',
  sqlite: '… SQLite FTS5',
  unread: 'median without the reader',
  p99: '99 of 100 within',
  rate: 'answers a second',
  memory: 'peak memory',
  first: 'right passage first',
} as const;

type Cost = 'buildMs' | 'p50Ms' | 'p99Ms' | 'peakRssMb';

/** The picture and, size by size, Jianbao's figures with those of the others as multiples. */
export function comparisonBlock({ results }: Measurement<BenchResult>): string {
  const left: readonly string[] = [
    ...(measured(results, UNREAD, 'p50Ms') ? [] : ['unread']),
    ...(measured(results, OWN, 'questionsPerSecond') ? [] : ['rate']),
  ];
  const columns = (Object.keys(COMPARED) as (keyof typeof COMPARED)[]).filter((key) => !left.includes(key));
  const rows = results.flatMap((result) => {
    const cells = compared(result);
    return cells ? [columns.map((key) => cells[key])] : [];
  });
  return `![${PICTURE}](bench.svg)\n\n${table(
    columns.map((key) => COMPARED[key]),
    rows,
  )}`;
}

/** The cells of one size; none where the product was not measured. */
function compared({
  passages,
  systems,
}: BenchResult): Readonly<Record<keyof typeof COMPARED, string>> | undefined {
  const named = (wanted: string): SystemResult | undefined => systems.find(({ name }) => name === wanted);
  const [own, unread, plain, sqlite] = [
    named(OWN),
    named(UNREAD),
    named('minisearch-nodejieba'),
    named('sqlite-fts5-nodejieba'),
  ];
  if (!own) return undefined;
  const times = (cost: Cost, than = own): string => (plain ? ` (${short(plain[cost] / than[cost])} ×)` : '');
  return {
    passages: passages.toLocaleString('en'),
    build: seconds(own.buildMs) + times('buildMs'),
    restart: seconds(own.restartMs),
    median: milliseconds(own.p50Ms) + times('p50Ms'),
    sqlite: sqlite ? `${short(sqlite.p50Ms / own.p50Ms)} ×` : '–',
    unread: unread ? milliseconds(unread.p50Ms) + times('p50Ms', unread) : '–',
    p99: milliseconds(own.p99Ms) + times('p99Ms'),
    rate: rate(own),
    memory: megabytes(own.peakRssMb) + times('peakRssMb'),
    first: [own, ...(plain ? [plain] : [])].map((system) => percent(system['hit@1'])).join('; MiniSearch '),
  };
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
export function systemsBlock(measurement: Measurement<BenchResult>): string {
  const { results } = measurement;
  const rates = measured(results, OWN, 'questionsPerSecond');
  const rows = results.flatMap(({ passages, systems }) =>
    systems.map((system, i) => [
      i === 0 ? passages.toLocaleString('en') : '',
      ...cells(system),
      ...(rates ? [rate(system)] : []),
    ]),
  );
  const questions = results[0]?.questions ?? 0;
  const heads = [...HEAD, ...(rates ? [COMPARED.rate] : [])];
  return `${table(heads, rows)}\n${questions} questions a size.\n\n${originOf(measurement)}`;
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

/** A stroke where an older measurement lacks it. */
function rate({ questionsPerSecond }: SystemResult): string {
  return questionsPerSecond === undefined ? '–' : short(questionsPerSecond);
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
