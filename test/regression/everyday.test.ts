import { beforeAll, describe, expect, test } from 'vitest';
import { linesOf, type Opened, open, type QuestionCase } from './cases.js';
import {
  answerable,
  answeredRightly,
  expectAtLeast,
  expectAtMost,
  expectNoNewMisses,
  misled,
  type Outcome,
  outcomesOf,
  READING_MS,
  refused,
} from './outcomes.js';

/**
 * What passes, of 110 questions with an answer, 25 near misses, 15 about something else; each worse by some than what was
 * measured when it was set (in brackets): at least so many answered with the answer, at most so many with another stretch,
 * at most so many near misses answered, at least so many foreign ones refused.
 */
const LIMITS = {
  /** Words of like meaning were added with this one in view [answered 68, misled 2, near 2, foreign 15]. */
  town: { answered: 62, misled: 6, near: 5, foreign: 13 },
  /** Nothing was tuned on this one: keep it so [44, 3, 2, 15]. */
  county: { answered: 38, misled: 7, near: 5, foreign: 13 },
};

describe.each(Object.entries(LIMITS))('everyday questions in a %s', (name, limits) => {
  const questions = linesOf<QuestionCase>(`everyday/${name}/questions.jsonl`);
  let collection: Opened;
  let outcomes: readonly Outcome[];

  beforeAll(async () => {
    collection = await open(`everyday/${name}/corpus`);
    outcomes = await outcomesOf(collection, questions);
  }, READING_MS);

  test('are read whole: every answer stands in the article that is said to hold it', () => {
    const texts = new Map(collection.articles.map(({ title, text }) => [title, text]));
    for (const { question, answers, article = '' } of questions) {
      for (const answer of answers) expect(texts.get(article), question).toContain(answer);
    }
    expect(texts.size).toBe(20);
  });

  test('have their answer quoted, be it with the remark that it may be none', () => {
    expectNoNewMisses(name, outcomes);
  });

  test('are mostly called answered, and seldom where another stretch is shown', () => {
    const asked = outcomes.filter(answerable);
    expectAtLeast(limits.answered, asked, answeredRightly);
    expectAtMost(limits.misled, asked, misled);
  });

  test('are seldom answered where only the subject is there', () => {
    const near = outcomes.filter(({ kind }) => kind === 'near');
    expectAtMost(limits.near, near, misled);
  });

  test('are refused where not even that is there', () => {
    const foreign = outcomes.filter(({ kind }) => kind === 'foreign');
    expectAtLeast(limits.foreign, foreign, refused);
    expectAtMost(0, foreign, misled);
  });
});
