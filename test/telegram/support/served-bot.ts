import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../../playground/playground.js';
import type { Answer, Answerer, AnswerOptions, Completion } from '../../../src/answering/answer.js';
import type { Question } from '../../../src/answering/question.js';
import { identify } from '../../../src/telegram/identify.js';
import { type ServeOptions, type Serving, serve } from '../../../src/telegram/serve.js';
import { clipping, fakeAnswerer } from './fake-answerer.js';

/** What the answerer was asked. */
export interface Asked {
  readonly question: Question;
  readonly options: AnswerOptions | undefined;
}

/** A bot in the tests' own process that says what it is told to, with a Bot API server that it is reached through. */
export interface ServedBot {
  readonly playground: Playground;
  /** What it was asked since the test began, in turn. */
  readonly asked: readonly Asked[];
  /** Has it answer this way from now on. */
  answers(answer: (question: Question, options?: AnswerOptions) => Answer): void;
  /** Has it offer these questions from now on: others of an article, and those that may have been meant. */
  offers(questions: readonly string[], meant?: readonly string[]): void;
  /** Has it offer these in the list of inline results from now on: questions that it answers, and articles by their titles. */
  suggests(examples: readonly string[], completions?: readonly Completion[]): void;
  /** Stops it and starts it anew: what it had in memory is gone. */
  restart(): Promise<void>;
}

/**
 * The bot of a file's tests, polling over HTTP.
 * @param passages texts of the passages that it may quote, by id
 * @param server what the server differs in
 * @param changes what the bot differs in, such as its clock
 */
export function useServedBot(
  passages: Record<string, string>,
  server: PlaygroundOptions = {},
  changes: Partial<ServeOptions> = {},
): ServedBot {
  let playground: Playground;
  let serving: Serving;
  let asked: Asked[] = [];
  let respond: Parameters<ServedBot['answers']>[0] = nothingFound;
  let offered: { readonly questions: readonly string[]; readonly meant: readonly string[] } = NO_OFFER;
  let suggested: { readonly examples: readonly string[]; readonly completions: readonly Completion[] } =
    NO_SUGGESTION;
  const answerer: Answerer = {
    ...fakeAnswerer(nothingFound, passages),
    async clipping(id) {
      const { citation } = clipping('');
      const beginning = passages[id]?.slice(0, 12);
      return beginning === undefined ? undefined : clipping(beginning, { citation: { ...citation, id } });
    },
    examples: async (count) => suggested.examples.slice(0, count),
    completions: async (_, count) => suggested.completions.slice(0, count),
    async answer(question, options) {
      asked.push({ question, options });
      return respond(question, options);
    },
    questions: async (_, count) => offered.questions.slice(0, count),
    meant: async () => offered.meant,
  };
  const start = async (): Promise<void> => {
    const { token, apiRoot } = playground;
    const me = await identify(token, { apiRoot });
    const log = pino({ enabled: false });
    serving = await serve({ token, apiRoot, me, answerer, log, ...changes });
  };
  beforeAll(async () => {
    playground = await startPlayground({ settings: { canReadAllGroupMessages: true }, ...server });
    await start();
  });
  beforeEach(() => {
    asked = [];
    respond = nothingFound;
    offered = NO_OFFER;
    suggested = NO_SUGGESTION;
  });
  afterAll(async () => {
    await serving.stop();
    await playground.close();
  });
  return {
    get playground() {
      return playground;
    },
    get asked() {
      return asked;
    },
    answers(answer) {
      respond = answer;
    },
    offers(questions, meant = []) {
      offered = { questions, meant };
    },
    suggests(examples, completions = []) {
      suggested = { examples, completions };
    },
    async restart() {
      await serving.stop();
      await start();
    },
  };
}

const NO_SUGGESTION = { examples: [], completions: [] };
const NO_OFFER = { questions: [], meant: [] };

function nothingFound(): Answer {
  return { status: 'refused', reason: 'no-evidence', missing: [], results: [] };
}
