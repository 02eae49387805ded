import { hash } from '../random.js';

/** What a question asks for. */
export const KINDS = ['who', 'when', 'where', 'quantity', 'what', 'which', 'why', 'how', 'may', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** A question that its article answers. */
export interface AnsweredQuestion {
  /** The article's id and a hash of the question, so that it stays when others come or go: `ferry-03-1k2j3h`. */
  readonly id: string;
  readonly text: string;
  readonly kind: Kind;
  /** Verbatim stretches of the article, the best first. */
  readonly answers: readonly string[];
  /** Line in the file, from 1. */
  readonly line: number;
}

/** A question that its article seems to answer and does not. */
export interface NearMiss {
  readonly id: string;
  readonly text: string;
  /** Why it is not answered, in Chinese. */
  readonly why: string;
  readonly line: number;
}

export interface WorldArticle {
  readonly id: string;
  readonly title: string;
  /** What kind of text: notice, timetable, obituary … */
  readonly kind: string;
  readonly text: string;
  readonly answered: readonly AnsweredQuestion[];
  readonly nearMisses: readonly NearMiss[];
}

/** An imagined place or institution with its articles and what people ask of them. */
export interface World {
  readonly name: string;
  /** What it is, in Chinese. */
  readonly about: string;
  readonly script: 'simplified' | 'traditional' | 'cantonese';
  readonly articles: readonly WorldArticle[];
}

/** A world's file is not of the form that `README.md` beside it describes. */
export class MalformedWorldError extends Error {
  override readonly name = 'MalformedWorldError';
  readonly exitCode = 2;

  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}. lab/data/README.md describes the form of a world.`);
  }
}

/**
 * Reads a world.
 * @param text content of its file
 * @param file for messages
 * @throws MalformedWorldError at the first line that cannot be read
 */
export function parseWorld(text: string, file: string): World {
  const lines = text.split(/\r?\n/);
  const fault = (at: number, what: string) => new MalformedWorldError(file, at + 1, what);
  const head = new Map<string, string>();
  let at = 0;
  for (; at < lines.length && !isArticle(lines[at]); at++) {
    const line = lines[at] as string;
    const [, key, value] = /^(world|about|script): (.+)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) head.set(key, value.trim());
    else if (line.trim() !== '') throw fault(at, 'only world:, about: and script: stand before the first article');
  }
  const [name, about, script] = ['world', 'about', 'script'].map((key) => head.get(key));
  if (!name || !about) throw fault(0, 'a world has world: and about:');
  if (script !== 'simplified' && script !== 'traditional' && script !== 'cantonese')
    throw fault(0, 'script: is simplified, traditional or cantonese');
  const articles: WorldArticle[] = [];
  while (at < lines.length) {
    const end = lines.findIndex((line, i) => i > at && isArticle(line));
    const last = end < 0 ? lines.length : end;
    articles.push(parseArticle(lines.slice(at, last), at, fault));
    at = last;
  }
  return { name, about, script, articles };
}

function isArticle(line: string | undefined): boolean {
  return line?.startsWith('=== ') === true;
}

type Fault = (at: number, what: string) => MalformedWorldError;

/** @param from index of the first of the lines in the file */
function parseArticle(lines: readonly string[], from: number, fault: Fault): WorldArticle {
  const id = (lines[0] as string).slice('=== '.length).trim();
  const text = lines.indexOf('text:');
  const questions = lines.indexOf('questions:');
  if (text < 0 || questions < text) throw fault(from, `${id} has no text: followed by questions:`);
  const facts = new Map(
    lines.slice(1, text).flatMap((line): [string, string][] => {
      const [, key, value] = /^(title|kind): (.+)$/.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value.trim()]];
    }),
  );
  const [title, kind] = [facts.get('title'), facts.get('kind')];
  if (title === undefined || kind === undefined) throw fault(from, `${id} has no title: or no kind:`);
  const answered: AnsweredQuestion[] = [];
  const nearMisses: NearMiss[] = [];
  for (const [i, line] of lines.entries()) {
    if (i <= questions || line.trim() === '') continue;
    const [, asked, question, answers] = /^\? (\w+): (.+?) => (.+)$/.exec(line) ?? [];
    const [, miss, why] = /^! (.+?) => (.+)$/.exec(line) ?? [];
    const place = (of: string) => ({ id: `${id}-${hash(of.trim()).toString(36)}`, line: from + i + 1 });
    if (asked !== undefined && question !== undefined && answers !== undefined) {
      if (!isKind(asked)) throw fault(from + i, `"${asked}" is no kind of question (${KINDS.join(', ')})`);
      answered.push({ ...place(question), text: question.trim(), kind: asked, answers: answers.split(' || ').map((one) => one.trim()) });
    } else if (miss !== undefined && why !== undefined) {
      nearMisses.push({ ...place(miss), text: miss.trim(), why: why.trim() });
    } else throw fault(from + i, 'a question is "? kind: question => answer" or "! question => why not"');
  }
  const body = lines.slice(text + 1, questions).join('\n').trim();
  return { id, title, kind, text: body, answered, nearMisses };
}

function isKind(text: string): text is Kind {
  return (KINDS as readonly string[]).includes(text);
}
