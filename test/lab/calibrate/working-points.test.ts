import { describe, expect, test } from 'vitest';
import type { AskedCase } from '../../../lab/calibrate/cases.js';
import { workingPoints } from '../../../lab/calibrate/working-points.js';
import { READ_FACTS, STRETCH_FACTS, WORD_FACTS } from '../../../src/answering/deciding/facts.js';

/** A chance that is told by the first fact alone, as log-odds. */
const byFirst = (facts: readonly string[]) => ({
  facts,
  weights: facts.map((_, f) => (f === 0 ? 1 : 0)),
  bias: 0,
});
const MODELS = {
  answers: byFirst(READ_FACTS),
  stretch: byFirst(STRETCH_FACTS),
  answersUnread: byFirst(WORD_FACTS),
  about: byFirst(READ_FACTS),
  aboutUnread: byFirst(WORD_FACTS),
};

/** @param chances by reading, by words, of the stretch */
function asked(
  [read, words, stretch]: readonly [number, number, number],
  is: Partial<AskedCase> = {},
): AskedCase {
  const facts = (names: readonly string[], chance: number) =>
    names.map((_, f) => (f === 0 ? Math.log(chance / (1 - chance)) : 0));
  return {
    source: 'made up',
    read: facts(READ_FACTS, read),
    words: facts(WORD_FACTS, words),
    stretch: facts(STRETCH_FACTS, stretch),
    answerable: true,
    about: true,
    answers: false,
    answersUnread: false,
    stretchIs: false,
    ...is,
  };
}

const OWN = [
  asked([0.97, 0.9, 0.9], { answers: true, stretchIs: true }),
  asked([0.97, 0.9, 0.9], { answers: true }),
  asked([0.77, 0.3, 0.2], { answers: true }),
  asked([0.42, 0.1, 0.2]),
  asked([0.77, 0.9, 0.9], { answerable: false }),
  asked([0.1, 0.9, 0.9], { answerable: false }),
];
const FOREIGN = [
  asked([0.62, 0.2, 0.9], { about: false, answerable: false }),
  asked([0.02, 0.7, 0.9], { about: false, answerable: false }),
];

describe('what a threshold would bring', () => {
  const lines = workingPoints(MODELS, OWN, [...OWN, ...FOREIGN]);

  test.each([
    [
      'answered at 0.4: near misses 50.0 % of 2, right of answered 75.0 % of 4, right of all 75.0 % of 4, foreign 50.0 % of 2',
      '  of these marked at 0.8 50.0 % of 4, right 50.0 % of 2',
    ],
    [
      'answered at 0.75: near misses 50.0 % of 2, right of answered 100.0 % of 3, right of all 75.0 % of 4, foreign 0.0 % of 2',
      '  of these marked at 0.8 66.7 % of 3, right 50.0 % of 2',
    ],
    [
      'answered at 0.95: near misses 0.0 % of 2, right of answered 100.0 % of 2, right of all 50.0 % of 4, foreign 0.0 % of 2',
      '  of these marked at 0.8 100.0 % of 2, right 50.0 % of 2',
    ],
  ])('%s', (line, marked) => {
    expect(lines).toContain(line);
    expect(lines[lines.indexOf(line) + 1]).toBe(marked);
  });

  test.each([
    'possible at 0.4: foreign refused 50.0 % of 2, shown yet refused 0.0 % of 4; without reading 50.0 % of 2, 25.0 % of 4',
    'possible at 0.8: foreign refused 100.0 % of 2, shown yet refused 25.0 % of 4; without reading 100.0 % of 2, 25.0 % of 4',
  ])('%s', (line) => {
    expect(lines).toContain(line);
  });

  test('are told from the least chance to the greatest', () => {
    const chances = lines.flatMap((line) => /^answered at ([\d.]+)/.exec(line)?.[1] ?? []).map(Number);
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
    expect(chances.length).toBeGreaterThan(10);
  });

  test('of nothing are shares of nothing', () => {
    expect(workingPoints(MODELS, [], [])[0]).toContain('near misses 0.0 % of 0');
  });
});
