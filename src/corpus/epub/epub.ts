import { ArchiveError, damaged } from '../archive/archive-error.js';
import { xmlOf } from '../archive/parts.js';
import { type Archive, openArchive } from '../archive/unpack.js';
import type { Article } from '../article.js';
import { composeText } from '../article-text.js';
import type { Fault } from '../fault.js';
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

const PROTECTED: Fault = {
  problem: { en: 'It is protected against copying (DRM).', zh: '有版权保护（DRM），不能读。' },
  remedy: { en: 'Put an unprotected copy in its place.', zh: '请换成没有版权保护的版本。' },
};

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
    yield failed(source, error);
  }
}

function bookOf(archive: Archive, name: string): Book {
  const path = packagePathOf(xmlOf(archive, 'META-INF/container.xml', MOST_LIST_BYTES));
  if (path === undefined)
    throw damaged({ en: 'it does not say where the book in it begins', zh: '没有写明书从哪里开始' });
  const book = packageOf(xmlOf(archive, path, MOST_LIST_BYTES), path);
  if (book.spine.length === 0)
    throw damaged({ en: 'it does not list the parts of the book', zh: '没有列出书的各章' });
  const locked = protectedPaths(xmlOf(archive, 'META-INF/encryption.xml', MOST_LIST_BYTES));
  if (book.spine.some((part) => locked.has(part))) throw new ArchiveError(PROTECTED);
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
      yield failed(`${source}/${path}`, chapter.fault);
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
