import type { Calibration } from './calibration.js';
import type { Evaluation } from './evaluate.js';
import { GROUP_FIGURES, type Grouping, type Groups } from './groups.js';
import type { Judged } from './judged.js';
import type { Miss } from './misses.js';
import { FIGURES, type Figure, type FigureName } from './tally.js';

/** What the main figures are called over a column. */
const COLUMNS: Readonly<Record<(typeof GROUP_FIGURES)[number], string>> = {
  'hit@1': 'hit@1',
  answeredRight: 'answered right',
  answeredRightOfAnswered: 'of answered, right',
  markedRight: 'marked right',
  refusedThough: 'refused though',
  nearMissesAnswered: 'near misses answered',
};

/**
 * An evaluation as tables for people: every figure with its number of questions.
 * @param misses how many misses to list
 */
export function toText(evaluation: Evaluation, misses: number): string {
  const { set, passages, medianMs, judged, calibration, byKind, byWorld } = evaluation;
  return [
    `${set}: ${passages} passages, median answer ${medianMs} ms`,
    ...(Object.keys(FIGURES) as FigureName[]).flatMap((name) => line(name, evaluation[name])),
    ...(judged ? asJudged(judged) : []),
    ...(byKind ? groups('kind', byKind) : []),
    ...(byWorld ? groups('world', byWorld) : []),
    ...(calibration ? chances(calibration) : []),
    ...evaluation.misses.slice(0, misses).map(describe),
    '',
  ].join('\n');
}

function line(name: FigureName, figure: Figure | undefined): string[] {
  if (!figure) return [];
  const share = percent(figure.share).padStart(9);
  return [
    `  ${name.padEnd(24)}${share}  of ${String(figure.questions).padStart(5)}  ${FIGURES[name].meaning}`,
  ];
}

function asJudged({ figures, unread }: Judged): string[] {
  return [
    '',
    `  As readers judge what is shown first (${unread} of these articles nobody has read):`,
    ...(Object.keys(FIGURES) as FigureName[]).flatMap((name) => line(name, figures[name])),
  ];
}

function groups(by: Grouping, named: Groups): string[] {
  const rows = Object.entries(named).map(([name, figures]) => [
    name,
    ...GROUP_FIGURES.map((figure) => shareOf(figures[figure])),
  ]);
  return ['', ...aligned([[`by ${by}`, ...GROUP_FIGURES.map((name) => COLUMNS[name])], ...rows])];
}

function chances({ questions, error, bins }: Calibration): string[] {
  const rows = bins.map((bin) => [
    `${bin.from.toFixed(1)} to ${bin.to.toFixed(1)}`,
    String(bin.questions),
    bin.score === null ? '–' : percent(bin.score),
    bin.right === null ? '–' : percent(bin.right),
  ]);
  return [
    '',
    `  Chance given and share right are ${percent(error)} apart over ${questions} own questions with a result`,
    ...aligned([['chance', 'questions', 'mean chance', 'right'], ...rows]),
  ];
}

/** Lines of cells, each column as wide as its widest cell, the first to the left and the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `  ${cells.join('   ')}`;
  });
}

function shareOf(figure: Figure | undefined): string {
  return figure ? `${percent(figure.share)} of ${figure.questions}` : '–';
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function describe({ question, quoted, gold, rightPassage }: Miss): string {
  return [
    '',
    `  question  ${question}${rightPassage ? '' : '  (another passage came first)'}`,
    `  quoted    ${quoted.replaceAll('\n', ' / ') || '(nothing)'}`,
    `  gold      ${gold.join(' | ')}`,
  ].join('\n');
}
