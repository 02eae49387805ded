import { expect, test } from 'vitest';
import {
  type BestPassage,
  decide,
  type Known,
  LEAST_PROBABILITY,
} from '../../../src/answering/deciding/decide.js';

const found = (changes: Partial<BestPassage>): Known => ({
  kind: 'found',
  score: 0.9,
  keywords: false,
  isPhoneticOnly: () => false,
  namesOtherNumber: () => false,
  ...changes,
});

test.each<[what: string, known: Known, status: string, because: string]>([
  ['a greeting', { kind: 'small-talk' }, 'refused', 'small-talk'],
  ['a text of signs', { kind: 'no-terms' }, 'refused', 'no-terms'],
  ['words that no passage has', { kind: 'nothing-found' }, 'refused', 'nothing-found'],
  ['a likely passage', found({}), 'answered', 'probable'],
  ['one that is just likely enough', found({ score: LEAST_PROBABILITY }), 'answered', 'probable'],
  ['one that is just not', found({ score: LEAST_PROBABILITY - 0.001 }), 'refused', 'improbable'],
  ['keywords that stand there', found({ score: LEAST_PROBABILITY, keywords: true }), 'answered', 'keywords'],
  ['a passage that only sounds like it', found({ isPhoneticOnly: () => true }), 'refused', 'phonetic-only'],
  ['an article on another line or floor', found({ namesOtherNumber: () => true }), 'refused', 'other-number'],
])('%s', (_, known, status, because) => {
  expect(decide(known)).toMatchObject({ status, because });
});

test.each<[Known['kind'], string]>([
  ['small-talk', 'greeting'],
  ['no-terms', 'empty'],
  ['nothing-found', 'no-evidence'],
])('of %s a refusal tells the reason %s', (kind, reason) => {
  expect(decide({ kind } as Known)).toMatchObject({ status: 'refused', reason });
});

test('facts of the article are not looked up for a passage that is improbable anyway', () => {
  const never = () => {
    throw new Error('looked up');
  };
  expect(decide(found({ score: 0.1, isPhoneticOnly: never, namesOtherNumber: never })).status).toBe(
    'refused',
  );
});
