import { decode } from '../decode.js';
import { DIVIDE, type Fault } from '../fault.js';
import { draftLine, frontMatterFaults } from '../front-matter/faults.js';
import { type FrontMatter, readFrontMatter } from '../front-matter/front-matter.js';
import { isMarkdown } from '../markup/is-markdown.js';
import { readPage } from '../page/page.js';
import { failed, found, type ReadOutcome, read } from '../reader.js';
import { readDocument } from './document.js';
import { layoutOf } from './layout.js';

const DRAFT: Fault = {
  problem: { en: 'It is marked as a draft.', zh: '文件标明是草稿。' },
  remedy: { en: 'Remove "draft: true" to have it served.', zh: '要收入的话，请删掉“draft: true”。' },
};
const TOO_MANY_MARKS: Fault = {
  problem: {
    en: 'It has more marks of Markdown than are read, so they are text from this line on.',
    zh: 'Markdown 记号太多，从这一行起当作普通文字。',
  },
  remedy: DIVIDE,
};

/** Reads a text or Markdown file (`Reader`): a page of articles, or a document with sections. */
export function* readTextFile(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  const decoded = decode(bytes);
  if (decoded.kind === 'undecodable') {
    yield failed(source, decoded);
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
  for (const fault of frontMatterFaults(text)) yield failed(source, fault, fault.line);
  if (front.draft) yield failed(source, DRAFT, draftLine(text));
  else if (layout === 'document') yield* document(source, text, front);
  else for (const { article } of readPage(source, text, front)) yield read(article);
}

function* document(source: string, text: string, front: FrontMatter): Generator<ReadOutcome> {
  const { article, unparsedFrom } = readDocument(source, text, front);
  if (unparsedFrom !== undefined) yield failed(source, TOO_MANY_MARKS, unparsedFrom);
  if (article) yield read(article);
}
