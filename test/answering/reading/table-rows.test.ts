import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barredRows, rowsIn, withoutAdded } from '../../../src/answering/reading/table-rows.js';
import { WINDOW_UNITS, windowsOfPassage } from '../../../src/answering/reading/windows.js';
import type { Article, Passage } from '../../../src/corpus/article.js';
import { composeText } from '../../../src/corpus/article-text.js';
import type { BlockDraft } from '../../../src/corpus/block-draft.js';
import { passagesOf } from '../../../src/corpus/passages.js';
import { labelledRow } from '../../../src/corpus/structure/labelled-row.js';

/** An article of blocks, a table's rows among them. */
function articleOf(...parts: readonly (string | readonly (readonly string[])[])[]): Article {
  const drafts = parts.flatMap((part): BlockDraft[] => {
    if (typeof part === 'string') return [{ role: 'paragraph', text: part, lines: [1, 1] }];
    const [names = [], ...rows] = part;
    return rows.flatMap((cells) => {
      const row = labelledRow(names, cells);
      return row ? [{ role: 'row', lines: [1, 1], ...row } as const] : [];
    });
  });
  return { id: 'a', source: 'a.md', title: '票价', ...composeText(drafts), lines: [1, 1] };
}

const whole = (article: Article): Passage => passagesOf(article)[0] as Passage;
const TICKETS = [
  ['票种', '票价', '说明'],
  ['儿童票', '20元', '六岁以下'],
  ['成人票', '50元', ''],
];

describe('rows are read as the reader learned them', () => {
  test.each([
    {
      name: 'cells between bars, the columns’ names in front',
      article: articleOf([TICKETS[0]!, TICKETS[1]!]),
      header: '| 票种 | 票价 | 说明 |',
      text: '|儿童票 |20元 |六岁以下',
    },
    {
      name: 'a column whose cell is empty is not named',
      article: articleOf([TICKETS[0]!, TICKETS[2]!]),
      header: '| 票种 | 票价 |',
      text: '|成人票 |50元',
    },
    {
      name: 'columns without names have none',
      article: articleOf([[], ['儿童票', '20元']]),
      header: '',
      text: '儿童票 |20元',
    },
    {
      name: 'a cell that looks like a name stays',
      article: articleOf([['电话'], ['总机：80012']]),
      header: '| 电话 |',
      text: '|总机：80012',
    },
  ])('$name', ({ article, header, text }) => {
    const rows = barredRows(article, { start: 0, end: article.text.length });
    expect(rows.header).toBe(header);
    expect(rows.text.replace(/ +/gu, ' ').trim()).toBe(text);
  });

  const cell = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
  test('every cell stands where it stands in the article', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 5 }),
        fc.array(cell, { maxLength: 5 }),
        (names, cells) => {
          const article = articleOf([names, cells]);
          const { text } = barredRows(article, { start: 0, end: article.text.length });
          expect(text).toHaveLength(article.text.length);
          for (let at = 0; at < text.length; at++)
            if (text[at] !== ' ' && text[at] !== '|') expect(text[at]).toBe(article.text[at]);
        },
      ),
    );
  });
});

describe('the windows of a table', () => {
  test('hold neighbours together, and leave to itself what stands beside them', () => {
    const passage = whole(articleOf('下面是票价。', TICKETS.slice(0, 2), '另收保险费。'));
    expect(windowsOfPassage(passage).map(({ header, isRows }) => [header, isRows])).toEqual([
      ['', undefined],
      ['| 票种 | 票价 | 说明 |', true],
      ['', undefined],
    ]);
  });

  test('hold no rows of other columns, which their header would name wrongly', () => {
    const passage = whole(articleOf(TICKETS));
    expect(rowsIn(passage, WINDOW_UNITS)).toHaveLength(2);
  });

  test('hold as many rows as there is room for', () => {
    const rows = Array.from({ length: 30 }, (_, n) => [`第${n}村`, `${n}户`, `${n}口井`]);
    const article = articleOf([['村名', '户数', '水井'], ...rows]);
    for (const passage of passagesOf(article)) {
      const groups = rowsIn(passage, WINDOW_UNITS);
      expect(groups.length).toBeGreaterThan(0);
      for (const group of groups)
        expect(barredRows(article, group).text.replace(/ +/gu, ' ').length).toBeLessThanOrEqual(WINDOW_UNITS);
      expect(groups[0]?.start).toBe(passage.start);
      expect(groups.at(-1)?.end).toBe(passage.end);
    }
  });

  test('a row that is too long is read in parts, as any other text', () => {
    const passage = whole(articleOf([['说明'], ['这一行说得很长。'.repeat(40)]]));
    const windows = windowsOfPassage(passage);
    expect(windows.length).toBeGreaterThan(1);
    for (const { start, end, isRows } of windows) {
      expect(end - start).toBeLessThanOrEqual(WINDOW_UNITS);
      expect(isRows).toBeUndefined();
    }
  });
});

describe('a stretch begins and ends with the source’s own words', () => {
  const article = articleOf([TICKETS[0]!, TICKETS[1]!]);
  const place = (text: string) => {
    const start = article.text.indexOf(text);
    return { start, end: start + text.length };
  };
  test.each([
    ['票价：20元', '20元'],
    ['：20元', '20元'],
    ['20元 · ', '20元'],
    ['20元', '20元'],
    ['儿童票 · 票价：20元', '儿童票 · 票价：20元'],
    ['票价：', '票价：'],
  ])('of “%s” it is “%s”', (pointed, kept) => {
    const { start, end } = withoutAdded(article, place(pointed));
    expect(article.text.slice(start, end)).toBe(kept);
  });
});
