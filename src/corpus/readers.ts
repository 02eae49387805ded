import type { Reader } from './reader.js';

/** Loads a reader: those that need a heavy package are loaded when a file needs them. */
type LoadReader = () => Promise<Reader>;

const text: LoadReader = async () => (await import('./markdown/text-file.js')).readTextFile;
const html: LoadReader = async () => (await import('./telegram/messages-page.js')).readMessagesOrPage;
const json: LoadReader = async () => (await import('./json/json-file.js')).readJsonFile;
const jsonl: LoadReader = async () => (await import('./json/jsonl.js')).readJsonl;
const csv: LoadReader = async () => (await import('./table/csv.js')).readCsv;
const docx: LoadReader = async () => (await import('./office/docx.js')).readDocx;
const epub: LoadReader = async () => (await import('./epub/epub.js')).readEpub;
const xlsx: LoadReader = async () => (await import('./office/xlsx.js')).readXlsx;
const zip: LoadReader = async () => (await import('./archive/zip.js')).readZip;
const pdf: LoadReader = async () => (await import('./pdf/pdf-file.js')).readPdf;
const subtitles: LoadReader = async () => (await import('./subtitles/subtitles-file.js')).readSubtitles;
const feed: LoadReader = async () => (await import('./feed/feed-file.js')).readFeed;

/** Which reader is for which file ending, in lower case. */
export const READERS: ReadonlyMap<string, LoadReader> = new Map([
  ['.txt', text],
  ['.md', text],
  ['.markdown', text],
  ['.html', html],
  ['.htm', html],
  ['.json', json],
  ['.jsonl', jsonl],
  ['.ndjson', jsonl],
  ['.csv', csv],
  ['.tsv', csv],
  ['.docx', docx],
  ['.xlsx', xlsx],
  ['.epub', epub],
  ['.zip', zip],
  ['.pdf', pdf],
  ['.srt', subtitles],
  ['.vtt', subtitles],
  ['.rss', feed],
  ['.atom', feed],
  ['.xml', feed],
]);

/** For a file that was named alone and has another ending. */
export const OTHERWISE: LoadReader = text;
