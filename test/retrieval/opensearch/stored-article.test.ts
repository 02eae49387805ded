import { expect, it } from 'vitest';
import type { Article } from '../../../src/corpus/article.js';
import { passagesOf } from '../../../src/corpus/passages.js';
import { articleOf, storedArticle } from '../../../src/retrieval/opensearch/stored-article.js';
import { documentOf, passageOf } from '../../../src/retrieval/opensearch/stored-passage.js';

const ARTICLE: Article = {
  id: 'rules',
  source: '规章/停水.md',
  title: '停水规则',
  publication: '清江日报',
  when: '2026-03',
  text: '总则\n停水 须提前告知\n停水，停水',
  sections: [['总则']],
  added: [{ start: 3, end: 5 }],
  blocks: [
    { role: 'subhead', start: 0, end: 2, lines: [1, 1], section: 0 },
    { role: 'item', start: 3, end: 11, lines: [2, 3], section: 0, lead: 0 },
    { role: 'paragraph', start: 12, end: 17, lines: [4, 4] },
  ],
  lines: [1, 4],
};
/** As JSON brings it there and back. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

it('an article is given back as it was', () => {
  expect(articleOf(sent(storedArticle(ARTICLE).stored))).toEqual(ARTICLE);
});

it('an article has one name, in whatever order its facts were found, and another with every difference', () => {
  const { title, ...rest } = ARTICLE;
  expect(storedArticle({ ...rest, title }).ref).toBe(storedArticle(ARTICLE).ref);
  const others = [{ title: '停电规则' }, { when: '2026' }, { blocks: ARTICLE.blocks.slice(1) }];
  const refs = others.map((other) => storedArticle({ ...ARTICLE, ...other }).ref);
  expect(new Set([...refs, storedArticle(ARTICLE).ref]).size).toBe(4);
});

it('passages are given back as they were, without their terms', () => {
  for (const passage of passagesOf(ARTICLE, { length: 8 })) {
    const { id, article, start, end, lines } = documentOf(passage, 'name');
    expect(passageOf(sent({ id, article, start, end, lines }), ARTICLE)).toEqual(passage);
  }
});

it('terms stand as often as they occur, and are counted once', () => {
  const [passage] = passagesOf({
    ...ARTICLE,
    text: '停水停水',
    blocks: [{ role: 'paragraph', start: 0, end: 4, lines: [1, 1] }],
  });
  const { text, textLength } = documentOf(passage!, 'name');
  expect(text.split(' ').sort()).toEqual(['停水', '停水', '水停']);
  expect(textLength).toBe(2);
});
