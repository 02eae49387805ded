import type { Reader } from './reader.js';

/** Loads a reader: those that need a heavy package are loaded when a file needs them. */
type LoadReader = () => Promise<Reader>;

const text: LoadReader = async () => (await import('./markdown/text-file.js')).readTextFile;
const html: LoadReader = async () => (await import('./html/html-file.js')).readHtmlFile;
const jsonl: LoadReader = async () => (await import('./json/jsonl.js')).readJsonl;

/** Which reader is for which file ending, in lower case. */
export const READERS: ReadonlyMap<string, LoadReader> = new Map([
  ['.txt', text],
  ['.md', text],
  ['.markdown', text],
  ['.html', html],
  ['.htm', html],
  ['.jsonl', jsonl],
]);

/** For a file that was named alone and has another ending. */
export const OTHERWISE: LoadReader = text;
