import type { Article, ArticleFacts } from '../article.js';
import { composeText } from '../article-text.js';
import type { BlockDraft } from '../block-draft.js';
import { StrangeDates } from '../date.js';
import { firstWords } from '../first-words.js';
import { draftsOfHtml } from '../html/fragment.js';
import { isHtml } from '../html/is-html.js';
import { createNumbering, shortHash } from '../identity.js';
import { failed, found, type MoreFound, type ReadOutcome } from '../reader.js';
import { dayOfTimestamp } from '../timestamp.js';
import { blocksOf } from './blocks.js';
import { FACTS, type FieldName, FieldNames, type Fields } from './field-names.js';
import { unwrapped } from './unwrapped.js';
import { isWithheld, withheld } from './withheld.js';

/** First and last line of the source file, counted from 1. */
type Lines = readonly [first: number, last: number];
type Stated = Partial<Record<FieldName, unknown>>;

/** Makes articles of a file's objects, one each, and keeps what is told of the whole file. */
export class Records {
  readonly #number = createNumbering();
  readonly #dates = new StrangeDates();
  readonly #names = new FieldNames();
  /** Names of objects that may be no articles, which are not told of. */
  readonly #looked = new FieldNames();
  #withheld: { count: number; readonly line: number } | undefined;

  /**
   * @param source path of the file below the corpus
   * @param ownIds whether an object's `id` is one for the whole collection, and not for its file
   */
  constructor(
    private readonly source: string,
    private readonly ownIds: boolean,
  ) {}

  /** Whether an object has the fields of an article, whatever is in them. */
  isArticle(fields: Fields): boolean {
    const stated = this.#looked.stated(unwrapped(fields), () => true);
    return 'text' in stated || ('question' in stated && 'answer' in stated);
  }

  /** The article of an object; `undefined` where there is no text in it, and `withheld` where it says that it is not public. */
  articleOf(fields: Fields, lines: Lines): Article | 'withheld' | undefined {
    if (isWithheld(fields)) {
      this.#withheld ??= { count: 0, line: lines[0] };
      this.#withheld.count++;
      return 'withheld';
    }
    const stated = this.#names.stated(unwrapped(fields), isUsable);
    const drafts = draftsOf(stated, lines);
    if (drafts.length === 0) return undefined;
    const text = composeText(drafts);
    const title = textOf(stated.title) ?? firstWords(text.text);
    const subtitle = textOf(stated.subtitle);
    const kicker = textOf(stated.kicker);
    const facts = factsOf(stated);
    this.#dates.note(facts.date, lines[0]);
    return {
      id: this.#idOf(textOf(stated.id), title, text.text),
      source: this.source,
      title,
      ...(subtitle === undefined ? {} : { subtitle }),
      ...(kicker === undefined ? {} : { kicker }),
      ...facts,
      ...text,
      lines,
    };
  }

  /**
   * What there is to tell of the file when all its objects are read.
   * @param more what else was found out of it
   */
  *close(format: string, more: MoreFound = {}): Generator<ReadOutcome> {
    const fields = { ...more.fields, ...this.#names.taken };
    yield found(format, { ...more, ...(Object.keys(fields).length > 0 && { fields }) });
    const fault = this.#dates.fault;
    if (fault) yield failed(this.source, fault, fault.line);
    if (this.#withheld) yield failed(this.source, withheld(this.#withheld.count), this.#withheld.line);
  }

  #idOf(own: string | undefined, title: string, text: string): string {
    if (own !== undefined && this.ownIds) return own;
    const parts = own === undefined ? [title, text] : [own];
    return shortHash(this.source, ...parts, String(this.#number(parts.join('\n'))));
  }
}

/** Whether a parsed value is an object. */
export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Error);
}

/** The article's text: its lines less the empty ones and the white space around each; a question with its answer. */
function draftsOf({ text, question, answer }: Stated, lines: Lines): BlockDraft[] {
  if (text !== undefined) return draftsOfText(text, lines);
  if (typeof question !== 'string' || answer === undefined) return [];
  return [
    { role: 'question', text: question.replace(/\s+/g, ' ').trim(), lines },
    ...draftsOfText(answer, lines).map((draft) => ({ ...draft, role: 'answer' as const })),
  ];
}

/** A text as it stands, or in a list of its blocks. */
function draftsOfText(text: unknown, lines: Lines): BlockDraft[] {
  if (typeof text === 'string') return paragraphsOf(text, lines);
  return (blocksOf(text) ?? []).flatMap(({ role, text: written }) =>
    paragraphsOf(written, lines).map((draft) => (role === 'paragraph' ? draft : { ...draft, role })),
  );
}

function paragraphsOf(text: string, lines: Lines): BlockDraft[] {
  const reading = isHtml(text) ? draftsOfHtml(text) : undefined;
  if (reading?.kind === 'drafts') return reading.drafts.map((draft) => ({ ...draft, lines }));
  return text
    .split(/\r\n|\n|\r/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ role: 'paragraph', text: paragraph, lines }));
}

function factsOf(stated: Stated): ArticleFacts {
  const facts: Record<string, string> = {};
  for (const name of FACTS) {
    const value = name === 'author' ? namesOf(stated[name]) : textOf(stated[name]);
    if (value !== undefined) facts[name] = name === 'date' ? (dayOfTimestamp(value) ?? value) : value;
  }
  return facts;
}

function isUsable(value: unknown, field: FieldName): boolean {
  if (field === 'author') return namesOf(value) !== undefined;
  if (field === 'question') return isText(value);
  if (field === 'text' || field === 'answer') return isText(value) || blocksOf(value) !== undefined;
  return textOf(value) !== undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** A field as text: numbers are written out, everything else that is no text counts as absent. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** What people are called by in the objects of systems. */
const CALLED = ['name', 'screen_name', 'nickname', 'username'];

/** Names of people: a text, an object with a name, or a list of such. */
function namesOf(value: unknown): string | undefined {
  const names = (Array.isArray(value) ? value : [value]).flatMap((each: unknown) => {
    const name = isObject(each) ? CALLED.map((one) => each[one]).find((one) => one !== undefined) : each;
    return (typeof name === 'string' ? name.trim() : '') || [];
  });
  return names.length === 0 ? undefined : names.join('、');
}
