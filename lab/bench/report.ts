import type { SystemResult } from './run.js';

/** What was measured at one size. */
export interface BenchResult {
  readonly passages: number;
  readonly questions: number;
  readonly systems: readonly SystemResult[];
}

type Column = readonly [head: string, value: (result: SystemResult) => number | null, unit: string];

const COLUMNS: readonly Column[] = [
  ['build', ({ buildMs }) => buildMs / 1000, 's'],
  ['restart', ({ restartMs }) => (restartMs === null ? null : restartMs / 1000), 's'],
  ['p50', ({ p50Ms }) => p50Ms, 'ms'],
  ['p99', ({ p99Ms }) => p99Ms, 'ms'],
  ['16 at once', ({ stallMs }) => stallMs, 'ms'],
  ['a second', ({ questionsPerSecond = null }) => questionsPerSecond, ''],
  ['memory', ({ peakRssMb }) => peakRssMb, 'MB'],
  ['hit@1', (result) => result['hit@1'] * 100, '%'],
  ['hit@10', (result) => result['hit@10'] * 100, '%'],
];
const WIDTH = 12;

/** A result as a table for people: the figures, and how many times the first system's the others' are. */
export function toText({ passages, questions, systems }: BenchResult): string {
  const name = Math.max(...systems.map((system) => system.name.length)) + 2;
  const row = (label: string, cells: readonly string[]): string =>
    label.padEnd(name) + cells.map((cell) => cell.padStart(WIDTH)).join('');
  const [first, ...others] = systems;
  return [
    `${passages.toLocaleString('en')} passages, ${questions} questions`,
    '',
    row(
      '',
      COLUMNS.map(([head]) => head),
    ),
    ...systems.map((system) =>
      row(
        system.name,
        COLUMNS.map((column) => cell(column, system)),
      ),
    ),
    '',
    ...(first
      ? others.map((other) =>
          row(
            `× ${first.name}`,
            COLUMNS.map((column) => ratio(column, other, first)),
          ),
        )
      : []),
    '',
    'build and restart: from the start of the process until it is ready; p50 and p99: a whole answer of Jianbao’s',
    'systems, a bare search of the others; 16 at once: longest time that nothing else could be done meanwhile; a second:',
    'answers a second while eight ask without a pause; memory: of the whole process, threads included.',
    '',
  ].join('\n');
}

function cell([, value, unit]: Column, system: SystemResult): string {
  const number = value(system);
  return number === null
    ? '–'
    : `${number.toFixed(number < 10 ? 2 : number < 100 ? 1 : 0)} ${unit}`.trimEnd();
}

function ratio([, value, unit]: Column, other: SystemResult, first: SystemResult): string {
  const [a, b] = [value(other), value(first)];
  if (a === null || b === null || b === 0 || unit === '%') return '';
  return `${(a / b).toFixed(1)} ×`;
}
