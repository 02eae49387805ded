import type { Bilingual } from '../../language/bilingual.js';
import type { Article } from '../article.js';
import { decode } from '../decode.js';
import type { Fault } from '../fault.js';
import { failed, type ReadOutcome, read } from '../reader.js';
import { articleListIn, objectsIn } from './article-list.js';
import { readJsonl } from './jsonl.js';
import { parsed } from './parsed.js';
import { isObject, Records } from './records.js';
import { endOf, LineCounter, type Member, membersOf, skipBlank } from './scan.js';
import { articleOfObjects, isRow, type ListedObject } from './table.js';
import { readTelegramChats, telegramChatsIn } from './telegram-chats.js';

/** A larger file takes too much memory at once; lines are read one by one. */
const MOST_BYTES = 64 * 1024 * 1024;
const FORM: Bilingual = {
  en: 'Write a list of objects like [{"title": "…", "text": "…"}], or an object that holds such a list.',
  zh: '请写成列表，如 [{"title": "…", "text": "…"}]，或写成含有这种列表的对象。',
};
/** How deep lists are looked for in the objects of lists. */
const DEEPEST_LIST = 4;
/** Fewer objects are no table. */
const FEWEST_ROWS = 2;
/** How many objects that cannot be read are told of by themselves; the others are counted. */
const MOST_TOLD = 20;

const TOO_LARGE: Fault = {
  problem: {
    en: `It cannot be read: JSON of more than ${MOST_BYTES / 1024 / 1024} MB takes too much memory.`,
    zh: `读不了：超过 ${MOST_BYTES / 1024 / 1024} MB 的 JSON 太占内存。`,
  },
  remedy: {
    en: 'Save it as .jsonl, one object a line, or divide it.',
    zh: '请另存为 .jsonl（一行一个对象），或拆成几个文件。',
  },
};
const NO_JSON: Fault = {
  problem: { en: 'It cannot be read: JSON begins with [ or {.', zh: '读不了：JSON 应以 [ 或 { 开头。' },
  remedy: FORM,
};
const NO_ARTICLES: Fault = {
  problem: {
    en: 'It holds no list of articles, and no text of its own.',
    zh: '里面没有文章的列表，本身也没有正文。',
  },
  remedy: FORM,
};
const BROKEN_OFF: Fault = {
  problem: { en: 'The file breaks off in the middle of an object.', zh: '文件在一个对象中间断了。' },
  remedy: {
    en: 'Save it again, or copy it again from where it is whole.',
    zh: '请重新保存，或从完整的地方重新复制。',
  },
};
const NO_OBJECT: Fault = {
  problem: { en: 'What stands in the list is no JSON object.', zh: '列表里的这一项不是 JSON 对象。' },
  remedy: FORM,
};
const NO_TEXT: Fault = {
  problem: { en: 'The object has no "text".', zh: '这个对象缺少正文（"text"）。' },
  remedy: FORM,
};

/**
 * Reads a JSON file (`Reader`): a list of articles, one that an object holds, or an object that is an article; a list of objects
 * without texts is a table.
 */
export function* readJsonFile(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  if (bytes.length > MOST_BYTES) {
    yield failed(source, TOO_LARGE);
    return;
  }
  const decoded = decode(bytes);
  if (decoded.kind === 'undecodable') {
    yield failed(source, decoded);
    return;
  }
  const { text, encoding } = decoded;
  const root = skipBlank(text, 0);
  if (root === text.length) return;
  if (text[root] !== '[' && text[root] !== '{') {
    yield failed(source, NO_JSON);
    return;
  }
  const end = endOf(text, root);
  if (end !== undefined && text[skipBlank(text, end)] === '{') yield* readJsonl(source, bytes);
  else yield* readRoot(source, text, root, encoding);
}

function* readRoot(
  source: string,
  text: string,
  root: number,
  encoding: string | undefined,
): Generator<ReadOutcome> {
  const chats = telegramChatsIn(text, root);
  if (chats.length > 0) {
    yield* readTelegramChats(source, text, chats, encoding);
    return;
  }
  const records = new Records(source, false);
  const list = text[root] === '[' ? { start: root, named: true, holder: root } : articleListIn(text, root);
  const places = list ? [root, list.holder] : objectsIn(text, root);
  const alone = list?.named ? undefined : articleAmong(records, text, places);
  if (alone !== undefined) {
    if (alone !== 'withheld') yield read(alone);
  } else {
    const table = list && tableOf(source, text, list.start);
    if (table) yield read(table);
    else if (list && isOfArticles(records, text, list.start))
      yield* readList(records, source, text, list.start);
    else {
      yield failed(source, NO_ARTICLES);
      return;
    }
  }
  yield* records.close('JSON', { encoding });
}

/**
 * The first object that is an article by itself: a root that states one, or what a server's answer wraps.
 * @param places of the objects' braces, in UTF-16 units
 */
function articleAmong(
  records: Records,
  text: string,
  places: Iterable<number>,
): ReturnType<Records['articleOf']> {
  for (const at of places) {
    const end = endOf(text, at);
    const fields = end === undefined ? undefined : parsed(text.slice(at, end));
    if (!isObject(fields)) continue;
    const counter = new LineCounter(text);
    const article = records.articleOf(fields, [counter.at(at), counter.at(end as number)]);
    if (article !== undefined) return article;
  }
  return undefined;
}

/** The article that a list is by itself: none of its objects has a text, and they are rows of a table. */
function tableOf(source: string, text: string, start: number): Article | undefined {
  const counter = new LineCounter(text);
  const records = new Records(source, false);
  const objects: ListedObject[] = [];
  for (const { key, start: from, end, whole } of membersOf(text, start)) {
    const fields = parsed(text.slice(from, end));
    const lines = [counter.at(from), counter.at(end)] as const;
    if (!whole || !isObject(fields) || records.isArticle(fields)) return undefined;
    const object = { ...(key !== undefined && { key }), fields, lines };
    if (!isRow(object)) return undefined;
    objects.push(object);
  }
  return objects.length < FEWEST_ROWS ? undefined : articleOfObjects(source, objects);
}

/** Whether what was found is a list, or an object of which at least one member is an article; others have settings in such. */
function isOfArticles(records: Records, text: string, start: number): boolean {
  if (text[start] === '[') return true;
  for (const member of membersOf(text, start)) {
    const fields = parsed(text.slice(member.start, member.end));
    if (isObject(fields) && records.isArticle(fields)) return true;
  }
  return false;
}

function* readList(records: Records, source: string, text: string, start: number): Generator<ReadOutcome> {
  const counter = new LineCounter(text);
  let faults = 0;
  for (const listed of articlesIn(records, text, start, 1)) {
    const lines = [counter.at(listed.member.start), counter.at(listed.member.end)] as const;
    const outcome = readMember(records, source, listed, lines);
    if (outcome && (outcome.kind === 'article' || ++faults <= MOST_TOLD)) yield outcome;
  }
  if (faults > MOST_TOLD) yield failed(source, faultOfOthers(faults - MOST_TOLD));
}

/** A member of a list, and what it was parsed to. */
interface Listed {
  readonly member: Member;
  readonly value: unknown;
}

/** The members of a list; in place of one that has no text but a list of its own, as a section of a magazine has, those of that. */
function* articlesIn(records: Records, text: string, start: number, depth: number): Generator<Listed> {
  for (const member of membersOf(text, start)) {
    const value = parsed(text.slice(member.start, member.end));
    const isSection = depth < DEEPEST_LIST && isObject(value) && !records.isArticle(value);
    const inner = isSection ? articleListIn(text, member.start) : undefined;
    if (inner) yield* articlesIn(records, text, inner.start, depth + 1);
    else yield { member, value };
  }
}

/** `undefined` for an object that is not public, which the records tell of. */
function readMember(
  records: Records,
  source: string,
  { member, value }: Listed,
  lines: readonly [first: number, last: number],
): ReadOutcome | undefined {
  if (value instanceof SyntaxError)
    return failed(source, member.whole ? invalid(value) : BROKEN_OFF, lines[0]);
  if (!isObject(value)) return failed(source, NO_OBJECT, lines[0]);
  const article = records.articleOf(value, lines);
  if (article === 'withheld') return undefined;
  return article ? read(article) : failed(source, NO_TEXT, lines[0]);
}

function faultOfOthers(count: number): Fault {
  return {
    problem: { en: `So it is with ${count} others of its list.`, zh: `列表里还有 ${count} 项也是这样。` },
    remedy: FORM,
  };
}

/** What the engine says of it, it says in English. */
function invalid({ message }: SyntaxError): Fault {
  return {
    problem: { en: `The object is not valid JSON (${message}).`, zh: '这个对象不是正确的 JSON。' },
    remedy: FORM,
  };
}
