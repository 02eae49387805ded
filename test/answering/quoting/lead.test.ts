import { expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.js';
import { composeText } from '../../../src/corpus/article-text.js';
import type { BlockDraft } from '../../../src/corpus/block-draft.js';
import { passagesOf } from '../../../src/corpus/passages.js';
import { isVerbatim } from '../../../src/telegram/rendering/verbatim.js';
import { answererOf, FakeReader, SURE } from '../support.js';

function listed(title: string, drafts: readonly (readonly [BlockDraft['role'], string])[]): Article {
  const blocks = drafts.map(([role, text], i) => ({ role, text, lines: [i + 1, i + 1] as const }));
  return { id: title, source: 'list.md', title, ...composeText(blocks), lines: [1, drafts.length] };
}

const NOTICE = listed('云台镇泳池开放公告', [
  ['paragraph', '云台镇泳池本周开放。'],
  ['subhead', '票价'],
  ['paragraph', '下列人员免费入池：'],
  ['item', '现役军人和退役军人'],
  ['item', '六周岁以下的儿童'],
  ['item', '身高一米二以下的学生'],
  ['question', '没带泳帽怎么办？'],
  ['answer', '前台可以租，每顶三元。'],
]);

async function first(question: string, window: string, stretch: string, chars: number) {
  const answerer = await answererOf([NOTICE], new FakeReader([{ window, answers: SURE, stretch }]));
  const { results } = await answerer.answer({ text: question }, { chars });
  return results[0];
}

test.each([
  [
    'an item follows its introduction at once',
    46,
    '现役军人',
    '下列人员免费入池：\n现役军人和退役军人\n六周岁以下的儿童\n身高一米二以下的学生',
  ],
  ['or after an ellipsis', 24, '六周岁以下', '下列人员免费入池：\n…六周岁以下的儿童'],
  ['without, where there is no room', 17, '一米二以下', '身高一米二以下的学生'],
  ['an answer follows its question', 24, '三元', '没带泳帽怎么办？\n前台可以租，每顶三元。'],
])('%s', async (_, chars, stretch, excerpt) => {
  const clipping = await first(`泳池${stretch}`, stretch, stretch, chars);
  expect(clipping?.excerpt).toBe(excerpt);
  expect(excerpt.slice(clipping?.answer?.start, clipping?.answer?.end)).toBe(stretch);
  expect(clipping?.citation.section).toEqual(['票价']);
});

test('a long list keeps its introduction, which stands in another passage and may be quoted with it', async () => {
  const items = Array.from(
    { length: 60 },
    (_, i) => ['item', `第${i + 1}号货架放的是常用的旧报纸合订本`] as const,
  );
  const long = listed('合订本目录', [['paragraph', '合订本存放如下：'], ...items]);
  const [passage, ...others] = passagesOf(long).toReversed();
  expect(others.length).toBeGreaterThan(0);
  const answerer = await answererOf(
    [long],
    new FakeReader([{ window: '60号', answers: SURE, stretch: '60号' }]),
  );
  const { results } = await answerer.answer({ text: '60号货架放什么' });
  expect(results[0]?.citation.id).toBe(passage?.id);
  expect(results[0]?.excerpt).toMatch(/^合订本存放如下：\n…/);
  const context = await answerer.context(passage?.id ?? '', 1);
  expect(isVerbatim(results[0]?.excerpt ?? '', context?.quotable ?? '')).toBe(true);
  expect(isVerbatim(`合订本存放如下：${passage?.text}`, context?.quotable ?? '')).toBe(false);
});
