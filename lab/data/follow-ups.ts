import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the threads stand, seen from the compiled code. */
const FOLLOW_UPS = fileURLToPath(new URL('../../../lab/data/follow-ups/', import.meta.url));

/** The two halves: rules may be chosen on the one, and figures are reported of the other. */
export const HALVES = ['tuned-on', 'kept-apart'] as const;
export type Half = (typeof HALVES)[number];

/** One question of a thread. */
export interface Turn {
  /** `first`: opens the thread; `follow-up`: lacks its subject; `other`: a full question on another article. */
  readonly kind: 'first' | 'follow-up' | 'other';
  readonly text: string;
  /** Id of the article that answers it. */
  readonly article: string;
  /** Verbatim stretches of the article, the best first. */
  readonly answers: readonly string[];
}

/** Questions that one person asks in turn, the first of them full. */
export type Thread = readonly [first: Turn, ...others: Turn[]];

/** A file of threads is not of the form that `README.md` beside the folder describes. */
export class MalformedThreadError extends Error {
  override readonly name = 'MalformedThreadError';
  readonly exitCode = 2;

  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}. lab/data/README.md describes the form of a thread.`);
  }
}

/** @throws MalformedThreadError, or the file system's error */
export function readFollowUps(half: Half): Thread[] {
  const file = `${half}.txt`;
  return parseThreads(readFileSync(`${FOLLOW_UPS}${file}`, 'utf8'), file);
}

const SIGNS = { '?': 'first', '>': 'follow-up', '=': 'other' } as const;

/**
 * Reads threads.
 * @param text content of the file
 * @param file for messages
 * @throws MalformedThreadError at the first line that cannot be read
 */
export function parseThreads(text: string, file: string): Thread[] {
  const threads: [Turn, ...Turn[]][] = [];
  let article: string | undefined;
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    if (line.startsWith('=== ')) {
      article = line.slice('=== '.length).trim();
      continue;
    }
    const turn = article === undefined ? undefined : parseTurn(line, article);
    const thread = threads.at(-1);
    if (turn?.kind === 'first') threads.push([turn]);
    else if (turn && thread) thread.push(turn);
    else throw new MalformedThreadError(file, i + 1, 'a thread is "=== article", then "? first => answer"');
  }
  return threads;
}

function parseTurn(line: string, article: string): Turn | undefined {
  const [, sign, other, text, answers] = /^([?>]|=(?= [\w-]+: )) (?:([\w-]+): )?(.+?) => (.+)$/.exec(line) ?? [];
  if (sign === undefined || text === undefined || answers === undefined) return undefined;
  return {
    kind: SIGNS[sign as keyof typeof SIGNS],
    text,
    article: other ?? article,
    answers: answers.split(' || ').map((one) => one.trim()),
  };
}
