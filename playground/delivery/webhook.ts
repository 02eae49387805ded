import { setMaxListeners } from 'node:events';
import type { Update, WebhookInfo } from '@grammyjs/types';
import { LONGEST_WEBHOOK_PAUSE_MS, WEBHOOK_ANSWER_MS } from '../limits/limits.js';
import type { UpdateQueue } from './update-queue.js';

/** What setWebhook sets. */
export interface WebhookSettings {
  readonly url: string;
  readonly secretToken: string | undefined;
  readonly maxConnections: number;
  readonly ipAddress: string | undefined;
  readonly hasCertificate: boolean;
}

/** Carries out a method that a bot names in its answer to an update; nobody is told how it went. */
export type WebhookReply = (method: string, parameters: Readonly<Record<string, unknown>>) => void;

/**
 * Sends updates to the bot's address. Those of one chat go one after the other, and wait while one of them fails;
 * a failed one is tried again, each time after twice the pause, until it is too old.
 */
export class Webhook {
  readonly #queue: UpdateQueue;
  readonly #settings: WebhookSettings;
  readonly #firstPauseMs: number;
  readonly #reply: WebhookReply;
  readonly #busy = new Set<number>();
  readonly #closed = new AbortController();
  readonly #stopListening: () => void;
  #lastError: { readonly date: number; readonly message: string } | undefined;

  /** @param firstPauseMs milliseconds before the second try */
  constructor(queue: UpdateQueue, settings: WebhookSettings, firstPauseMs: number, reply: WebhookReply) {
    this.#queue = queue;
    this.#settings = settings;
    this.#firstPauseMs = firstPauseMs;
    this.#reply = reply;
    // Each update on its way listens, and there are as many as connections.
    setMaxListeners(0, this.#closed.signal);
    this.#stopListening = queue.onPush(() => this.#pump());
    this.#pump();
  }

  get info(): Partial<WebhookInfo> {
    const { url, hasCertificate, maxConnections, ipAddress } = this.#settings;
    return {
      url,
      has_custom_certificate: hasCertificate,
      max_connections: maxConnections,
      ...(ipAddress === undefined ? {} : { ip_address: ipAddress }),
      ...(this.#lastError
        ? { last_error_date: this.#lastError.date, last_error_message: this.#lastError.message }
        : {}),
    };
  }

  close(): void {
    this.#stopListening();
    this.#closed.abort();
  }

  /** Sends what may go now: the first update of each chat that has none on its way. */
  #pump(): void {
    const waiting = new Set(this.#busy);
    for (const update of this.#queue.waiting) {
      const lane = sequenceKeyOf(update);
      if (waiting.has(lane) || this.#busy.size >= this.#settings.maxConnections) continue;
      waiting.add(lane);
      this.#busy.add(lane);
      void this.#deliver(update).finally(() => {
        this.#busy.delete(lane);
        if (!this.#closed.signal.aborted) this.#pump();
      });
    }
  }

  async #deliver(update: Update): Promise<void> {
    let pauseMs = this.#firstPauseMs;
    while (!this.#closed.signal.aborted && this.#queue.waiting.includes(update)) {
      const error = await this.#try(update);
      if (error === undefined) return this.#queue.drop(update);
      if (this.#closed.signal.aborted) return;
      this.#lastError = { date: Math.floor(Date.now() / 1_000), message: error };
      await pause(pauseMs, this.#closed.signal);
      pauseMs = Math.min(pauseMs * 2, LONGEST_WEBHOOK_PAUSE_MS);
    }
  }

  /** Gives why the bot did not take the update, or `undefined`. */
  async #try(update: Update): Promise<string | undefined> {
    const { url, secretToken } = this.#settings;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secretToken ? { 'x-telegram-bot-api-secret-token': secretToken } : {}),
        },
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: AbortSignal.any([this.#closed.signal, AbortSignal.timeout(WEBHOOK_ANSWER_MS)]),
      });
      const answer = await response.text();
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      this.#followUp(answer);
      return undefined;
    } catch (error) {
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      return `Connection failed: ${cause}`;
    }
  }

  #followUp(answer: string): void {
    if (!answer.trimStart().startsWith('{')) return;
    const { method, ...parameters } = parseObject(answer);
    if (typeof method === 'string') this.#reply(method, parameters);
  }
}

function parseObject(json: string): Record<string, unknown> {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}

/** Updates of one chat, or of one user's queries, keep their order. */
function sequenceKeyOf(update: Update): number {
  const [value] = Object.entries(update).flatMap(([key, part]) => (key === 'update_id' ? [] : [part]));
  const { chat, from } = value as { chat?: { id: number }; from?: { id: number } };
  return chat?.id ?? from?.id ?? 0;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
