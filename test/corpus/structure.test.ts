import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { composeText } from '../../src/corpus/article-text.js';
import type { BlockDraft } from '../../src/corpus/block-draft.js';
import { headerRow, labelledRow } from '../../src/corpus/structure/labelled-row.js';
import { blockAt, blocksIn, headingsAt, leadAt, sectionAt } from '../../src/corpus/surroundings.js';

const line = 1;
const draft = (role: BlockDraft['role'], text: string, level?: number): BlockDraft => ({
  role,
  text,
  lines: [line, line],
  ...(level !== undefined && { level }),
});

describe('a row of a table', () => {
  test.each([
    [['票种', '票价'], ['儿童票', '20元'], '票种：儿童票 · 票价：20元'],
    [['票种', ''], ['儿童票', '20元'], '票种：儿童票 · 20元'],
    [['票种', '票价', '备注'], ['儿童票', '', '凭证件'], '票种：儿童票 · 备注：凭证件'],
    [[], ['儿童票', '20元'], '儿童票 · 20元'],
    [['村', '户数'], ['黄\n村', ' 233 '], '村：黄 村 · 户数：233'],
  ])('%j with %j: %s', (names, cells, text) => {
    const row = labelledRow(names, cells);
    expect(row?.text).toBe(text);
    // What is left without what was put beside it are the cells.
    const own = [...text].map((_, at) =>
      (row?.added ?? []).every(({ start, end }) => at < start || at >= end),
    );
    const left = [...text].filter((_, at) => own[at]).join('');
    expect(left).toBe(cells.map((cell) => cell.trim().replace('\n', ' ')).join(''));
  });

  test('of empty cells is none', () => expect(labelledRow(['村'], ['', ' '])).toBeUndefined());
  test('its header is the names in a line', () =>
    expect(headerRow(['票种', '', '票价'])).toBe('票种 · 票价'));
});

describe('headings', () => {
  const composed = composeText([
    draft('title', '体育馆开馆'),
    draft('paragraph', '体育馆今天开馆。'),
    draft('subhead', '开放时间', 1),
    draft('paragraph', '下午四点到九点。'),
    draft('subhead', '假期', 2),
    draft('paragraph', '上午九点到晚上九点。'),
    draft('subhead', '收费', 1),
    draft('paragraph', '免费。'),
  ]);
  const article = composed as Article;

  test.each([
    ['体育馆今天', [], []],
    ['下午四点', ['开放时间'], ['开放时间']],
    ['假期', ['开放时间'], ['开放时间', '假期']],
    ['上午九点', ['开放时间', '假期'], ['开放时间', '假期']],
    ['免费', ['收费'], ['收费']],
  ])('%s stands below %j, in %j', (text, above, section) => {
    const at = article.text.indexOf(text);
    expect(headingsAt(article, at)).toEqual(above);
    expect(sectionAt(article, at)).toEqual(section);
  });

  test('blocks are found by their place', () => {
    expect(blockAt(article, article.text.length)).toBeUndefined();
    for (const block of article.blocks) {
      expect(blockAt(article, block.start)).toBe(block);
      expect(blockAt(article, block.end - 1)).toBe(block);
      expect(blocksIn(article, block)).toEqual([block]);
    }
    expect(blocksIn(article, { start: 0, end: article.text.length })).toEqual(article.blocks);
  });

  test('of no depth stand beside each other', () => {
    const { sections } = composeText([draft('subhead', '甲', 0), draft('subhead', '乙', 0)]);
    expect(sections).toEqual([['甲'], ['乙']]);
  });
});

describe('a lead', () => {
  test.each<[string, BlockDraft[], (string | undefined)[]]>([
    [
      'of a list is the line that introduces it',
      [
        draft('paragraph', '下列人员免票：'),
        draft('item', '军人'),
        draft('item', '儿童'),
        draft('paragraph', '其他人员购票。'),
      ],
      [undefined, '下列人员免票：', '下列人员免票：', undefined],
    ],
    [
      'is no paragraph that introduces nothing',
      [draft('paragraph', '今天开馆。'), draft('item', '军人')],
      [undefined, undefined],
    ],
    [
      'of an answer is its question, to the next one',
      [
        draft('question', '要预约吗？'),
        draft('answer', '不用。'),
        draft('question', '收费吗？'),
        draft('answer', '免费。'),
      ],
      [undefined, '要预约吗？', undefined, '收费吗？'],
    ],
    [
      'of an answer in several paragraphs is the same',
      [
        draft('question', '要预约吗？'),
        draft('paragraph', '不用。'),
        draft('paragraph', '直接来。'),
        draft('subhead', '收费'),
        draft('paragraph', '免费。'),
      ],
      [undefined, '要预约吗？', '要预约吗？', undefined, undefined],
    ],
  ])('%s', (_, drafts, leads) => {
    const composed = composeText(drafts) as Article;
    const texts = composed.blocks.map(({ start }) => {
      const lead = leadAt(composed, start);
      return lead && composed.text.slice(lead.start, lead.end);
    });
    expect(texts).toEqual(leads);
  });
});
