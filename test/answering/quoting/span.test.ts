import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate } from '../../../src/answering/features/annotate.js';
import type { Model } from '../../../src/answering/features/model.js';
import {
  LONGEST_SPAN,
  SPAN_FEATURES,
  spanCandidates,
} from '../../../src/answering/features/span-features.js';
import { answerSpan, likeliest, SPAN_CLAUSES } from '../../../src/answering/quoting/span.js';
import { analyseQuestion } from '../../../src/language/question.js';
import { anyText } from '../../language/texts.js';
import { alone } from '../support.js';

const WIDTH = SPAN_FEATURES.length;

/** Scores the candidates by the numbers given, in their order, again and again. */
function scoring(...scores: readonly number[]): Model {
  return { means: [], score: (_, offset = 0) => scores[(offset / WIDTH) % scores.length] as number };
}

describe('the answer span of any text', () => {
  const numbers = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 50 });

  test('is made of whole words inside what is quoted, 30 units at most', () => {
    let found = 0;
    fc.assert(
      fc.property(anyText, anyText, numbers, (question, text, scores) => {
        const annotated = annotate(alone(text));
        const { clauses, tokens } = annotated;
        const probability = new Float64Array(clauses.length).fill(1 / clauses.length);
        const within = clauses.slice(0, 2);
        const asked = analyseQuestion(question);
        const span = answerSpan(asked, annotated, probability, within, scoring(...scores), SPAN_CLAUSES);
        if (!span) return;
        found++;
        expect(within.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(true);
        expect(tokens.some(({ start }) => start === span.start)).toBe(true);
        expect(tokens.some(({ end }) => end === span.end)).toBe(true);
        expect(span.end - span.start).toBeLessThanOrEqual(LONGEST_SPAN);
      }),
    );
    // Of texts without a word nothing is marked; most texts have some.
    expect(found).toBeGreaterThan(10);
  });

  test('is absent where nothing is quoted', () => {
    const annotated = annotate(alone('大桥全长1286米。'));
    const probability = Float64Array.of(1);
    const asked = analyseQuestion('大桥多长');
    expect(answerSpan(asked, annotated, probability, [], scoring(1), SPAN_CLAUSES)).toBeUndefined();
  });
});

test.each([
  ['云溪县的县长是谁', false],
  ['这是哪位记者报道的', true],
])('who reports is an answer to %s: %s', (question, expected) => {
  const text = '本报讯（记者 王磊）昨天，大桥合龙。';
  const spans = spanCandidates(analyseQuestion(question), annotate(alone(text)), [0], [1]).spans;
  expect(spans.some(({ start, end }) => text.slice(start, end) === '王磊')).toBe(expected);
  expect(spans.some(({ start, end }) => text.slice(start, end) === '昨天')).toBe(true);
});

test('the limit is what the interface promises', () => {
  expect(LONGEST_SPAN).toBe(30);
});

test('the likeliest come first, equals in their order', () => {
  expect(likeliest(Float64Array.of(0.1, 0.4, 0.1, 0.4), 3)).toEqual([1, 3, 0]);
});
