import { sentences } from '../../language/clauses.js';
import type { Article, ArticleFacts } from '../article.js';
import { composeText } from '../article-text.js';
import { StrangeDates } from '../date.js';
import { decode, utf16Of } from '../decode.js';
import { createNumbering, shortHash } from '../identity.js';
import { failed, type ReadOutcome, read } from '../reader.js';
import { FACTS, NearNames } from './field-names.js';

const FORM = 'Each line is one object like {"id": "…", "title": "…", "text": "…"}.';
/** Longest title made from an article's first words, in UTF-16 units. */
const LONGEST_TITLE = 30;

/** What is kept from line to line. */
interface File {
  readonly source: string;
  readonly number: (kind: string) => number;
  readonly dates: StrangeDates;
  readonly names: NearNames;
}

/**
 * Reads a file of one article a line (`Reader`). Lines are decoded one by one, so that a damaged line costs itself
 * alone and the file is never held a second time as text.
 */
export function* readJsonl(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  const [dates, names] = [new StrangeDates(), new NearNames()];
  const file: File = { source, number: createNumbering(), dates, names };
  let line = 0;
  for (const content of linesOf(bytes)) {
    line++;
    const decoded = typeof content === 'string' ? content : decodeLine(content);
    if (typeof decoded !== 'string') yield failed(source, decoded.problem, decoded.remedy, line);
    else if (decoded.trim() !== '') yield* readLine(file, decoded, line);
  }
  for (const fault of [names.fault, dates.fault])
    if (fault) yield failed(source, fault.problem, fault.remedy, fault.line);
}

/** What a line holds; nothing where its text stands under another name, which is told of for the whole file. */
function readLine({ source, number, dates, names }: File, content: string, line: number): ReadOutcome[] {
  const fields = parseObject(content);
  if (typeof fields === 'string') return [failed(source, fields, FORM, line)];
  const missing = names.note(Object.keys(fields), (name) => textOf(fields[name]) !== undefined, line);
  const text = typeof fields.text === 'string' ? blocksOf(fields.text, line) : undefined;
  if (!text || text.text === '')
    return missing.includes('text') ? [] : [failed(source, 'The line has no "text".', FORM, line)];
  const title = textOf(fields.title) ?? firstWords(text.text);
  const subtitle = textOf(fields.subtitle);
  const kicker = textOf(fields.kicker);
  const article: Article = {
    id: textOf(fields.id) ?? hashOf(source, title, text.text, number),
    source,
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(kicker === undefined ? {} : { kicker }),
    ...factsOf(fields),
    ...text,
    lines: [line, line],
  };
  dates.note(article.date, line);
  return [read(article)];
}

/** The line's object, or what is wrong with it. */
function parseObject(content: string): Readonly<Record<string, unknown>> | string {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    return `The line is not valid JSON (${(error as Error).message}).`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'The line is no JSON object.';
  return value as Record<string, unknown>;
}

/** The article's text: its lines less the empty ones and the white space around each. */
function blocksOf(text: string, line: number): ReturnType<typeof composeText> {
  const paragraphs = text.split(/\r\n|\n|\r/).map((paragraph) => paragraph.trim());
  const drafts = paragraphs
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ role: 'paragraph' as const, text: paragraph, lines: [line, line] as const }));
  return composeText(drafts);
}

function factsOf(fields: Readonly<Record<string, unknown>>): ArticleFacts {
  const facts: Record<string, string> = {};
  for (const name of FACTS) {
    const value = textOf(fields[name]);
    if (value !== undefined) facts[name] = value;
  }
  return facts;
}

/** A field as text: numbers are written out, everything else that is no text counts as absent. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

function hashOf(source: string, title: string, text: string, number: (kind: string) => number): string {
  return shortHash(source, title, text, String(number(`${title}\n${text}`)));
}

/** The beginning of a text, to the end of its first sentence where that is near. */
function firstWords(text: string): string {
  const sentence = text.slice(0, sentences(text.slice(0, LONGEST_TITLE * 2))[0]!.end).trim();
  if (sentence.length <= LONGEST_TITLE) return sentence;
  const cut = sentence.slice(0, LONGEST_TITLE - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

function decodeLine(bytes: Uint8Array): string | { problem: string; remedy: string } {
  const decoded = decode(bytes);
  return decoded.kind === 'text' ? decoded.text : decoded;
}

/** Lines as bytes; of UTF-16, whose line ends are no single bytes, as text. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array | string> {
  if (utf16Of(bytes)) {
    const decoded = decode(bytes);
    if (decoded.kind === 'text') yield* decoded.text.split('\n');
    else yield bytes;
    return;
  }
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}
