import type { Article } from '../article.js';
import { decode } from '../decode.js';
import { failed, type ReadOutcome, read } from '../reader.js';
import { articleListIn } from './article-list.js';
import { readJsonl } from './jsonl.js';
import { parsed } from './parsed.js';
import { isObject, Records } from './records.js';
import { endOf, LineCounter, type Member, membersOf, skipBlank } from './scan.js';
import { readTelegramChats, telegramChatsIn } from './telegram-chats.js';

/** A larger file takes too much memory at once; lines are read one by one. */
const MOST_BYTES = 64 * 1024 * 1024;
const FORM =
  'Write a list of objects like [{"title": "…", "text": "…"}], or an object that holds such a list.';
/** How many objects that cannot be read are told of by themselves; the others are counted. */
const MOST_TOLD = 20;

/** Reads a JSON file (`Reader`): a list of articles, one that an object holds, or an object that is an article. */
export function* readJsonFile(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  if (bytes.length > MOST_BYTES) {
    const problem = `It cannot be read: JSON of more than ${MOST_BYTES / 1024 / 1024} MB takes too much memory.`;
    yield failed(source, problem, 'Save it as .jsonl, one object a line, or divide it.');
    return;
  }
  const decoded = decode(bytes);
  if (decoded.kind === 'undecodable') {
    yield failed(source, decoded.problem, decoded.remedy);
    return;
  }
  const { text, encoding } = decoded;
  const root = skipBlank(text, 0);
  if (root === text.length) return;
  if (text[root] !== '[' && text[root] !== '{') {
    yield failed(source, 'It cannot be read: JSON begins with [ or {.', FORM);
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
  const list = text[root] === '[' ? { start: root, named: true } : articleListIn(text, root);
  const alone = list?.named ? undefined : articleOfRoot(records, text, root);
  if (alone) yield read(alone);
  else if (list) yield* readList(records, source, text, list.start);
  else {
    yield failed(source, 'It holds no list of articles, and no text of its own.', FORM);
    return;
  }
  yield* records.close('JSON', { encoding });
}

/** The article that the root is by itself, if it is one. */
function articleOfRoot(records: Records, text: string, root: number): Article | undefined {
  const fields = parsed(text.slice(root));
  return isObject(fields)
    ? records.articleOf(fields, [1, new LineCounter(text).at(text.trimEnd().length)])
    : undefined;
}

function* readList(records: Records, source: string, text: string, start: number): Generator<ReadOutcome> {
  const counter = new LineCounter(text);
  let faults = 0;
  for (const member of membersOf(text, start)) {
    const lines = [counter.at(member.start), counter.at(member.end)] as const;
    const outcome = readMember(records, source, text, member, lines);
    if (outcome.kind === 'article' || ++faults <= MOST_TOLD) yield outcome;
  }
  if (faults > MOST_TOLD)
    yield failed(source, `So it is with ${faults - MOST_TOLD} others of its list.`, FORM);
}

function readMember(
  records: Records,
  source: string,
  text: string,
  { start, end, whole }: Member,
  lines: readonly [first: number, last: number],
): ReadOutcome {
  const fields = parsed(text.slice(start, end));
  if (fields instanceof SyntaxError) {
    const problem = whole
      ? `The object is not valid JSON (${fields.message}).`
      : 'The file breaks off in the middle of an object.';
    return failed(
      source,
      problem,
      whole ? FORM : 'Save it again, or copy it again from where it is whole.',
      lines[0],
    );
  }
  if (!isObject(fields)) return failed(source, 'What stands in the list is no JSON object.', FORM, lines[0]);
  const article = records.articleOf(fields, lines);
  return article ? read(article) : failed(source, 'The object has no "text".', FORM, lines[0]);
}
