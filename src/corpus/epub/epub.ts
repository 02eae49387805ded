import { ArchiveError, damaged } from '../archive/archive-error.js';
import { xmlOf } from '../archive/parts.js';
import { type Archive, openArchive } from '../archive/unpack.js';
import type { Article } from '../article.js';
import { composeText } from '../article-text.js';
import { createNumbering, shortHash } from '../identity.js';
import { failed, found, type ReadContext, type ReadOutcome, read } from '../reader.js';
import { nameOf } from '../source-name.js';
import { chapterOf } from './chapter.js';
import { titlesOf } from './contents.js';
import { type BookPackage, packageOf, packagePathOf } from './package.js';
import { protectedPaths } from './protection.js';

/** How large a part of a book may be; bytes. */
const MOST_CHAPTER_BYTES = 16 * 1024 * 1024;
/** The same of the lists of its parts. */
const MOST_LIST_BYTES = 4 * 1024 * 1024;

interface Book extends BookPackage {
  readonly title: string;
  readonly titles: ReadonlyMap<string, string>;
}

/** Reads an e-book (`Reader`): an article for each of its parts, published in the book. */
export function* readEpub(
  source: string,
  bytes: Uint8Array,
  { allowance }: ReadContext,
): Generator<ReadOutcome> {
  try {
    const archive = openArchive(bytes, allowance);
    const book = bookOf(archive, nameOf(source));
    yield found('EPUB');
    yield* readChapters(source, archive, book);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    yield failed(source, error.problem, error.remedy);
  }
}

function bookOf(archive: Archive, name: string): Book {
  const path = packagePathOf(xmlOf(archive, 'META-INF/container.xml', MOST_LIST_BYTES));
  if (path === undefined) throw damaged('it does not say where the book in it begins');
  const book = packageOf(xmlOf(archive, path, MOST_LIST_BYTES), path);
  if (book.spine.length === 0) throw damaged('it does not list the parts of the book');
  const locked = protectedPaths(xmlOf(archive, 'META-INF/encryption.xml', MOST_LIST_BYTES));
  if (book.spine.some((part) => locked.has(part)))
    throw new ArchiveError('It is protected against copying (DRM).', 'Put an unprotected copy in its place.');
  const { contents } = book;
  const titles =
    contents === undefined ? new Map() : titlesOf(xmlOf(archive, contents, MOST_LIST_BYTES), contents);
  return { title: name, ...book, titles };
}

function* readChapters(source: string, archive: Archive, book: Book): Generator<ReadOutcome> {
  const number = createNumbering();
  /** Books cut long chapters into several files; those after the first have no title of their own. */
  let last = book.title;
  for (const path of new Set(book.spine)) {
    const chapter = chapterOf(xmlOf(archive, path, MOST_CHAPTER_BYTES), book.titles.get(path));
    if (chapter.kind === 'refused') {
      const { problem, remedy } = chapter.fault;
      yield failed(`${source}/${path}`, problem, remedy);
      continue;
    }
    const { title = last, drafts } = chapter;
    last = title;
    if (drafts.length === 0) continue;
    const article: Article = {
      id: shortHash(source, title, String(number(title))),
      source,
      title,
      publication: book.title,
      ...book.facts,
      ...composeText(drafts),
      unit: 'none',
      lines: [1, 1],
    };
    yield read(article);
  }
}
