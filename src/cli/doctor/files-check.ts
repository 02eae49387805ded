import type { Config } from '../../app/config.js';
import { type Collection, MissingCollectionError, readFiles } from '../../corpus/collection.js';
import { describedInBoth } from '../../corpus/errors.js';
import { passagesOf } from '../../corpus/passages.js';
import { ReadingProcess } from '../../corpus/reading-process/reading-process.js';
import { surveyOf } from '../../corpus/survey.js';
import { type Found, good, look, wrong } from './finding.js';

/** What became of the articles, and how many passages they make; `undefined` where that is not known. */
export interface FilesFound {
  readonly found: Found;
  readonly passages: number | undefined;
}

/**
 * Reads the collection as `read` does.
 * @param signal ends it
 */
export async function filesFound(
  { seedsDir: path, readSeconds: seconds, readMegabytes: megabytes }: Config,
  signal: AbortSignal,
): Promise<FilesFound> {
  const reading = new ReadingProcess({ seconds, megabytes });
  try {
    const collection = await readFiles(path, {
      read: (...file) => {
        signal.throwIfAborted();
        return reading.read(...file);
      },
    });
    return { found: outcomeOf(path, collection), passages: passagesIn(collection) };
  } catch (error) {
    if (!(error instanceof MissingCollectionError)) throw error;
    return { found: wrong('files-gone', { path, why: error.reason }), passages: undefined };
  } finally {
    await reading.close();
  }
}

function outcomeOf(path: string, { articles, unreadable }: Collection): Found {
  if (articles.length === 0 && unreadable.length === 0) return wrong('files-empty', { path });
  const { files, leftOut } = surveyOf(articles, unreadable);
  const facts = { path, files, articles: articles.length };
  const [first] = unreadable;
  if (!first) return good('files-fine', facts);
  const found = { ...facts, leftOut, first: describedInBoth(first) };
  return articles.length === 0 ? wrong('files-left-out', found) : look('files-left-out', found);
}

function passagesIn({ articles }: Collection): number {
  return articles.reduce((sum, article) => sum + passagesOf(article).length, 0);
}
