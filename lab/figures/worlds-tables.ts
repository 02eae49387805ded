import { GROUP_FIGURES, type Groups } from '../eval/groups.js';
import type { Measurement } from '../measurement.js';
import { table } from './blocks.js';
import { figuresTable, originOf, type SetFigures, shareOf } from './quality-tables.js';

/** What the main figures are called over a column. */
const COLUMNS: Readonly<Record<(typeof GROUP_FIGURES)[number], string>> = {
  'hit@1': 'right passage first',
  answeredRight: 'answered, with the answer',
  answeredRightOfAnswered: 'of those answered, right',
  markedRight: 'of those marked, right',
  refusedThough: 'refused though it was shown',
  nearMissesAnswered: 'near misses answered',
};

/**
 * The figures of the worlds, all together, by kind of question and by world, and below how to measure them again.
 * @param alone the same of each world by itself
 */
export function worldsBlock(measured: Measurement<SetFigures>, alone?: Measurement<SetFigures>): string {
  const groups = measured.results.flatMap(({ byKind, byWorld }) => [
    ...(byKind ? [groupsTable('kind', byKind)] : []),
    ...(byWorld ? [groupsTable('world', byWorld)] : []),
  ]);
  const all = alone ? [measured, alone] : [measured];
  return [figuresTable(all), ...groups, all.map(originOf).join('\n')].join('\n');
}

function groupsTable(by: string, groups: Groups): string {
  const rows = Object.entries(groups).map(([name, figures]) => [
    name,
    ...GROUP_FIGURES.map((figure) => shareOf(figures[figure])),
  ]);
  return table([by, ...GROUP_FIGURES.map((figure) => COLUMNS[figure])], rows);
}
