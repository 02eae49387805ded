import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Allowance } from './archive/unpack.js';
import type { Article, Unreadable } from './article.js';
import { dated } from './dating.js';
import { DIVIDE, type Fault, faultOf } from './fault.js';
import { type Place, pathOf } from './files.js';
import { type Found, failed, type ReadContext, type ReadOutcome } from './reader.js';
import { OTHERWISE, READERS } from './readers.js';
import type { ReadingLimits } from './reading-process/limits.js';
import { type Stamp, stampOf } from './stamp.js';
import { TimeSlice } from './time-slice.js';

/** Tells whether a file has changed. */
export interface Fingerprint extends Stamp {
  /** SHA-256 of the content, base64url. */
  readonly hash: string;
}

/** What one file of the collection holds. */
export interface FileReading {
  /** Path below the collection, with `/` between folders. */
  readonly source: string;
  /** Absent where the file could not be opened. */
  readonly fingerprint?: Fingerprint;
  /** Absent where nothing was found out. */
  readonly found?: Found;
  readonly articles: readonly Article[];
  readonly unreadable: readonly Unreadable[];
  /** Where it was left out for exceeding limits: which. Its fingerprint has no hash then. */
  readonly exceeded?: ReadingLimits;
}

/** Reads one file of a collection. Never throws for anything that is wrong with the file. */
export type ReadFile = (place: Place, source: string) => Promise<FileReading>;

/** V8's longest text has some 536 million UTF-16 units; half of that leaves room for every encoding. */
const MOST_BYTES = 256 * 1024 * 1024;
/** How long a file is read before other work gets its turn, in milliseconds. */
const TIME_SLICE_MS = 8;
const NO_FILE: Fault = {
  problem: { en: 'It is no file.', zh: '这不是文件。' },
  remedy: { en: 'Remove it, or give it another ending.', zh: '请删掉它，或换个扩展名。' },
};
const TOO_LARGE: Fault = {
  problem: {
    en: `It is larger than ${MOST_BYTES / 1024 / 1024} MB.`,
    zh: `文件超过 ${MOST_BYTES / 1024 / 1024} MB。`,
  },
  remedy: DIVIDE,
};
const NO_TEXT: Fault = {
  problem: { en: 'It holds no text.', zh: '里面没有文字。' },
  remedy: { en: 'Fill it, or remove it.', zh: '请写入内容，或删掉它。' },
};
/** The folder of what is not to be published yet, of Hexo and Jekyll. */
const DRAFTS = /(?:^|\/)_drafts\//;
const DRAFT: Fault = {
  problem: { en: 'It is in a folder of drafts, _drafts.', zh: '它在草稿文件夹 _drafts 里。' },
  remedy: {
    en: 'Move it out of the folder to have it served.',
    zh: '要收入的话，请把它移出这个文件夹。',
  },
};

/**
 * Reads one file of a collection. Never throws for anything that is wrong with the file.
 * The fingerprint is taken before the content: a file that changes meanwhile does not look unchanged later.
 */
export async function readSourceFile(place: Place, source: string): Promise<FileReading> {
  const path = pathOf(place, source);
  try {
    const stats = await stat(path);
    if (!stats.isFile()) return unreadable(source, NO_FILE);
    if (stats.size > MOST_BYTES) return unreadable(source, TOO_LARGE);
    const bytes = await readFile(path);
    const hash = createHash('sha256').update(bytes).digest('base64url');
    const reading = await readBytes(source, bytes);
    return { ...reading, fingerprint: { ...stampOf(stats), hash } };
  } catch (error) {
    return unreadable(source, faultOf(error));
  }
}

async function readBytes(source: string, bytes: Uint8Array): Promise<FileReading> {
  let found: Found | undefined;
  const articles: Article[] = [];
  const faults: Unreadable[] = [];
  for await (const outcome of inTimeSlices(outcomesOf(source, bytes, createContext()))) {
    if (outcome.kind === 'article') articles.push(outcome.article);
    else if (outcome.kind === 'found') found ??= outcome.found;
    else faults.push(outcome.unreadable);
  }
  if (articles.length === 0 && faults.length === 0) return unreadable(source, NO_TEXT);
  return { source, ...(found && { found }), articles: dated(source, articles), unreadable: faults };
}

/** Reads by the ending of the name; what is in a folder of drafts is told and not read. */
async function* outcomesOf(
  source: string,
  bytes: Uint8Array,
  context: ReadContext,
): AsyncGenerator<ReadOutcome> {
  if (DRAFTS.test(source)) {
    yield failed(source, DRAFT);
    return;
  }
  const reader = await (READERS.get(extname(source).toLowerCase()) ?? OTHERWISE)();
  yield* reader(source, bytes, context);
}

/** What the reader of a file of the collection may ask for, and the readers of the files within it. */
function createContext(): ReadContext {
  const context: ReadContext = {
    nested: (source, bytes) => outcomesOf(source, bytes, context),
    reads: (source) => READERS.has(extname(source).toLowerCase()),
    allowance: new Allowance(),
  };
  return context;
}

/** Hands outcomes on and lets other work have its turn between them. */
async function* inTimeSlices(outcomes: AsyncIterable<ReadOutcome>): AsyncGenerator<ReadOutcome> {
  const slice = new TimeSlice(TIME_SLICE_MS);
  for await (const outcome of outcomes) {
    yield outcome;
    if (slice.isOver) await slice.yield();
  }
}

function unreadable(source: string, fault: Fault): FileReading {
  return { source, articles: [], unreadable: [{ source, ...fault }] };
}
