import type { Unreadable } from './article.js';

const WHAT_TO_ADD =
  'Add a text, Markdown, HTML, Word, PDF or other file that docs/articles.md names, or name another place with --corpus or SEEDS_DIR.';

/** The collection's path leads to nothing that can be opened. */
export class MissingCollectionError extends Error {
  override readonly name = 'MissingCollectionError';
  readonly exitCode = 2;

  /**
   * @param path the collection's path as it was asked for
   * @param reason why it cannot be opened, in a clause
   */
  constructor(
    readonly path: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`The collection "${path}" cannot be opened: ${reason}. ${WHAT_TO_ADD}`, options);
  }
}

/** The collection was opened, and there is not one article in it. */
export class EmptyCollectionError extends Error {
  override readonly name = 'EmptyCollectionError';
  readonly exitCode = 2;

  /**
   * @param path the collection's path as it was asked for
   * @param unreadable what could not be read there
   */
  constructor(
    readonly path: string,
    readonly unreadable: readonly Unreadable[],
  ) {
    const reason = unreadable.length > 0 ? ` (${describeUnreadable(unreadable[0]!)})` : '';
    super(`The collection "${path}" holds no article${reason}. ${WHAT_TO_ADD}`);
  }
}

/** One line for the log: place, problem and remedy. */
export function describeUnreadable({ source, line, problem, remedy }: Unreadable): string {
  const place = line === undefined ? source : `${source}:${line}`;
  return `${place}: ${problem} ${remedy}`;
}
