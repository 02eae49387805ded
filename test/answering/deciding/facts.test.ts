import { describe, expect, test } from 'vitest';
import {
  READ_FACTS,
  readFacts,
  STRETCH_FACTS,
  stretchFacts,
  WORD_FACTS,
  wordFacts,
} from '../../../src/answering/deciding/facts.js';
import type { RankedPassage } from '../../../src/answering/ranking/rank.js';
import type { ReadWindow } from '../../../src/answering/reading/read-windows.js';
import type { Reading } from '../../../src/answering/reading/reading.js';
import { article } from '../support.js';
import { foundAndRead } from './found.js';

function named<Name extends string>(names: readonly Name[], values: readonly number[]): Record<Name, number> {
  expect(values).toHaveLength(names.length);
  return Object.fromEntries(names.map((name, at) => [name, values[at]])) as Record<Name, number>;
}

const BUS = article('18路公交', ['18路票价2元。末班车晚上十点。']);

async function wordsOf(question: string): Promise<Record<(typeof WORD_FACTS)[number], number>> {
  const { retrieved, ranked } = await foundAndRead(
    [BUS, article('渡口', ['渡口停运了。农贸市场没有。'])],
    question,
  );
  const [first] = ranked as [RankedPassage];
  return named(WORD_FACTS, wordFacts(retrieved, first, first.score + 1));
}

describe('of the words of a passage it is known', () => {
  type Facts = Partial<Record<(typeof WORD_FACTS)[number], number>>;
  test.each<[question: string, facts: Facts, why: string]>([
    ['18路末班车', { 'words missing': 0, 'rarest word missing': 0, keywords: 1 }, 'its words are all there'],
    ['18路末班车几点', { keywords: 0, 'other number': 0, 'sound alone': 0 }, 'something is asked'],
    ['18路末班车 鹦鹉', { 'words missing': 1, keywords: 0 }, 'a word is missing'],
    ['27路末班车几点', { 'other number': 1, 'numbers missing': 1 }, 'another line is meant'],
    ['18路末班车的鹦鹉', { unmentioned: 1 }, 'a thing is not mentioned'],
    ['市长是谁', { 'sound alone': 1 }, '长 has one reading here, that of 场'],
    ['18路', { 'title words': 1, 'words or title': 1 }, 'it stands in the title'],
  ])('%s: %j, since %s', async (question, facts) => {
    expect(await wordsOf(question)).toMatchObject(facts);
  });

  test('how far it ranks behind, and how much was looked through', async () => {
    const facts = await wordsOf('18路末班车几点');
    expect(facts['behind the first']).toBe(-1);
  });
});

const READING: Reading = {
  answers: 2,
  lead: 3,
  share: 0.5,
  rival: 4,
  stretch: { start: 0, end: 10 },
};

function windowOf(reading: Partial<Reading>): ReadWindow {
  const { passage } = { passage: { id: 'p' } } as ReadWindow;
  return {
    passage,
    place: 0,
    gap: 0,
    promise: 0,
    window: { start: 0, end: 20, header: '' },
    held: 0.25,
    heldOrTitled: 0.75,
    text: { context: '', text: '' },
    reading: { ...READING, ...reading },
    worth: 5,
  };
}

describe('of what was read it is known', () => {
  const words = WORD_FACTS.map((_, at) => 100 + at);
  const facts = (reading: Partial<Reading>, next?: number) =>
    named(READ_FACTS, readFacts(words, windowOf(reading), next));

  test('how surely it answers, how far it is ahead of other articles, and the words', () => {
    expect(facts({}, 3)).toMatchObject({
      answers: 2,
      lead: 3,
      'ahead of others': 2,
      'terms in window': 0.75,
      'behind the first': 100,
    });
    expect(facts({}).share).toBeCloseTo(Math.log(0.5), 3);
  });

  test('nothing beyond what tells something, and nothing infinite', () => {
    expect(facts({ lead: Number.NEGATIVE_INFINITY, share: 0 })).toMatchObject({ lead: -8 });
    expect(facts({ lead: 50 }).lead).toBe(8);
    expect(facts({}, -100)['ahead of others']).toBe(facts({})['ahead of others']);
    expect(Object.values(facts({ share: 0 })).every(Number.isFinite)).toBe(true);
  });
});

describe('of a stretch it is known', () => {
  const facts = (reading: Partial<Reading>, next?: number) =>
    named(STRETCH_FACTS, stretchFacts(windowOf(reading), next));

  test('how surely it is one, how far it is ahead, and how long it is', () => {
    expect(facts({}, 6)).toMatchObject({
      answers: 2,
      'ahead of rival': 4,
      'ahead of others': -1,
      length: 0.5,
    });
  });

  test('nothing infinite where there is none, or nothing beside it', () => {
    const none = facts({ stretch: undefined, lead: Number.NEGATIVE_INFINITY, share: 0, rival: Infinity });
    expect(none.length).toBe(0);
    expect(Object.values(none).every(Number.isFinite)).toBe(true);
  });
});
