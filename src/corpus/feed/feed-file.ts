import type { Article } from '../article.js';
import { composeText } from '../article-text.js';
import type { BlockDraft } from '../block-draft.js';
import { decode } from '../decode.js';
import { statedEncoding } from '../encoding/stated.js';
import { DIVIDE, type Fault, unreadableBecause } from '../fault.js';
import { firstWords } from '../first-words.js';
import { draftsOfHtml } from '../html/fragment.js';
import { isHtml } from '../html/is-html.js';
import { createNumbering, shortHash } from '../identity.js';
import { failed, found, type ReadOutcome, read } from '../reader.js';
import { dayOfTimestamp } from '../timestamp.js';
import { type Entry, type Feed, feedOf } from './entries.js';

/** A larger feed takes too much memory at once. */
const MOST_BYTES = 32 * 1024 * 1024;
/** A feed has no places that its reader knows. */
const NOWHERE = [1, 1] as const;
const TOO_LARGE: Fault = {
  problem: {
    en: `It is larger than ${MOST_BYTES / 1024 / 1024} MB.`,
    zh: `文件超过 ${MOST_BYTES / 1024 / 1024} MB。`,
  },
  remedy: DIVIDE,
};
const ENTITIES: Fault = {
  problem: unreadableBecause({ en: 'it declares entities of its own', zh: '文件声明了自己的实体（ENTITY）' }),
  remedy: {
    en: 'Take out its DOCTYPE. Save its text as .txt, .md or .html.',
    zh: '请去掉 DOCTYPE，或把文字另存为 .txt、.md 或 .html。',
  },
};
const NO_FEED: Fault = {
  problem: {
    en: 'It is no RSS or Atom feed, or a broken one.',
    zh: '这不是 RSS 或 Atom 订阅源，或者已经损坏。',
  },
  remedy: {
    en: 'Save the feed again. Save its text as .txt, .md or .html.',
    zh: '请重新保存订阅源，或把文字另存为 .txt、.md 或 .html。',
  },
};

/** Reads RSS or Atom (`Reader`): an article for each entry that has text. */
export function* readFeed(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  if (bytes.length > MOST_BYTES) {
    yield failed(source, TOO_LARGE);
    return;
  }
  const decoded = decode(bytes, statedEncoding(bytes));
  if (decoded.kind === 'undecodable') {
    yield failed(source, decoded);
    return;
  }
  if (declaresEntities(decoded.text)) {
    yield failed(source, ENTITIES);
    return;
  }
  const feed = parsed(decoded.text);
  if (!feed) {
    yield failed(source, NO_FEED);
    return;
  }
  const number = createNumbering();
  for (const entry of feed.entries) {
    const article = articleOf(source, feed, entry, number);
    if (article) yield read(article);
  }
  yield found(feed.format, { encoding: decoded.encoding });
}

/** What feedsmith throws is of many kinds, an overflow of the stack among them: each says that the file is no good. */
function parsed(text: string): Feed | undefined {
  try {
    return feedOf(text);
  } catch {
    return undefined;
  }
}

function articleOf(
  source: string,
  feed: Feed,
  entry: Entry,
  number: (kind: string) => number,
): Article | undefined {
  const drafts = draftsOf(entry.text ?? '');
  if (drafts.length === 0) return undefined;
  const title = oneLine(entry.title) || firstWords(drafts[0]!.text);
  const kind = entry.url ?? title;
  const publication = oneLine(feed.title);
  return {
    id: shortHash(source, kind, String(number(kind))),
    source,
    title,
    ...(publication && { publication }),
    ...(entry.date && { date: dayOfTimestamp(entry.date) ?? entry.date }),
    ...(entry.author && { author: entry.author }),
    ...(entry.url && { url: entry.url }),
    ...composeText(drafts),
    unit: 'none',
    lines: NOWHERE,
  };
}

function draftsOf(text: string): BlockDraft[] {
  const reading = isHtml(text) ? draftsOfHtml(text) : undefined;
  if (reading?.kind === 'drafts') return reading.drafts.map((draft) => ({ ...draft, lines: NOWHERE }));
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ role: 'paragraph', text: line, lines: NOWHERE }));
}

/** Whether entities are declared outside of CDATA: a few of them can stand for gigabytes. */
function declaresEntities(xml: string): boolean {
  let at = 0;
  for (let entity = xml.indexOf('<!ENTITY'); entity >= 0; entity = xml.indexOf('<!ENTITY', at)) {
    while (at <= entity) {
      const cdata = xml.indexOf('<![CDATA[', at);
      if (cdata < 0 || cdata > entity) return true;
      const end = xml.indexOf(']]>', cdata);
      if (end < 0) return false;
      at = end;
    }
  }
  return false;
}

function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').trim();
}
