import type { Answerer } from '../answering/answer.js';
import { createAnswerer } from '../answering/answerer.js';
import { type FollowOptions, followCollection } from '../collection/follow.js';
import type { Unreadable } from '../corpus/article.js';
import { inTurn } from './question-queue.js';

/** How a collection is opened; see `FollowOptions`. */
export type OpenOptions = FollowOptions;

/** A collection that is ready to be asked. */
export interface OpenCollection {
  readonly answerer: Answerer;
  /** What could not be read at the start; the rest is served. */
  readonly unreadable: readonly Unreadable[];
  /** Ends following the files; resolves when the index is kept as it is. */
  close(): Promise<void>;
}

/**
 * Opens a collection and makes ready what answers from it.
 * @param path a file or a folder
 * @throws MissingCollectionError when there is nothing at the path
 * @throws EmptyCollectionError when it holds no article
 */
export async function openCollection(path: string, options: OpenOptions = {}): Promise<OpenCollection> {
  const { index, articles, unreadable, close } = await followCollection(path, options);
  const answerer = inTurn(createAnswerer(index, articles));
  await warmUp(answerer);
  return { answerer, unreadable, close };
}

/** Asks the first question, which is the one to wait for dictionaries. */
async function warmUp(answerer: Answerer): Promise<void> {
  for (const question of await answerer.examples(1)) await answerer.answer({ text: question });
}
