import { describe, expect, it } from 'vitest';
import { questionsAbout } from '../../src/answering/examples/examples.js';
import { composeText } from '../../src/corpus/article-text.js';
import { answererOf, article } from './support.js';

const BRIDGE = article('澜江大桥主桥合龙', [
  '5月1日上午，澜江大桥主桥合龙。',
  '澜江大桥全长1286米。工程师方远山介绍，大桥明年通车。方远山今年五十岁，方远山的父亲也修桥。',
]);
const LIBRARY = article('青石镇图书馆搬进老粮仓', ['图书馆搬家，因为旧馆漏雨。']);

describe('further questions of an article', () => {
  it('are made of its words, of every kind once', () => {
    expect([...questionsAbout(BRIDGE)]).toEqual([
      '澜江大桥主桥什么时候合龙？',
      '澜江大桥全长多少米？',
      '方远山是谁？',
      '“澜江大桥主桥合龙”是怎么回事？',
    ]);
  });

  it('are those that it asks itself, first of all', () => {
    const drafts = [
      { role: 'title' as const, text: '游泳馆问答', lines: [1, 1] as const },
      { role: 'question' as const, text: '问：深水证怎么办理？', lines: [2, 2] as const },
      { role: 'answer' as const, text: '答：到前台考试。', lines: [3, 3] as const },
    ];
    const faq = {
      id: 'f',
      source: 'f.txt',
      title: '游泳馆问答',
      ...composeText(drafts),
      lines: [1, 3] as const,
    };
    expect([...questionsAbout(faq)]).toEqual(['深水证怎么办理？']);
  });

  it('are given of the passage that is named, where its article comes first for them', async () => {
    const answerer = await answererOf([BRIDGE, LIBRARY]);
    const [first] = (await answerer.answer({ text: '澜江大桥全长多少米？' })).results;
    const id = first?.citation.id as string;
    const questions = await answerer.questions(id, 3);
    expect(questions.length).toBeGreaterThan(0);
    for (const text of questions) {
      const { results } = await answerer.answer({ text });
      expect([text, results[0]?.citation.title]).toEqual([text, BRIDGE.title]);
    }
    expect(await answerer.questions(id, 1)).toEqual(questions.slice(0, 1));
    expect(await answerer.questions('gone', 3)).toEqual([]);
  });
});
