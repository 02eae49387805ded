import type { Article, Unreadable } from './article.js';
import { EmptyCollectionError } from './errors.js';
import { listFiles, locate } from './files.js';
import { type FileReading, type ReadFile, readSourceFile } from './source-file.js';

export { EmptyCollectionError, MissingCollectionError } from './errors.js';

/** A collection as it is served. */
export interface Collection {
  /** In the order of the files' paths, and within a file in its order. Ids are unique. */
  readonly articles: readonly Article[];
  readonly unreadable: readonly Unreadable[];
  /** How many files were read, well or not. */
  readonly files: number;
  /** How many files have an ending that no reader is for. */
  readonly passedOver: number;
  /** The same file by file, to be kept up to date when files change; sorted by path. */
  readonly readings: readonly FileReading[];
}

export interface ReadOptions {
  /** Reads a file; default: in this thread, without limits. */
  readonly read?: ReadFile;
  /** Told how many files have been read, of how many. */
  readonly onRead?: (files: number, of: number) => void;
}

/**
 * Reads a file, or a folder with all that is below it.
 * Throws `MissingCollectionError` when there is nothing at the path, `EmptyCollectionError` when it holds no article;
 * anything wrong with a single file is reported in `unreadable`.
 */
export async function readCollection(path: string, options: ReadOptions = {}): Promise<Collection> {
  const collection = await readFiles(path, options);
  if (collection.articles.length === 0) throw new EmptyCollectionError(path, collection.unreadable);
  return collection;
}

/**
 * Reads a file or folder, whether there is an article in it or not.
 * @throws MissingCollectionError when there is nothing at the path
 */
export async function readFiles(
  path: string,
  { read = readSourceFile, onRead }: ReadOptions = {},
): Promise<Collection> {
  const place = await locate(path);
  const { files, unreadable, passedOver } = await listFiles(place);
  const readings: FileReading[] = [];
  for (const { source } of files) {
    readings.push(await read(place, source));
    onRead?.(readings.length, files.length);
  }
  const merged = mergeReadings(readings);
  const faults = [...unreadable, ...merged.unreadable];
  return { articles: merged.articles, unreadable: faults, files: files.length, passedOver, readings };
}

/**
 * Puts the readings of files together, in the order given. Of articles with the same id the first is served and the
 * later ones are reported.
 */
export function mergeReadings(readings: Iterable<FileReading>): Pick<Collection, 'articles' | 'unreadable'> {
  const held = new Map<string, Article>();
  const unreadable: Unreadable[] = [];
  for (const reading of readings) {
    for (const fault of reading.unreadable) unreadable.push(fault);
    for (const article of reading.articles) {
      const other = held.get(article.id);
      if (other) unreadable.push(duplicate(article, other));
      else held.set(article.id, article);
    }
  }
  return { articles: [...held.values()], unreadable };
}

function duplicate({ id, source, lines }: Article, other: Article): Unreadable {
  return {
    source,
    line: lines[0],
    problem: {
      en: `The id "${id}" is taken already, by ${other.source}:${other.lines[0]}.`,
      zh: `编号“${id}”已经用在 ${other.source} 第 ${other.lines[0]} 行。`,
    },
    remedy: { en: 'Give each article an id of its own.', zh: '请给每篇文章各写一个 id。' },
  };
}
