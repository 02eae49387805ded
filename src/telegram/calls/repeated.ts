import { HttpError, type Transformer } from 'grammy';
import { DAY_MS } from '../../keeping/days.js';
import { type CallSignal, pause, within } from '../deadline.js';
import { resting } from '../updates/work.js';
import { ChatGates } from './chat-gates.js';

/** The times of calls, in milliseconds; tests shorten them. */
export interface CallTimes {
  /** One try takes no longer than this. */
  readonly tryMs: number;
  /** What is written to a chat is worth sending for so long; then its question is forgotten. */
  readonly messageMs: number;
  /** The same where no connection comes about at all: as long as Telegram itself would keep the question. */
  readonly outageMs: number;
  /** Any other call, such as the answer to a button, is worth nothing after this. */
  readonly otherMs: number;
  /** Exponential backoff after a failure: the first and the longest delay. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
}

export const CALL_TIMES: CallTimes = {
  tryMs: 15_000,
  messageMs: 600_000,
  outageMs: DAY_MS,
  otherMs: 30_000,
  firstDelayMs: 1_000,
  longestDelayMs: 30_000,
};

/** Calls that have their own ways of waiting. */
const ON_THEIR_OWN: ReadonlySet<string> = new Set(['getUpdates', 'getMe']);
/** An inline answer that is late is worth nothing. */
const ONCE: ReadonlySet<string> = new Set(['answerInlineQuery']);
/**
 * Codes of connections that never came about. What was to be sent then has not been, so that any number of repeats sends it
 * once; after any other failure it may have been.
 */
const UNREACHED: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
]);

type Response = Awaited<ReturnType<Parameters<Transformer>[0]>>;

/** What came of one try: an answer, or a connection that broke or was given up. */
type Outcome =
  | { readonly kind: 'answered'; readonly response: Response }
  | { readonly kind: 'broken'; readonly error: HttpError };

/**
 * Repeats calls that failed for a passing reason, as long as they are worth it. While a call waits, and from its second try on,
 * the work that it is part of rests: a server that takes every call and says nothing is no work that takes too long. A chat
 * that has met its flood limit holds up only what is written to it.
 */
export function repeated(times: CallTimes = CALL_TIMES): Transformer {
  const gates = new ChatGates();
  return async (call, method, payload, signal) => {
    if (ON_THEIR_OWN.has(method)) return call(method, payload, signal);
    const attempt = () =>
      outcomeOf(() => within(times.tryMs, (own) => call(method, payload, own), native(signal)));
    if (ONCE.has(method)) return resultOf(await attempt()) as never;
    const chat = chatOf(payload);
    const patience = new Patience(times, chat !== undefined);
    let isAgain = false;
    for (let delay = times.firstDelayMs; ; delay = Math.min(delay * 2, times.longestDelayMs)) {
      if (chat !== undefined && gates.closedFor(chat) > 0) await resting(gates.open(chat));
      const outcome = await (isAgain ? resting(attempt()) : attempt());
      isAgain = true;
      const floodMs = floodOf(outcome);
      if (floodMs === undefined && !isPassing(outcome)) return resultOf(outcome) as never;
      const waitMs = floodMs ?? delay;
      if (signal?.aborted || waitMs > patience.leftAfter(outcome)) return resultOf(outcome) as never;
      if (chat !== undefined && floodMs !== undefined) gates.close(chat, floodMs);
      await resting(pause(waitMs));
    }
  };
}

/** For how long a call is worth repeating. */
class Patience {
  readonly #begun = performance.now();
  /** Since when the server may have been reached. */
  #since = this.#begun;

  constructor(
    private readonly times: CallTimes,
    private readonly isToChat: boolean,
  ) {}

  /** Milliseconds that are left after a try that came to this. */
  leftAfter(outcome: Outcome): number {
    const { messageMs, otherMs, outageMs } = this.times;
    const now = performance.now();
    if (!this.isToChat) return this.#begun + otherMs - now;
    if (!wasNeverReached(outcome)) return this.#since + messageMs - now;
    this.#since = now;
    return this.#begun + outageMs - now;
  }
}

async function outcomeOf(attempt: () => Promise<Response>): Promise<Outcome> {
  try {
    return { kind: 'answered', response: await attempt() };
  } catch (error) {
    if (error instanceof HttpError) return { kind: 'broken', error };
    throw error;
  }
}

/** @throws HttpError when there was no answer */
function resultOf(outcome: Outcome): Response {
  if (outcome.kind === 'broken') throw outcome.error;
  return outcome.response;
}

/** How long a flood limit lasts, in milliseconds; `undefined` where none was met. */
function floodOf(outcome: Outcome): number | undefined {
  if (outcome.kind === 'broken' || outcome.response.ok) return undefined;
  const { error_code: code, parameters } = outcome.response;
  return code === 429 ? (parameters?.retry_after ?? 1) * 1000 : undefined;
}

function isPassing(outcome: Outcome): boolean {
  return outcome.kind === 'broken' || (!outcome.response.ok && outcome.response.error_code >= 500);
}

function wasNeverReached(outcome: Outcome): boolean {
  if (outcome.kind !== 'broken') return false;
  const { code } = (outcome.error.error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && UNREACHED.has(code);
}

/** The chat that a call writes to. */
function chatOf(payload: object | undefined): string | undefined {
  const chat = (payload as { readonly chat_id?: number | string } | undefined)?.chat_id;
  return chat === undefined ? undefined : String(chat);
}

function native(signal: CallSignal | undefined): AbortSignal | undefined {
  return signal as AbortSignal | undefined;
}
