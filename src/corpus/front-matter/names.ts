/** What is read of front matter. */
export type Field =
  | 'title'
  | 'publication'
  | 'date'
  | 'updated'
  | 'page'
  | 'url'
  | 'author'
  | 'language'
  | 'layout'
  | 'draft'
  | 'published';

/** The name of each field, and what Hugo, Hexo, Jekyll, VitePress and those who write in Chinese call it; in lower case. */
export const NAMES: Readonly<Record<Field, readonly string[]>> = {
  title: ['title', '标题', '題目', '标題', '標題', '题目'],
  publication: ['publication', 'newspaper', '来源', '來源', '报纸', '報紙', '刊名'],
  date: ['date', 'publishdate', 'pubdate', 'created', '日期', '发布日期', '发布时间', '發佈日期'],
  updated: [
    'updated',
    'lastmod',
    'lastupdated',
    'last_updated',
    'last_modified_at',
    'last-modified',
    'modified',
    '更新日期',
    '更新时间',
  ],
  page: ['page', '版面', '版次'],
  url: ['url', 'permalink', 'canonical', 'canonicalurl', 'slug', 'link', '链接', '鏈接', '网址'],
  author: ['author', 'authors', '作者'],
  language: ['lang', 'language', '语言'],
  layout: ['layout'],
  draft: ['draft'],
  published: ['published'],
};

export const FIELD_OF_NAME: ReadonlyMap<string, Field> = new Map(
  (Object.keys(NAMES) as Field[]).flatMap((field) => NAMES[field].map((name) => [name, field] as const)),
);

/** What people are told to write. */
export const MAIN_NAMES = ['publication', 'date', 'page', 'url', 'author', 'title'] as const;
