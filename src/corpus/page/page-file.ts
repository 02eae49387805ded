import { decode } from '../decode.js';
import { frontMatterFaults } from '../front-matter/faults.js';
import { failed, type ReadOutcome, read } from '../reader.js';
import { readPage } from './page.js';

/** Reads a text or Markdown file (`Reader`). */
export function* readPageFile(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  const decoded = decode(bytes);
  if (decoded.kind === 'undecodable') {
    yield failed(source, decoded.problem, decoded.remedy);
    return;
  }
  for (const { line, problem, remedy } of frontMatterFaults(decoded.text))
    yield failed(source, problem, remedy, line);
  for (const { article } of readPage(source, decoded.text)) yield read(article);
}
