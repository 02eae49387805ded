import type { Bin, Calibration } from '../eval/calibration.js';
import { percent } from './blocks.js';
import { count } from './quality-tables.js';
import { COLOURS, toSvg } from './svg.js';

/** A bin with questions in it. */
interface Filled extends Bin {
  readonly score: number;
  readonly right: number;
}

/** In pixels: the square of the diagram, and below it the histogram, with the room around them. */
const PLOT = { left: 64, top: 64, side: 320 };
const BARS = { top: PLOT.top + PLOT.side + 62, height: 64 };
const SIZE = { width: PLOT.left + PLOT.side + 36, height: BARS.top + BARS.height + 44 };
/** Radii in pixels: of the point with the most questions, and of one with hardly any. */
const RADIUS = { most: 13, least: 2.5 };
/** Shares that are written along both axes. */
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/**
 * Draws a reliability diagram as SVG: for each bin the share that is right against the chance that was given, a point as big as
 * its number of questions, beside the diagonal on which they would lie; below, how many questions there are in each.
 */
export function toCalibrationChart({ questions, error, bins }: Calibration): string {
  return toSvg({
    ...SIZE,
    title: 'The share of excerpts that are right against the chance that they were given',
    contents: [
      '<text class="head" x="16" y="26">Is a chance what it says?</text>',
      `<text x="16" y="46">${count(questions)} questions, ${percent(error)} apart on average</text>`,
      ...axes(),
      ...filled(bins).map((bin, _, all) => point(bin, all)),
      ...histogram(bins),
    ],
  });
}

/** What the picture shows in words, for those who do not see it. */
export function describeCalibration({ questions, error, bins }: Calibration): string {
  const told = filled(bins).map(
    (bin) => `${percent(bin.score)}, right ${percent(bin.right)} (${count(bin.questions)})`,
  );
  return (
    `Reliability diagram of ${count(questions)} questions, ${percent(error)} apart on average. ` +
    `Mean chance given, share right and number of questions of each bin: ${told.join('; ')}`
  );
}

function axes(): string[] {
  const { left, top, side } = PLOT;
  const [right, bottom] = [left + side, top + side];
  return [
    `<rect class="axis" x="${left}" y="${top}" width="${side}" height="${side}" fill="none"/>`,
    `<line class="axis" x1="${left}" y1="${bottom}" x2="${right}" y2="${top}" stroke-dasharray="4 4"/>`,
    ...TICKS.map(
      (share) => `<text x="${x(share)}" y="${bottom + 18}" text-anchor="middle">${tick(share)}</text>`,
    ),
    ...TICKS.map(
      (share) => `<text x="${left - 8}" y="${y(share) + 4}" text-anchor="end">${tick(share)}</text>`,
    ),
    `<text x="${left + side / 2}" y="${bottom + 38}" text-anchor="middle">chance given</text>`,
    `<text transform="translate(16 ${top + side / 2}) rotate(-90)" text-anchor="middle">share right</text>`,
  ];
}

function point({ questions, score, right }: Filled, all: readonly Filled[]): string {
  const most = Math.max(...all.map((bin) => bin.questions));
  const radius = Math.max(RADIUS.least, RADIUS.most * Math.sqrt(questions / most));
  return (
    `<circle cx="${x(score)}" cy="${y(right)}" r="${radius.toFixed(1)}" ` +
    `fill="${COLOURS[0]}" fill-opacity="0.8"/>`
  );
}

/** A bar a bin, its number of questions over it. */
function histogram(bins: readonly Bin[]): string[] {
  const most = Math.max(1, ...bins.map(({ questions }) => questions));
  const bottom = BARS.top + BARS.height;
  const width = PLOT.side / bins.length;
  return [
    ...bins.flatMap(({ questions }, i) => {
      const height = (questions / most) * BARS.height;
      const [left, top] = [PLOT.left + i * width, bottom - height];
      return [
        `<rect x="${left + 2}" y="${top.toFixed(1)}" width="${width - 4}" height="${height.toFixed(1)}" fill="${COLOURS[0]}"/>`,
        `<text x="${left + width / 2}" y="${(top - 5).toFixed(1)}" text-anchor="middle">${questions}</text>`,
      ];
    }),
    `<line class="axis" x1="${PLOT.left}" y1="${bottom}" x2="${PLOT.left + PLOT.side}" y2="${bottom}"/>`,
    `<text x="${PLOT.left + PLOT.side / 2}" y="${bottom + 22}" text-anchor="middle">questions by chance given</text>`,
  ];
}

function filled(bins: readonly Bin[]): Filled[] {
  return bins.flatMap(({ score, right, ...bin }) =>
    score === null || right === null ? [] : [{ ...bin, score, right }],
  );
}

function x(share: number): number {
  return Number((PLOT.left + share * PLOT.side).toFixed(1));
}

function y(share: number): number {
  return Number((PLOT.top + (1 - share) * PLOT.side).toFixed(1));
}

function tick(share: number): string {
  return `${Math.round(share * 100)} %`;
}
