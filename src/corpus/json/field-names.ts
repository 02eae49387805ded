import { isTypoOf } from '../typo.js';

/** A JSON object, as it was parsed. */
export type Fields = Readonly<Record<string, unknown>>;

export const FACTS = ['publication', 'date', 'page', 'byline', 'credit', 'author', 'url'] as const;
const FIELDS = ['id', 'title', 'subtitle', 'kicker', 'text', 'question', 'answer', ...FACTS] as const;

/** What an object may state of an article. */
export type FieldName = (typeof FIELDS)[number];

/** What other programs call the same, the likeliest first; in lower case, without blanks, `-` and `_`. */
const OTHER_NAMES: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  text: [
    ...[
      'content',
      'contents',
      'body',
      'fulltext',
      'articlebody',
      'contenttext',
      'contenthtml',
      'txt',
      'article',
      'postcontent',
    ],
    ...['正文', '内容', '全文', '文章内容', '新闻内容', 'summary', 'description', '摘要'],
  ],
  title: [
    ...['headline', 'heading', 'articletitle', 'newstitle', 'posttitle'],
    ...['标题', '题目', '新闻标题', '文章标题', '题名', 'subject'],
  ],
  subtitle: ['subhead', 'subheading', '副标题'],
  question: ['问题', '提问', '问', 'instruction', 'prompt', 'q'],
  answer: ['答案', '回答', '答', 'output', 'response', 'a'],
  publication: [
    ...['newspaper', 'publisher', 'media', 'source', 'sitename', 'sourcename', 'medianame'],
    ...['报纸', '报刊', '媒体', '来源'],
  ],
  date: [
    ...['datepublished', 'pubdate', 'published', 'publishedat', 'publishdate', 'publishtime', 'datetime'],
    ...['postdate', 'datecreated'],
    ...['发布时间', '发布日期', '发表时间', '发表日期', '刊载日期', '刊发日期', '见报日期', '日期', '时间'],
    ...['time', 'timestamp', 'posttime', 'pubtime'],
    ...['createtime', 'createdat', 'updatetime', 'updatedat', '更新时间'],
  ],
  page: ['pageno', 'pagenumber', '版面', '版次'],
  byline: ['记者', '署名'],
  author: ['authors', 'writer', 'creator', '作者', 'username', 'nickname', 'user', '发布者', '发布人'],
  url: ['link', 'href', 'uri', 'permalink', '链接', '网址', '原文链接'],
};
/** Fields whose names have no neighbours that mean something else, as `page` has `pages` and `kicker` has `ticker`. */
const MISTYPED: readonly FieldName[] = ['title', 'subtitle', 'publication', 'author', 'byline'];
/** A name with a typing error comes after all that are right. */
const LAST = 1_000;
/** How many different names of a file are looked at: some have ids for names. */
const MOST_KNOWN = 1_000;

/** What a name means, and how far it is from the name itself: 0 for the name itself. */
interface Meaning {
  readonly field: FieldName;
  readonly rank: number;
}

/** Finds the fields of objects under whatever names the objects have for them. */
export class FieldNames {
  readonly #known = new Map<string, Meaning | undefined>();
  readonly #taken = new Map<FieldName, Set<string>>();

  /**
   * The values of an object by what they mean. The name itself goes before other names of the same.
   * @param isUsable whether a value states the field in a form that can be used
   */
  stated(
    fields: Fields,
    isUsable: (value: unknown, field: FieldName) => boolean,
  ): Partial<Record<FieldName, unknown>> {
    const best = new Map<FieldName, Meaning & { readonly name: string }>();
    for (const name of Object.keys(fields)) {
      const meaning = this.#meaningOf(name);
      if (!meaning || !isUsable(fields[name], meaning.field)) continue;
      if (meaning.rank < (best.get(meaning.field)?.rank ?? Infinity))
        best.set(meaning.field, { ...meaning, name });
    }
    const stated: Partial<Record<FieldName, unknown>> = {};
    for (const [field, { name, rank }] of best) {
      stated[field] = fields[name];
      if (rank > 0) this.#take(field, name);
    }
    return stated;
  }

  /** The fields that were found under other names, with these: `{ text: '正文' }`; `undefined` where there are none. */
  get taken(): Readonly<Record<string, string>> | undefined {
    if (this.#taken.size === 0) return undefined;
    return Object.fromEntries([...this.#taken].map(([field, names]) => [field, [...names].join(', ')]));
  }

  #take(field: FieldName, name: string): void {
    const names = this.#taken.get(field);
    if (names) names.add(name);
    else this.#taken.set(field, new Set([name]));
  }

  #meaningOf(name: string): Meaning | undefined {
    if (!this.#known.has(name) && this.#known.size < MOST_KNOWN) this.#known.set(name, meaningOf(name));
    return this.#known.get(name);
  }
}

function meaningOf(name: string): Meaning | undefined {
  const plain = name.toLowerCase().replace(/[\s_-]/g, '');
  for (const field of FIELDS) {
    if (name === field) return { field, rank: 0 };
    if (plain === field) return { field, rank: 1 };
    const place = OTHER_NAMES[field]?.indexOf(plain) ?? -1;
    if (place >= 0) return { field, rank: place + 2 };
  }
  const mistyped = MISTYPED.find((field) => isTypoOf(plain, field));
  return mistyped && { field: mistyped, rank: LAST };
}
