import { describe, expect, test } from 'vitest';
import { articlesOf } from './outline.js';

const CLOSED = '全市供水普及率因此提高到百分之九十八。';

describe('bylines', () => {
  const cases: readonly [line: string, byline: string | undefined][] = [
    ['本报讯（澜江日报记者 林晓棠）昨日开工。', '澜江日报记者 林晓棠'],
    ['本报讯 (记者李明 通讯员王红) 昨日开工。', '记者李明 通讯员王红'],
    ['新华社北京10月26日电（记者李明）昨日开工。', '记者李明'],
    ['昨日开工，明年通车。（记者 李明）', '记者 李明'],
    ['作者：李明', '李明'],
    ['记者昨日（11月4日）获悉，大桥合龙。', undefined],
    ['他说（当时记者在场）不知道。', undefined],
    ['大桥合龙。（记者 李明 摄）', undefined],
  ];
  test.each(cases)('%s', (line, byline) => {
    expect(articlesOf(`# 题\n\n${line}\n\n${CLOSED}`)[0]!.article.byline).toBe(byline);
  });
});

describe('front matter', () => {
  const facts = (page: string) => {
    const { publication, date, page: number, url, author } = articlesOf(page).at(-1)!.article;
    return { publication, date, page: number, url, author };
  };

  test('applies to every article of the file', () => {
    const page =
      '---\npublication: 澜江日报\ndate: "2024-11-05"\npage: 第1版\nurl: https://example.org/a#b\nauthor: 李明\ntags:\n  - 桥\n---\n# 甲\n\n# 乙\n';
    expect(articlesOf(page)).toHaveLength(2);
    expect(facts(page)).toEqual({
      publication: '澜江日报',
      date: '2024-11-05',
      page: '第1版',
      url: 'https://example.org/a#b',
      author: '李明',
    });
  });

  test('states nothing that it does not say', () => {
    expect(Object.keys(articlesOf('---\ndate:\n---\n# 甲')[0]!.article)).not.toContain('date');
  });

  test.each([
    ['prose between rules', '---\n昨日开工，明年通车。\n---\n正文。'],
    ['an unclosed block', '---\ndate: 2024-11-05\n\n正文。'],
    ['a block further down', '正文。\n\n---\ndate: 2024-11-05\n---\n'],
  ])('%s is text', (_, page) => {
    expect(facts(page).date).toBeUndefined();
    expect(articlesOf(page)[0]!.article.text).toContain('---');
  });
});
