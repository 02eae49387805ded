import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clozeQuestions } from '../../../lab/bench/cloze.js';
import { type AskedPassage, PASSAGE_CHARS, sentencesOf } from '../../../lab/bench/material.js';
import { createWorkload, TooLittleMaterialError } from '../../../lab/bench/workload.js';
import { randomFrom } from '../../../lab/random.js';

/** Passages of which every sentence is another. */
const MATERIAL = Array.from({ length: 12 }, (_, i): AskedPassage => {
  const sentences = Array.from({ length: 6 }, (__, k) => `第${i * 6 + k}号井于周三停水检修。`);
  return {
    id: `p${i}`,
    title: `公告${i}`,
    text: sentences.join(''),
    questions: [`第${i * 6}号井哪天停水？`],
  };
});
const sizes = fc.integer({ min: 12, max: 200 });
const seeds = fc.nat(1_000);

describe('a workload', () => {
  it('has as many passages as were asked for, no id twice, none much longer than 300 characters', () => {
    fc.assert(
      fc.property(sizes, seeds, (size, seed) => {
        const { passages } = createWorkload(MATERIAL, size, seed);
        expect(passages).toHaveLength(size);
        expect(new Set(passages.map(({ id }) => id)).size).toBe(size);
        for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(PASSAGE_CHARS);
      }),
    );
  });

  it('is the same for the same seed, and another for another', () => {
    expect(createWorkload(MATERIAL, 50, 1)).toEqual(createWorkload(MATERIAL, 50, 1));
    expect(createWorkload(MATERIAL, 50, 2)).not.toEqual(createWorkload(MATERIAL, 50, 1));
  });

  it('asks only about passages that it holds as they are, and no other holds a sentence of theirs', () => {
    fc.assert(
      fc.property(sizes, seeds, (size, seed) => {
        const { passages, questions } = createWorkload(MATERIAL, size, seed);
        const { measured, atOnce, warmUp } = questions;
        const asked = new Set([...measured, ...atOnce, ...warmUp].map(({ passage }) => passage));
        expect(asked.size).toBeGreaterThan(0);
        for (const id of asked) {
          const gold = MATERIAL.find((one) => one.id === id) as AskedPassage;
          for (const sentence of sentencesOf(gold)) {
            const holding = passages.filter(({ text }) => text.includes(sentence));
            expect(holding.map((one) => one.id)).toEqual([id]);
          }
        }
      }),
    );
  });

  it('is refused where there is too little to make it of', () => {
    for (const material of [[], MATERIAL.slice(0, 1), MATERIAL.map((one) => ({ ...one, questions: [] }))]) {
      expect(() => createWorkload(material, 20, 1)).toThrow(TooLittleMaterialError);
    }
  });
});

describe('a question made of a clause', () => {
  it('is the clause with one of its words taken out', () => {
    const text = '市图书馆从十一月起每晚延长开放时间，周一照常闭馆整理图书。';
    const clauses = ['市图书馆从十一月起每晚延长开放时间', '周一照常闭馆整理图书'];
    const questions = clozeQuestions(text, randomFrom(1));
    expect(questions).toHaveLength(2);
    for (const question of questions) {
      const [before = '', after = ''] = question.replace(/？$/, '').split('什么');
      const clause = clauses.find((one) => one.startsWith(before) && one.endsWith(after));
      expect([question, clause?.length ?? 0]).toEqual([question, expect.any(Number)]);
      expect((clause?.length ?? 0) - before.length - after.length).toBeGreaterThan(1);
    }
  });

  it.each([
    ['too short', '停水八小时。'],
    ['without three words that say something', '这是的是的是的是的是了吗。'],
  ])('is none where the clause is %s', (_, text) => {
    expect(clozeQuestions(text, randomFrom(1))).toEqual([]);
  });
});
