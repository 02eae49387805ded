import type { BenchResult } from '../bench/report.js';
import type { SystemResult } from '../bench/run.js';
import { short } from './blocks.js';
import { COLOURS, toSvg } from './svg.js';

interface Panel {
  readonly title: string;
  readonly value: (system: SystemResult) => number;
  /** A value as it is written beside its point. */
  readonly show: (value: number) => string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const PANELS: readonly Panel[] = [
  { title: 'One question (median)', value: ({ p50Ms }) => p50Ms, show: (ms) => `${short(ms)} ms` },
  { title: 'Building the index', value: ({ buildMs }) => buildMs / 1000, show: (s) => `${short(s)} s` },
  { title: 'Peak memory', value: ({ peakRssMb }) => peakRssMb, show: (mb) => `${short(mb)} MB` },
];
/** Systems as readers know them. */
const NAMES: Readonly<Record<string, string>> = {
  jianbao: 'Jianbao (whole answer)',
  'jianbao-reader-off': 'Jianbao without the reader',
  'minisearch-nodejieba': 'MiniSearch (bare search)',
  'sqlite-fts5-nodejieba': 'SQLite FTS5 (bare search)',
};
/** In pixels: a panel with the room around its drawing. */
const SIZE = { width: 320, height: 300, left: 16, right: 84, top: 78, bottom: 40 };
/** Least distance of two values that are written at the right end, in pixels. */
const LINE_HEIGHT = 15;

/** Draws cost against size, both on logarithmic scales, as an SVG that is read on light and dark pages. */
export function toChart(results: readonly BenchResult[]): string {
  const names = results[0]?.systems.map(({ name }) => name) ?? [];
  const width = SIZE.width * PANELS.length;
  return toSvg({
    width,
    height: SIZE.height,
    title: 'What a question, building and memory cost at different sizes',
    contents: [
      ...names.map((name, i) => legend(name, i)),
      // Beside the systems, where they leave room.
      `<text x="${width - 16}" y="${names.length > 3 ? SIZE.height - 4 : 24}" text-anchor="end">by number of passages, logarithmic</text>`,
      ...PANELS.map(
        (panel, i) => `<g transform="translate(${i * SIZE.width} 0)">${draw(panel, results, names)}</g>`,
      ),
    ],
  });
}

function legend(name: string, i: number): string {
  const x = SIZE.left + i * 210;
  return (
    `<rect x="${x}" y="12" width="14" height="14" rx="3" fill="${colour(i)}"/>` +
    `<text x="${x + 20}" y="24">${NAMES[name] ?? name}</text>`
  );
}

function draw(panel: Panel, results: readonly BenchResult[], names: readonly string[]): string {
  const bottom = SIZE.height - SIZE.bottom;
  const x = scale(
    results.map(({ passages }) => passages),
    SIZE.left + 6,
    SIZE.width - SIZE.right,
  );
  const y = scale(
    results.flatMap(({ systems }) => systems.map(panel.value)),
    bottom - 8,
    SIZE.top,
  );
  const lines = names.map((name) => valuesOf(panel, results, name));
  const ends = spread(lines.map((values) => y(values.at(-1)?.value ?? 1)));
  return [
    `<text class="head" x="${SIZE.left}" y="58">${panel.title}</text>`,
    `<line class="axis" x1="${SIZE.left}" y1="${bottom}" x2="${SIZE.width - SIZE.right}" y2="${bottom}"/>`,
    ...results.map(
      ({ passages }) =>
        `<text x="${x(passages)}" y="${bottom + 20}" text-anchor="middle">${compact(passages)}</text>`,
    ),
    ...lines.map((values, i) =>
      line(
        values.map(({ passages, value }) => ({ x: x(passages), y: y(value) })),
        i,
      ),
    ),
    ...lines.map(
      (values, i) =>
        `<text x="${SIZE.width - SIZE.right + 8}" y="${(ends[i] ?? 0) + 4}">${panel.show(values.at(-1)?.value ?? 0)}</text>`,
    ),
  ].join('\n');
}

function valuesOf(
  { value }: Panel,
  results: readonly BenchResult[],
  name: string,
): { readonly passages: number; readonly value: number }[] {
  return results.flatMap(({ passages, systems }) => {
    const system = systems.find((one) => one.name === name);
    return system ? [{ passages, value: value(system) }] : [];
  });
}

function line(points: readonly Point[], i: number): string {
  const path = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const dots = points.map(
    ({ x, y }) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3.5" fill="${colour(i)}"/>`,
  );
  return `<polyline points="${path}" fill="none" stroke="${colour(i)}" stroke-width="2"/>${dots.join('')}`;
}

/** Where a value lies between two ends, the least at the first, on a logarithmic scale. */
function scale(values: readonly number[], first: number, last: number): (value: number) => number {
  const [least, most] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  return (value) =>
    most === least ? first : first + ((Math.log(value) - least) / (most - least)) * (last - first);
}

/** The same heights, moved down as far as it takes that no two are too near. */
function spread(heights: readonly number[]): number[] {
  const moved = [...heights];
  let free = Number.NEGATIVE_INFINITY;
  for (const i of heights.map((_, at) => at).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0))) {
    moved[i] = Math.max(heights[i] ?? 0, free);
    free = (moved[i] ?? 0) + LINE_HEIGHT;
  }
  return moved;
}

function colour(i: number): string {
  return COLOURS[i % COLOURS.length] as string;
}

function compact(passages: number): string {
  return passages >= 1_000 ? `${passages / 1_000}k` : String(passages);
}
