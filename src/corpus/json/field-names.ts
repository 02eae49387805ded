import type { Fault } from '../fault.js';
import { isTypoOf } from '../typo.js';

/** Names of a line that are read. */
export type FieldName = (typeof FIELDS)[number];

export const FACTS = ['publication', 'date', 'page', 'byline', 'credit', 'author', 'url'] as const;
const FIELDS = ['id', 'title', 'subtitle', 'kicker', 'text', ...FACTS] as const;

/** What other programs call the same, in lower case, without blanks, `-` and `_`. */
const OTHER_NAMES: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  text: ['content', 'contents', 'body', 'fulltext', 'articlebody', 'txt', '正文', '内容', '全文'],
  title: ['headline', 'heading', '标题', '题目'],
  subtitle: ['subhead', 'subheading', '副标题'],
  publication: ['newspaper', 'publisher', 'media', '报纸', '报刊', '来源'],
  date: ['pubdate', 'published', 'publishedat', 'publishdate', 'publishtime', 'datetime', '日期', '发布时间'],
  page: ['pageno', 'pagenumber', '版面', '版次'],
  author: ['authors', 'writer', 'creator', '作者'],
  url: ['link', 'href', 'uri', 'permalink', '链接', '网址'],
};
/** Shorter names have too many neighbours that mean something else: `data`, `next`. */
const LEAST_FOR_TYPOS = 5;
/** How many names are told of at most, and how much of each, in UTF-16 units. */
const MOST_TOLD = 6;
const LONGEST_SHOWN = 40;
/** How many different names of a file are looked at: some have ids for names. */
const MOST_KNOWN = 1_000;

/** Notes names that stand in a file's lines where one that is read is missing. */
export class NearNames {
  readonly #known = new Map<string, FieldName | undefined>();
  readonly #told = new Map<string, FieldName>();
  #line: number | undefined;

  /**
   * Looks at the names of a line.
   * @param has whether the line states a field in a form that can be used
   * @returns the missing fields that stand there under another name
   */
  note(names: readonly string[], has: (field: FieldName) => boolean, line: number): readonly FieldName[] {
    return names.flatMap((name) => {
      const meant = this.#meantBy(name);
      if (meant === undefined || has(meant)) return [];
      this.#told.set(name, meant);
      this.#line ??= line;
      return meant;
    });
  }

  /** What there is to tell of the whole file, and the line where it begins; `undefined` where there is nothing. */
  get fault(): (Fault & { readonly line: number }) | undefined {
    if (this.#line === undefined) return undefined;
    const told = [...this.#told].slice(0, MOST_TOLD);
    return {
      line: this.#line,
      problem: `From this line on, there are names that are not read: ${told.map(([name]) => quoted(name)).join(', ')}.`,
      remedy: `Write ${told.map(([name, meant]) => `"${meant}" for ${quoted(name)}`).join(', ')}, if that is what is meant.`,
    };
  }

  #meantBy(name: string): FieldName | undefined {
    if (!this.#known.has(name) && this.#known.size < MOST_KNOWN) this.#known.set(name, meantBy(name));
    return this.#known.get(name);
  }
}

function meantBy(name: string): FieldName | undefined {
  if (FIELDS.some((field) => field === name)) return undefined;
  const plain = name.toLowerCase().replace(/[\s_-]/g, '');
  return FIELDS.find(
    (field) =>
      plain === field ||
      OTHER_NAMES[field]?.includes(plain) ||
      (field.length >= LEAST_FOR_TYPOS && isTypoOf(plain, field)),
  );
}

function quoted(name: string): string {
  return JSON.stringify(name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name);
}
