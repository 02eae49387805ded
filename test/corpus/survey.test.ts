import { expect, test } from 'vitest';
import type { Article, Unreadable } from '../../src/corpus/article.js';
import { type Survey, surveyOf } from '../../src/corpus/survey.js';
import { asItIs } from '../../src/language/bilingual.js';

function article(source: string, facts: Partial<Article> = {}): Article {
  return { id: source, source, title: '桥', text: '', blocks: [], lines: [1, 1], ...facts };
}

function fault(source: string): Unreadable {
  return { source, problem: asItIs('坏。'), remedy: asItIs('改。') };
}

test.each<[what: string, articles: readonly Article[], faults: readonly Unreadable[], survey: Survey]>([
  ['nothing', [], [], { files: 0, articles: 0, leftOut: 0 }],
  [
    'files that are left out, counted once, and others of which a part is',
    [article('a.md'), article('a.md')],
    [fault('a.md'), fault('b.md'), fault('b.md'), fault('c')],
    { files: 1, articles: 2, leftOut: 2 },
  ],
  [
    'dates, as they were read rather than as they are written',
    [
      article('a.md', { date: '二〇二六年三月八日', when: '2026-03-08' }),
      article('b.md', { date: '2024-11' }),
      article('c.md'),
    ],
    [],
    { files: 3, articles: 3, leftOut: 0, dates: { first: '2024-11', last: '2026-03-08' } },
  ],
])('%s', (_, articles, faults, survey) => {
  expect(surveyOf(articles, faults)).toEqual(survey);
});
