import { beforeAll, describe, expect, it } from 'vitest';
import type { Article, ArticleFacts } from '../../src/corpus/article.js';
import { composeText } from '../../src/corpus/article-text.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { type ArticleStore, NOTHING } from '../../src/retrieval/article-store.js';

/** An article of a title and paragraphs in a file of its own. */
function article(
  source: string,
  title: string,
  paragraphs: readonly string[],
  facts: ArticleFacts & Pick<Article, 'when'> = {},
): Article {
  const drafts = [title, ...paragraphs].map((text, i) => ({
    role: i === 0 ? ('title' as const) : ('paragraph' as const),
    text,
    lines: [i + 1, i + 1] as const,
  }));
  return {
    id: `${source}#${title}`,
    source,
    title,
    ...composeText(drafts),
    lines: [1, drafts.length],
    ...facts,
  };
}

/** Long enough for an article of several passages. */
const LONG = Array.from(
  { length: 40 },
  (_, i) => `第${i + 1}段说的是沿河步道修到了哪里，灯装了几盏，树种了多少。`,
);

const ARTICLES: readonly Article[] = [
  article('a.txt', '青石渡口停运', ['青石渡口今起停运，何时恢复另行通知。'], {
    date: '2024年3月1日',
    when: '2024-03-01',
  }),
  article('b.txt', '沿河步道', LONG, { publication: '清江日报', date: '2025年5月', when: '2025-05' }),
  article('学校/a.md', '青石渡口停运', ['青石渡口又停运了，乘校车的學生改走大橋。'], {
    publication: '校报',
    date: '2026年1月2日',
    when: '2026-01-02',
  }),
  article('学校/b.md', '望月大桥合龙', ['望月大橋 合龍。望月大桥合龙之后，车程缩短。'], {
    publication: '清江日报',
  }),
  article('档案.zip/一.txt', 'ＡＩ助手上线', ['市民可以问ＡＩ助手。哈哈哈哈，他笑了。']),
  article('档案.zip/二.txt', '图书馆搬进老粮仓', ['图书馆\n搬进了老粮仓。'], { when: '2019' }),
];

/**
 * What every `ArticleStore` has to do, whatever is behind it.
 * @param create makes one that holds the passages of these articles, and no others
 */
export function describeArticleStore(
  name: string,
  create: (articles: readonly Article[]) => Promise<ArticleStore>,
): void {
  describe(`${name}: a store that holds nothing`, () => {
    let store: ArticleStore;
    beforeAll(async () => {
      store = await create([]);
    });

    it('has nothing to tell', async () => {
      expect(store.overview).toEqual(NOTHING);
      expect(await store.titled('青石渡口停运')).toBeUndefined();
      expect(await store.heads('渡口', '')).toBe(false);
      expect(await store.complete('青石', 5)).toEqual([]);
      expect(await store.titlesNear('青石')).toEqual([]);
      expect(await store.exactly('渡口', 5)).toEqual({ holdings: [], places: 0, atLeast: false });
      expect(await store.sample(5)).toEqual([]);
      expect(await store.contentOf('a.txt')).toBeUndefined();
    });
  });

  describe(`${name}: a store`, () => {
    let store: ArticleStore;
    beforeAll(async () => {
      store = await create(ARTICLES);
    });
    const passages = ARTICLES.flatMap((one) => passagesOf(one));
    const first = (i: number): string | undefined => passagesOf(ARTICLES[i] as Article)[0]?.id;

    it('knows in a few words what there is', () => {
      const { publications, ...overview } = store.overview;
      expect(overview).toEqual({
        articles: 6,
        passages: passages.length,
        files: 6,
        titles: ARTICLES.map(({ title }) => title),
        folders: ['学校', '档案.zip'],
        stated: { first: '2024年3月1日', last: '2026年1月2日' },
        dates: { first: '2019', last: '2026-01-02' },
      });
      expect([...publications].sort()).toEqual(['校报', '清江日报']);
    });

    it('gives the first article of a title, whole', async () => {
      expect(await store.titled('青石渡口停运')).toEqual(ARTICLES[0]);
      expect(await store.titled('沿河步道')).toEqual(ARTICLES[1]);
      expect(await store.titled('沿河')).toBeUndefined();
    });

    it.each<[word: string, except: string, heads: boolean]>([
      ['渡口', '', true],
      ['渡口', '青石渡口停运', false],
      ['图书馆', '青石渡口停运', true],
      ['ai', '', true],
      ['月大', '', false],
      ['步行', '', false],
    ])('whether a title has the word %s, %j aside: %s', async (word, except, heads) => {
      expect(await store.heads(word, except)).toBe(heads);
    });

    it.each<[typed: string, titles: string[]]>([
      ['青石', ['青石渡口停运']],
      ['渡口', ['青石渡口停运']],
      ['大橋', ['望月大桥合龙']],
      ['ai', ['ＡＩ助手上线']],
      ['沿河步到', ['沿河步道']],
      ['火星', []],
      [' ', []],
    ])('what %j may be on its way to: %s', async (typed, titles) => {
      expect((await store.complete(typed, 3)).map(({ title }) => title)).toEqual(titles);
    });

    it('completes to the newest of the articles that have a title, and to as many titles as are wanted', async () => {
      expect(await store.complete('青石', 3)).toEqual([{ title: '青石渡口停运', passage: first(2) }]);
      expect(await store.complete('停运', 0)).toEqual([]);
    });

    it.each<[text: string, why: string, title: string]>([
      ['青石渡囗几点开船', 'one character differs', '青石渡口停运'],
      ['望月打桥多长', 'it sounds the same', '望月大桥合龙'],
      ['图书棺在哪', 'one character differs', '图书馆搬进老粮仓'],
    ])('titles near to %s, where %s', async (text, _, title) => {
      expect(await store.titlesNear(text)).toContain(title);
    });

    it.each<[words: string, places: number, passages: number, why: string]>([
      ['青石渡口', 4, 2, 'in titles too'],
      ['望月大桥', 3, 1, 'in either script'],
      ['大桥合龙', 3, 1, 'blanks between its characters or not'],
      ['合龍', 3, 1, 'asked in the other script'],
      ['ai助手', 2, 1, 'of any width and case'],
      ['图书馆搬进', 2, 1, 'over the end of a line'],
      ['说 的 是', LONG.length, passagesOf(ARTICLES[1] as Article).length, 'asked with blanks'],
      ['桥', 4, 2, 'a single character'],
      ['I', 2, 1, 'a single letter'],
      ['哈哈', 2, 1, 'places do not overlap'],
      ['步道灯', 0, 0, 'nothing that only resembles it'],
      ['大桥望月', 0, 0, 'in its order only'],
      ['火星', 0, 0, 'nowhere'],
    ])('exactly %s: %i places in %i passages (%s)', async (words, places, count) => {
      const found = await store.exactly(words, 100);
      expect(found).toMatchObject({ places, atLeast: false });
      expect(found.holdings).toHaveLength(count);
      expect(found.holdings.flatMap((one) => one.places)).toHaveLength(places);
    });

    it('gives passages that hold words in the order of the collection, with the places, as many as are wanted', async () => {
      const { holdings, places } = await store.exactly('青石渡口', 1);
      expect(holdings).toEqual([
        {
          passage: passages[0],
          places: [
            { start: 0, end: 4 },
            { start: 7, end: 11 },
          ],
        },
      ]);
      expect(places).toBe(4);
      const { holdings: long } = await store.exactly('步道修到', 100);
      expect(long.map(({ passage }) => passage)).toEqual(passagesOf(ARTICLES[1] as Article));
    });

    it('shows a sample of different articles, the same each time', async () => {
      const all = await store.sample(100);
      expect(new Set(all.map(({ id }) => id))).toEqual(new Set(ARTICLES.map(({ id }) => id)));
      const two = await store.sample(2);
      expect([2, 3]).toContain(two.length);
      expect(new Set(two.map(({ id }) => id)).size).toBe(two.length);
      expect(await store.sample(2)).toEqual(two);
    });

    it.each([
      ['a.txt', { articles: 1, title: '青石渡口停运', dates: { first: '2024-03-01', last: '2024-03-01' } }],
      ['档案.zip', { articles: 2, title: 'ＡＩ助手上线', dates: { first: '2019', last: '2019' } }],
      ['学校/b.md', { articles: 1, title: '望月大桥合龙' }],
      ['c.txt', undefined],
      ['档案', undefined],
    ])('knows what is served of %s', async (source, content) => {
      expect(await store.contentOf(source)).toEqual(content);
    });
  });

  describe(`${name}: a folder of a store`, () => {
    let part: ArticleStore;
    beforeAll(async () => {
      part = (await create(ARTICLES)).part('学校');
    });

    it('knows of nothing else', async () => {
      expect(part.overview).toMatchObject({
        articles: 2,
        passages: 2,
        files: 2,
        titles: ['青石渡口停运', '望月大桥合龙'],
        stated: { first: '2026年1月2日', last: '2026年1月2日' },
      });
      expect([...part.overview.publications].sort()).toEqual(['校报', '清江日报']);
      expect(await part.titled('青石渡口停运')).toEqual(ARTICLES[2]);
      expect(await part.titled('沿河步道')).toBeUndefined();
      expect(await part.heads('图书馆', '')).toBe(false);
      expect(await part.complete('图书馆', 3)).toEqual([]);
      expect(await part.titlesNear('图书棺')).not.toContain('图书馆搬进老粮仓');
      expect(await part.exactly('青石渡口', 5)).toMatchObject({ places: 2, atLeast: false });
      expect((await part.sample(10)).map(({ id }) => id).sort()).toEqual(
        [ARTICLES[2], ARTICLES[3]].map((one) => one?.id).sort(),
      );
      expect(await part.contentOf('a.txt')).toBeUndefined();
    });

    it('is empty where there is no such folder', async () => {
      const none = (await create(ARTICLES)).part('档案');
      expect(none.overview).toEqual(NOTHING);
      expect(await none.exactly('青石', 5)).toMatchObject({ places: 0 });
    });
  });
}
