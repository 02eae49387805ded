import { decode } from '../decode.js';
import { draftLine, frontMatterFaults } from '../front-matter/faults.js';
import { type FrontMatter, readFrontMatter } from '../front-matter/front-matter.js';
import { isMarkdown } from '../markup/is-markdown.js';
import { readPage } from '../page/page.js';
import { failed, found, type ReadOutcome, read } from '../reader.js';
import { readDocument } from './document.js';
import { layoutOf } from './layout.js';

/** Reads a text or Markdown file (`Reader`): a page of articles, or a document with sections. */
export function* readTextFile(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  const decoded = decode(bytes);
  if (decoded.kind === 'undecodable') {
    yield failed(source, decoded.problem, decoded.remedy);
    return;
  }
  const { text } = decoded;
  const front = readFrontMatter(text);
  const markdown = isMarkdown(source);
  const layout = layoutOf(text, front, !markdown);
  yield found(markdown ? 'Markdown' : 'text', {
    encoding: decoded.encoding,
    fields: { ...front.names, layout },
  });
  for (const { line, problem, remedy } of frontMatterFaults(text))
    yield failed(source, problem, remedy, line);
  if (front.draft) yield draft(source, text);
  else if (layout === 'document') yield* document(source, text, front);
  else for (const { article } of readPage(source, text, front)) yield read(article);
}

function draft(source: string, text: string): ReadOutcome {
  return failed(
    source,
    'It is marked as a draft.',
    'Remove "draft: true" to have it served.',
    draftLine(text),
  );
}

function* document(source: string, text: string, front: FrontMatter): Generator<ReadOutcome> {
  const { article, unparsedFrom } = readDocument(source, text, front);
  if (unparsedFrom !== undefined) {
    yield failed(
      source,
      'It has more marks of Markdown than are read, so they are text from this line on.',
      'Divide it into smaller files.',
      unparsedFrom,
    );
  }
  if (article) yield read(article);
}
