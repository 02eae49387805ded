import type { Answerer } from '../answering/answer.js';
import { createAnswerer } from '../answering/answerer.js';
import { type OpenedReader, type OpenReaderOptions, openReader } from '../answering/learned-reader.js';
import { type Parts, partsOf } from '../answering/parts.js';
import { isUnavailable } from '../answering/unavailable.js';
import { type FollowOptions, followCollection } from '../collection/follow.js';
import type { Unreadable } from '../corpus/article.js';
import type { Survey } from '../corpus/survey.js';
import type { ReaderMode } from './config.js';
import { measuredReader, type OnReading } from './measured-reader.js';
import { inTurn, QuestionQueue } from './question-queue.js';
import type { ReaderOutcome } from './reader-notice.js';
import { type Shelf, shelfOf } from './shelf.js';

/** How a collection is opened; see `FollowOptions`. */
export interface OpenOptions extends FollowOptions {
  /** Whether passages are read; default `on`. A reader that cannot be opened does not keep the collection from opening. */
  readonly reader?: ReaderMode;
  /** How the reader is opened, and who is told when it fails later. */
  readonly reading?: OpenReaderOptions;
  /** What 今天 and 上个月 count by: an IANA name; default Asia/Shanghai. */
  readonly timeZone?: string;
  /** Told of each reading. */
  readonly onReading?: OnReading;
}

/** A collection that is ready to be asked. */
export interface OpenCollection {
  readonly answerer: Answerer;
  /** The same by folders. */
  readonly parts: Parts;
  /** How many questions wait for their turn. */
  readonly waiting: () => number;
  /** What became of the reader. */
  readonly reader: ReaderOutcome;
  /** What could not be read at the start; the rest is served. */
  readonly unreadable: readonly Unreadable[];
  /** Its files, for those who look after them. */
  readonly shelf: Shelf;
  /** All of it in a line, as it is now. */
  readonly survey: () => Survey;
  /** Whether its index can be asked at present. */
  readonly isAnswering: () => boolean;
  /** Ends reading, and following the files; resolves when the index is kept as it is. */
  close(): Promise<void>;
}

/**
 * Opens a collection and makes ready what answers from it.
 * @param path a file or a folder
 * @throws MissingCollectionError when there is nothing at the path
 * @throws EmptyCollectionError when it holds no article
 */
export async function openCollection(path: string, options: OpenOptions = {}): Promise<OpenCollection> {
  // It opens in a thread of its own while the collection is read.
  const opening = options.reader === 'off' ? undefined : openReader(options.reading);
  const collection = await followCollection(path, options).catch((error: unknown) => {
    void opening?.then(closeReader);
    throw error;
  });
  const { index, articles } = collection;
  await warmUp(createAnswerer(index, articles));
  const clock =
    options.timeZone === undefined ? undefined : { now: () => new Date(), timeZone: options.timeZone };
  const opened = await opening;
  const ready = opened?.kind === 'ready' ? opened.reader : undefined;
  const reader = ready && options.onReading ? measuredReader(ready, options.onReading) : ready;
  const queue = new QuestionQueue();
  const parts = partsOf(collection, (part) =>
    inTurn(createAnswerer(part.index, part.articles, reader, clock), queue),
  );
  return {
    answerer: parts.of(undefined),
    parts,
    waiting: () => queue.waiting,
    reader: outcomeOf(opened),
    unreadable: collection.unreadable,
    shelf: shelfOf(collection),
    survey: collection.survey,
    isAnswering: collection.isAnswering,
    async close() {
      await Promise.all([collection.close(), reader?.close()]);
    },
  };
}

/** A cluster that has just started takes longer for its first answers than anybody is to wait. */
const WARMING_TRIES = 5;

/** Asks the first question, which is the one to wait for dictionaries; the reader reads for the first time by itself. */
async function warmUp(answerer: Answerer): Promise<void> {
  for (const text of answerer.summary(1).titles) {
    for (let tries = 0; tries < WARMING_TRIES; tries++) {
      try {
        await answerer.answer({ text });
        break;
      } catch (error) {
        // It is not ready yet, which `/readyz` tells; nobody has asked for this answer.
        if (!isUnavailable(error)) throw error;
      }
    }
  }
}

function outcomeOf(opened: OpenedReader | undefined): ReaderOutcome {
  if (!opened) return { kind: 'off' };
  return opened.kind === 'ready' ? { kind: 'on' } : opened;
}

async function closeReader(opened: OpenedReader): Promise<void> {
  if (opened.kind === 'ready') await opened.reader.close();
}
