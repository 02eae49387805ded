import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from 'grammy/types';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type Playground, startPlayground } from '../../../playground/playground.js';
import type { Answer, Answerer, Clipping } from '../../../src/answering/answer.js';
import { identify } from '../../../src/telegram/identify.js';
import { type ServeOptions, type Serving, serve } from '../../../src/telegram/serve.js';
import { temporaryFolder } from '../support/articles.js';
import { clipping, fakeAnswerer, PASSAGE } from '../support/fake-answerer.js';

/** Quick, but in the same order of magnitude to one another as in earnest. */
const PACE = { settleMs: 30, longestMs: 3_000, betweenMs: 1, againMs: 100 };

/** A bot in the tests' own process, over a collection that the test makes up. */
export interface ToldBot {
  readonly playground: Playground;
  readonly serving: Serving;
  /** Where it keeps what outlasts it; new for each test. */
  readonly data: string;
  /** How often questions were asked of the collection, by text. */
  readonly asked: readonly string[];
  /** What it logged, as lines of JSON. */
  readonly log: string;
  /**
   * Has questions answered so from now on, those that hold the words; all others are refused.
   * @param article the article that answers; of a refusal, the one with the nearest passage, by default none
   */
  answers(words: string, how: Answer['status'], article?: string): void;
  /** The collection's version. */
  readonly version: string;
  /** The collection is another one, and the bot is told which articles are new. */
  change(...added: readonly string[]): void;
  /** The collection is another one, and nobody is told. */
  changeUnseen(): void;
  /** Ends the bot, and starts it anew with what it has kept. @param meanwhile done while it is not there */
  restart(meanwhile?: () => void): Promise<void>;
}

/** The bot of a file's tests, polling over HTTP; each test has a new one. */
export function useToldBot(options: Partial<ServeOptions> = {}): ToldBot {
  let playground: Playground;
  let serving: Serving;
  let data: string;
  let version = 1;
  let asked: string[] = [];
  let log = '';
  const known = new Map<string, Answer>();
  const fake = fakeAnswerer(() => refusal, { passage1: PASSAGE, passage2: PASSAGE });
  const answerer: Answerer = {
    ...fake,
    get version() {
      return `v${version}`;
    },
    async answer({ text }) {
      asked.push(text);
      return [...known].findLast(([words]) => text.includes(words))?.[1] ?? refusal;
    },
  };
  const start = async (): Promise<void> => {
    const { token, apiRoot } = playground;
    const me = await identify(token, { apiRoot });
    const write = (line: string): void => {
      log += line;
    };
    serving = await serve({
      ...{ token, apiRoot, me, answerer, dataDir: data, pace: PACE },
      log: pino({ level: 'debug' }, { write }),
      ...options,
    });
  };
  beforeAll(async () => {
    playground = await startPlayground({ settings: { canReadAllGroupMessages: true } });
  });
  beforeEach(async () => {
    data = await temporaryFolder();
    known.clear();
    asked = [];
    log = '';
    await start();
  });
  afterEach(() => serving.stop());
  afterAll(() => playground.close());
  return {
    get playground() {
      return playground;
    },
    get serving() {
      return serving;
    },
    get data() {
      return data;
    },
    get asked() {
      return asked;
    },
    get log() {
      return log;
    },
    answers(words, how, article) {
      known.set(words, answerOf(how, article));
    },
    get version() {
      return answerer.version;
    },
    changeUnseen() {
      version++;
    },
    change(...added) {
      version++;
      serving.changed(added);
    },
    async restart(meanwhile = () => {}) {
      await serving.stop();
      meanwhile();
      await start();
    },
  };
}

const refusal: Answer = { status: 'refused', reason: 'no-evidence', missing: ['火星'], results: [] };

function answerOf(status: Answer['status'], article?: string): Answer {
  if (status === 'refused' && article === undefined) return refusal;
  const results: Clipping[] = [
    clipping('旧馆每逢雨季都会漏水', {
      citation: { ...clipping('').citation, article: article ?? 'a' },
      ...(status === 'answered' && { answer: { start: 4, end: 6 } }),
    }),
  ];
  return status === 'refused' ? { ...refusal, results } : { status, results };
}

/** Waits until something holds; a test that waits in vain ends by its time limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(10);
}

/** The rows of a message's buttons, as their texts. */
export function rows(message: Message | undefined): string[][] {
  return (message?.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text));
}
