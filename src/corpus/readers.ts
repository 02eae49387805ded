import { readHtmlFile } from './html/html-file.js';
import { readJsonl } from './json/jsonl.js';
import { readPageFile } from './page/page-file.js';
import type { Reader } from './reader.js';

/** Which reader is for which file ending, in lower case. */
export const READERS: ReadonlyMap<string, Reader> = new Map([
  ['.txt', readPageFile],
  ['.md', readPageFile],
  ['.html', readHtmlFile],
  ['.htm', readHtmlFile],
  ['.jsonl', readJsonl],
]);
