import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../lab/eval/tally.js';
import { comparisonBlock, speedTable, systemsBlock } from '../../../lab/figures/bench-tables.js';
import { MissingBlockError, short, withBlocks } from '../../../lab/figures/blocks.js';
import { clusterBlock } from '../../../lab/figures/cluster-table.js';
import { allFigures, keptApartTable, type SetFigures } from '../../../lab/figures/quality-tables.js';
import { worldsBlock } from '../../../lab/figures/worlds-tables.js';
import type { Measurement } from '../../../lab/measurement.js';
import { olderResultAt, resultWithUnread } from '../bench/results.js';

const measured = <Result>(...results: readonly Result[]): Measurement<Result> => ({
  command: 'npm run eval -- x.json',
  date: '2026-01-31',
  machine: { cpu: 'CPU', cores: 2, node: '20.19.0' },
  results,
});
const of = (share: number, questions = 1000): Figure => ({ share, questions });
const FIGURES: SetFigures = {
  set: 'drcd_dev',
  passages: 1000,
  'hit@1': of(0.9632),
  'hit@5': of(0.99),
  'MRR@10': of(0.98),
  'answer@120': of(0.94),
  answerF1: of(0.6),
  answered: of(0.95),
  answeredRight: of(0.9),
  refused: of(0.5, 1500),
  'refused@95': of(0.4, 1500),
  foreignRefused: of(0.98, 500),
  nearMissesRefused: of(0.66),
  nearMissesAnswered: of(0.1),
  medianMs: 5,
};
const { nearMissesRefused: _, nearMissesAnswered: __, ...WITHOUT_NEAR_MISSES } = FIGURES;
const cells = (line: string | undefined): string[] | undefined =>
  line
    ?.split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

describe('a document', () => {
  const TEXT = 'a\n<!-- x: by hand -->\nold\n<!-- end of x -->\nb\n';

  test('keeps all but what stands between the marks', () => {
    expect(withBlocks(TEXT, { x: 'new\n' })).toBe('a\n<!-- x: by hand -->\n\nnew\n\n<!-- end of x -->\nb\n');
  });

  test('is the same when it is written twice', () => {
    const once = withBlocks(TEXT, { x: 'costs $1 or $&' });
    expect(once).toContain('costs $1 or $&');
    expect(withBlocks(once, { x: 'costs $1 or $&' })).toBe(once);
  });

  test('without the marks is refused', () => {
    expect(() => withBlocks(TEXT, { y: '' })).toThrow(MissingBlockError);
  });
});

test.each([
  [0.386, '0.39'],
  [8.42, '8.4'],
  [99.4, '99'],
  [175.53, '176'],
  [1153.4, '1,150'],
])('%d is written as %s', (value, text) => {
  expect(short(value)).toBe(text);
});

describe('the table of a README', () => {
  test.each([
    ['en', 'DRCD, development (Traditional)', '96.3 % of 1,000', '10.0 % of 1,000'],
    ['zh', 'DRCD 开发集（繁体）', '96.3 %（1,000 题）', '10.0 %（1,000 题）'],
  ] as const)('in %s has each figure with its number of questions', (language, name, hits, misled) => {
    const row = cells(keptApartTable([measured(FIGURES)], language).split('\n')[2]);
    expect([row?.[0], row?.[1], row?.[2], row?.at(-1)]).toEqual([name, '1,000', hits, misled]);
  });

  test('has a stroke where nothing was asked, and the name of a set that it does not know', () => {
    const row = cells(
      keptApartTable([measured({ ...WITHOUT_NEAR_MISSES, set: 'mine' })], 'en').split('\n')[2],
    );
    expect([row?.[0], row?.at(-1)]).toEqual(['mine', '–']);
  });
});

describe('the page of all figures', () => {
  test('has a column a set, and says how each was measured', () => {
    const text = allFigures([measured(FIGURES), measured({ ...WITHOUT_NEAR_MISSES, set: 'mine' })]);
    expect(cells(text.split('\n')[0])).toEqual(['', 'DRCD, development (Traditional)', 'mine']);
    expect(cells(text.split('\n').find((line) => line.startsWith('| near misses')))).toEqual([
      'near misses refused',
      '66.0 % of 1,000',
      '–',
    ]);
    expect(
      text.match(/`npm run eval -- x\.json`\n {2}\(2026-01-31, 2 cores of CPU, Node\.js 20\.19\.0\)/g),
    ).toHaveLength(2);
  });

  test('leaves out what none of its measurements has', () => {
    const labels = allFigures([measured(FIGURES)])
      .split('\n')
      .slice(2)
      .map((line) => cells(line)?.[0]);
    expect(labels).not.toContain('near misses answered');
    expect(labels).not.toContain('of those answered, right');
  });
});

test('the worlds have all figures, the main ones by kind and by world, and how they were measured', () => {
  const main = { 'hit@1': of(0.9, 20), answeredRight: of(0.8, 20), nearMissesAnswered: of(0.1, 10) };
  const worlds: SetFigures = {
    set: 'worlds',
    passages: 2000,
    medianMs: 5,
    'hit@1': of(0.9, 20),
    answeredRightOfAnswered: of(0.85, 18),
    byKind: { none: { nearMissesAnswered: of(0.1, 10) }, when: { 'hit@1': of(0.9, 20) } },
    byWorld: { bank: main },
  };
  const HEAD =
    '| right passage first | answered, with the answer | of those answered, right | of those marked, right';
  const REST = '| refused though it was shown | near misses answered |';
  const LINE = '| --- | --- | --- | --- | --- | --- | --- |';
  expect(worldsBlock(measured(worlds)).split('\n')).toEqual([
    '|  | ten worlds of everyday questions |',
    '| --- | --- |',
    '| passages searched | 2,000 |',
    '| right passage first (hit@1) | 90.0 % of 20 |',
    '| of those answered, right | 85.0 % of 18 |',
    '',
    `| kind ${HEAD} ${REST}`,
    LINE,
    '| none | – | – | – | – | – | 10.0 % of 10 |',
    '| when | 90.0 % of 20 | – | – | – | – | – |',
    '',
    `| world ${HEAD} ${REST}`,
    LINE,
    '| bank | 90.0 % of 20 | 80.0 % of 20 | – | – | – | 10.0 % of 10 |',
    '',
    '- `npm run eval -- x.json`',
    '  (2026-01-31, 2 cores of CPU, Node.js 20.19.0)',
  ]);
});

describe('the tables of speed', () => {
  const result = measured(olderResultAt(2_000));
  const newer = measured(resultWithUnread(2_000));

  test.each([
    ['en', 'One process on 2 cores of CPU, Node.js 20.19.0.'],
    ['zh', '单进程，CPU（2 核），Node.js 20.19.0。'],
  ] as const)('a README in %s has our own figures and the machine', (language, machine) => {
    const lines = speedTable(result, language).split('\n');
    expect(cells(lines[2])).toEqual(['2,000', '3 ms', '9 ms', '2 s', '0.4 s', '250 MB']);
    expect(lines.at(-1)).toBe(machine);
  });

  test('the page has the others as multiples', () => {
    const row = cells(comparisonBlock(result).split('\n')[4]);
    expect(row).toEqual(
      '2,000|2 s (20 ×)|0.4 s|3 ms (20 ×)|–|9 ms (20 ×)|250 MB (20 ×)|98.0 %; MiniSearch 98.0 %'.split('|'),
    );
  });

  test('the page has every system', () => {
    const rows = systemsBlock(result).split('\n').slice(2, 4).map(cells);
    expect(rows).toEqual([
      '2,000|jianbao|2 s|0.4 s|3 ms|9 ms|4 ms|250 MB|98.0 %|100.0 %'.split('|'),
      '|minisearch-nodejieba|40 s|–|60 ms|180 ms|80 ms|5,000 MB|98.0 %|100.0 %'.split('|'),
    ]);
  });

  test.each([
    ['en', 'median without the reader'],
    ['zh', '不读段落时（中位数）'],
  ] as const)('a README in %s tells the reader’s part, where that was measured', (language, head) => {
    const lines = speedTable(newer, language).split('\n');
    expect(cells(lines[0])?.[2]).toBe(head);
    expect(cells(lines[2])).toEqual(['2,000', '3 ms', '0.3 ms', '9 ms', '2 s', '0.4 s', '250 MB']);
  });

  test('the pages have the reader’s part and answers a second, where those were measured', () => {
    expect(
      comparisonBlock(newer)
        .split('\n')
        .slice(2, 5)
        .map(cells)
        .filter((_, i) => i !== 1),
    ).toEqual([
      'passages|building|restart|median answer|… SQLite FTS5|median without the reader|99 of 100 within|answers a second|peak memory|right passage first'.split(
        '|',
      ),
      '2,000|2 s (20 ×)|0.4 s|3 ms (20 ×)|–|0.3 ms (200 ×)|9 ms (20 ×)|40|250 MB (20 ×)|98.0 %; MiniSearch 98.0 %'.split(
        '|',
      ),
    ]);
    const rates = systemsBlock(newer)
      .split('\n')
      .slice(0, 5)
      .map((line) => cells(line)?.at(-1));
    expect(rates).toEqual(['answers a second', '---', '40', '400', '2']);
  });
});

test('an index in a cluster is a row a size, and one in memory beside it where it was measured', () => {
  const system = {
    name: 'jianbao-opensearch',
    buildMs: 1,
    p50Ms: 31.2,
    p99Ms: 204,
    stallMs: 3,
    peakRssMb: 181,
  };
  const hits = { 'hit@1': 0.75, 'hit@10': 0.9, questionsPerSecond: 41.7 };
  const block = clusterBlock(
    measured({
      passages: 200_000,
      questions: 300,
      added: { passages: 180_000, seconds: 360 },
      disk: { passagesMb: 800, articlesMb: 100 },
      systems: [
        { ...system, ...hits },
        { ...system, ...hits, name: 'jianbao-reader-off', p50Ms: 6.1 },
      ],
    }),
  );
  const [, , first, second] = block.split('\n').map(cells);
  expect(first).toEqual([
    '200,000',
    '500',
    '900 MB',
    'OpenSearch',
    '31 ms',
    '204 ms',
    '42',
    '181 MB',
    '75.0 %',
  ]);
  expect(second?.slice(0, 5)).toEqual(['', '', '', 'in memory', '6.1 ms']);
});
