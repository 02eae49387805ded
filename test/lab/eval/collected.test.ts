import { describe, expect, test } from 'vitest';
import { collect, type Shape } from '../../../lab/eval/collected.js';
import type { EvalQuestion, EvalSet } from '../../../lab/eval/set.js';
import type { Passage } from '../../../src/corpus/article.js';
import { passagesOf } from '../../../src/corpus/passages.js';

const SET: EvalSet = {
  name: 'ferry',
  passages: [
    { id: 'p1', title: '渡口', text: '青石渡口十一月停运，\n船工去了大桥。' },
    { id: 'p2', title: '渡口', text: '渡船自十一月起停在北岸。' },
    { id: 'p3', title: '大桥', text: '大桥十一月通车。' },
  ],
  questions: [],
};
const QUESTION: EvalQuestion = { text: '何时？', passage: 'p2', answers: ['十一月'] };
const passagesIn = (shape: Shape): readonly Passage[] =>
  collect(SET, shape).articles.flatMap((article) => passagesOf(article));

describe('a set as a collection', () => {
  test.each<[Shape, string[]]>([
    ['lines', ['渡口', '渡口', '大桥']],
    ['pages', ['渡口', '大桥']],
  ])('in the shape %s has these articles', (shape, titles) => {
    expect(collect(SET, shape).articles.map(({ title }) => title)).toEqual(titles);
  });

  test('without titles lacks some, and always the same', () => {
    const many = {
      ...SET,
      passages: Array.from({ length: 90 }, (_, i) => ({ id: `p${i}`, title: '题', text: '文。' })),
    };
    const titled = collect(many, 'untitled').articles.filter(({ title }) => title === '题').length;
    expect(titled).toBeGreaterThan(45);
    expect(titled).toBeLessThan(75);
    expect(collect(many, 'untitled').articles).toEqual(collect(many, 'untitled').articles);
  });

  test.each<Shape>(['lines', 'untitled', 'pages'])(
    'in the shape %s holds an answer only where the set says so, though other passages have the words',
    (shape) => {
      const collected = collect(SET, shape);
      const held = passagesIn(shape).flatMap((passage) =>
        collected.places(passage, QUESTION).map(({ start, end }) => passage.text.slice(start - 3, end + 3)),
      );
      expect(held).toEqual(['渡船自十一月起停在']);
      const article = passagesIn(shape).find(
        (passage) => collected.places(passage, QUESTION).length > 0,
      )?.article;
      expect(article?.id).toBe(collected.articleOf('p2'));
    },
  );
});
