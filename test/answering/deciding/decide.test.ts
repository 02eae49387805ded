import { describe, expect, test } from 'vitest';
import {
  type Because,
  decide,
  type Found,
  type Known,
  LEAST_ANSWERED,
  LEAST_HOPEFUL,
  LEAST_POSSIBLE,
  type Verdict,
} from '../../../src/answering/deciding/decide.js';

const LITTLE = 0.001;
const FOUND: Found = { about: LEAST_POSSIBLE, phoneticOnly: false, otherNumber: false, thePart: false };

/** A passage that was not read. */
const found = (changes: Partial<Found> = {}): Known => ({ kind: 'found', ...FOUND, ...changes });
/** A passage that was read, with the chance that it answers. */
const read = (answers: number, changes: Partial<Found> = {}): Known => ({
  kind: 'read',
  answers,
  ...FOUND,
  ...changes,
});
const [ENOUGH, TOO_LITTLE] = [LEAST_ANSWERED, LEAST_ANSWERED - LITTLE];
const ELSEWHERE = { about: LEAST_POSSIBLE - LITTLE };

test.each<[what: string, Known, Verdict['status'], Because]>([
  ['a greeting', { kind: 'small-talk' }, 'refused', 'small-talk'],
  ['a text of signs', { kind: 'no-terms' }, 'refused', 'no-terms'],
  ['words that no passage has', { kind: 'nothing-found' }, 'refused', 'nothing-found'],

  ['a passage that answers just surely enough', read(ENOUGH), 'answered', 'sure'],
  ['the same, whatever else it is about', read(ENOUGH, ELSEWHERE), 'answered', 'sure'],
  ['one that just does not', read(TOO_LITTLE), 'possible', 'not-sure'],
  ['one on something else that may answer', read(LEAST_HOPEFUL, ELSEWHERE), 'possible', 'not-sure'],
  ['one on something else', read(LEAST_HOPEFUL - LITTLE, ELSEWHERE), 'refused', 'about-something-else'],

  [
    'the very part that is asked for, whatever was read in it',
    read(0, { ...ELSEWHERE, thePart: true }),
    'answered',
    'the-part',
  ],
  ['the same where nothing was read', found({ thePart: true }), 'answered', 'the-part'],
  ['an answer about another line or floor', read(1, { otherNumber: true }), 'possible', 'other-number'],
  ['the same on something else', read(1, { ...ELSEWHERE, otherNumber: true }), 'possible', 'other-number'],
  ['no answer, and another line', read(0, { otherNumber: true }), 'possible', 'other-number'],
  [
    'neither answer nor subject nor line',
    read(0, { ...ELSEWHERE, otherNumber: true }),
    'refused',
    'about-something-else',
  ],

  ['a passage that only sounds like it', read(1, { phoneticOnly: true }), 'refused', 'phonetic-only'],
  ['the same unread', found({ about: 1, phoneticOnly: true }), 'refused', 'phonetic-only'],

  ['a passage that was not read', found(), 'possible', 'not-read'],
  ['the same, however much it is about it', found({ about: 1 }), 'possible', 'not-read'],
  ['the same about another line', found({ otherNumber: true }), 'possible', 'not-read'],
  ['the same on something else', found(ELSEWHERE), 'refused', 'about-something-else'],
])('%s: %j is %s, because %s', (_, known, status, because) => {
  expect(decide(known)).toMatchObject({ status, because });
});

describe('a refusal tells whoever asked', () => {
  test.each<[Known, string]>([
    [{ kind: 'small-talk' }, 'greeting'],
    [{ kind: 'no-terms' }, 'empty'],
    [{ kind: 'nothing-found' }, 'no-evidence'],
    [found(ELSEWHERE), 'no-evidence'],
    [found({ phoneticOnly: true }), 'no-evidence'],
  ])('%j: %s', (known, reason) => {
    expect(decide(known)).toMatchObject({ status: 'refused', reason });
  });
});
