import type { Reader } from './reader.js';

/** Loads a reader: those that need a heavy package are loaded when a file needs them. */
type LoadReader = () => Promise<Reader>;

const page: LoadReader = async () => (await import('./page/page-file.js')).readPageFile;
const html: LoadReader = async () => (await import('./telegram/messages-page.js')).readMessagesOrPage;
const json: LoadReader = async () => (await import('./json/json-file.js')).readJsonFile;
const jsonl: LoadReader = async () => (await import('./json/jsonl.js')).readJsonl;
const pdf: LoadReader = async () => (await import('./pdf/pdf-file.js')).readPdf;
const subtitles: LoadReader = async () => (await import('./subtitles/subtitles-file.js')).readSubtitles;
const feed: LoadReader = async () => (await import('./feed/feed-file.js')).readFeed;

/** Which reader is for which file ending, in lower case. */
export const READERS: ReadonlyMap<string, LoadReader> = new Map([
  ['.txt', page],
  ['.md', page],
  ['.html', html],
  ['.htm', html],
  ['.json', json],
  ['.jsonl', jsonl],
  ['.ndjson', jsonl],
  ['.pdf', pdf],
  ['.srt', subtitles],
  ['.vtt', subtitles],
  ['.rss', feed],
  ['.atom', feed],
  ['.xml', feed],
]);

/** For a file that was named alone and has another ending. */
export const OTHERWISE: LoadReader = page;
