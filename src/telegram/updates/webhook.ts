import { setMaxListeners } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { BilingualError } from '../../language/bilingual.js';
import { type Delivery, type DeliveryOptions, GRACE_MS } from './delivery.js';
import { type SharedUpdates, UNSHARED } from './shared-updates.js';
import { bodyOf, isSecret, RequestRefused } from './webhook-request.js';

/** Where a webhook is, and who may call it. */
export interface WebhookOptions {
  /** The public address that the server is told to call; a proxy or tunnel makes it lead to `Webhook.listener`. */
  readonly url: string;
  /** What proves that a caller is that server. */
  readonly secret: string;
}

/** Thrown when the Bot API server does not accept the webhook's address. */
export class WebhookRefusedError extends BilingualError {
  override readonly name = 'WebhookRefusedError';
  readonly exitCode = 2;

  /** @param description the server's own words */
  constructor(description: string, options: ErrorOptions) {
    super(
      {
        en:
          `The Bot API server does not accept WEBHOOK_URL (${description}).\n` +
          'It has to be a public https address on port 443, 80, 88 or 8443; without one, set BOT_MODE=polling.',
        zh:
          `Bot API 服务器不接受 WEBHOOK_URL（“${description}”）。\n` +
          '应该是公网能访问的 https 地址，端口为 443、80、88 或 8443；没有的话，请设 BOT_MODE=polling。',
      },
      options,
    );
  }
}

/**
 * How long a request is held until its update is settled, in milliseconds. One that is not by then is refused, so that it
 * comes again: a connection that waits is one of the few that the server opens. It allows 60 s.
 */
const ANSWER_MS = 10_000;
/** When the server is asked to bring such an update again, in seconds. */
const RETRY_S = 10;

/** What a webhook works with. */
export interface WebhookDelivery extends DeliveryOptions {
  /** What other bots of the same token know of updates; absent: there are none. */
  readonly shared?: SharedUpdates | undefined;
}

/**
 * A webhook, without the HTTP server that it is part of. What is brought before it has started or after it has stopped is
 * refused with 503, so that it waits at the Bot API server.
 */
export class Webhook {
  /** The path at which its requests come. */
  readonly path: string;
  readonly #options: WebhookOptions;
  readonly #answerMs: number;
  /** Set while updates are taken. */
  #delivery: WebhookDelivery | undefined;

  /** Aborted when no more is taken. */
  readonly #stopped = new AbortController();

  /** @param answerMs how long a request is held, in milliseconds */
  constructor(options: WebhookOptions, answerMs = ANSWER_MS) {
    this.path = new URL(options.url).pathname;
    this.#options = options;
    this.#answerMs = answerMs;
    // Each request that is held listens; how many there are is the server's to decide (`max_connections`).
    setMaxListeners(0, this.#stopped.signal);
  }

  /** Answers a `POST` to `path`. */
  readonly listener: RequestListener = (request, response) => {
    void this.#take(request).then((answer) => reply(response, answer));
  };

  /**
   * Has the server bring updates from now on. When it stops, the webhook stays set: what comes meanwhile waits there.
   * @throws WebhookRefusedError
   */
  async start(delivery: WebhookDelivery): Promise<Delivery> {
    this.#delivery = delivery;
    await this.#register(delivery);
    let end = (): void => {};
    const done = new Promise<void>((resolve) => {
      end = resolve;
    });
    return {
      done,
      stop: async () => {
        this.#delivery = undefined;
        await delivery.intake.close(GRACE_MS);
        this.#stopped.abort();
        end();
      },
    };
  }

  async #register({ api, kinds }: DeliveryOptions): Promise<void> {
    const { url, secret } = this.#options;
    try {
      await api.setWebhook(url, { secret_token: secret, allowed_updates: kinds });
    } catch (error) {
      this.#delivery = undefined;
      if (error instanceof GrammyError && error.error_code === 400) {
        throw new WebhookRefusedError(error.description, { cause: error });
      }
      throw error;
    }
  }

  /**
   * Takes an update. Only one that is settled is answered with 200, after which the server forgets it and brings the next of
   * its chat; any other comes again, and is then waited for where it is still under way.
   */
  async #take(request: IncomingMessage): Promise<HttpAnswer> {
    if (!isSecret(request, this.#options.secret)) return { code: 401, text: 'unauthorized' };
    const delivery = this.#delivery;
    if (!delivery) return { code: 503, text: 'not ready' };
    try {
      const update = (await bodyOf(request)) as Update;
      return (await this.#isSettled(update, delivery)) ? { code: 200, text: '' } : LATER;
    } catch (error) {
      if (error instanceof RequestRefused) return { code: error.code, text: error.message };
      // Handling notes its own failures, so this is a connection that broke; a repeat is welcome.
      delivery.log.warn({ err: error }, 'an update could not be taken');
      return { code: 500, text: 'internal error' };
    }
  }

  /** Has an update handled, here where no other bot does. @returns whether it is settled, while its request may be held */
  async #isSettled(update: Update, { intake, log, shared = UNSHARED }: WebhookDelivery): Promise<boolean> {
    // What was typed is outdated before it could come again.
    const others = update.inline_query ? UNSHARED : shared;
    const { update_id: id } = update;
    const claim = await others.claim(id, this.#answerMs).catch((error: Error) => {
      log.warn({ update: id }, `other bots cannot be asked whether they have an update: ${error.message}`);
      return 'mine' as const;
    });
    if (claim !== 'mine') return claim === 'settled';
    const settled = intake.take(update).settled.then(() =>
      others.settle(id).catch((error: Error) => {
        log.warn({ update: id }, `other bots cannot be told that an update is settled: ${error.message}`);
      }),
    );
    return this.#inTime(settled);
  }

  /** Whether something is done while a request may be held. */
  #inTime(settled: Promise<void>): Promise<boolean> {
    return new Promise((resolve) => {
      const { signal } = this.#stopped;
      const end = (isSettled: boolean): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        resolve(isSettled);
      };
      const giveUp = (): void => end(false);
      const timer = setTimeout(giveUp, this.#answerMs);
      signal.addEventListener('abort', giveUp);
      void settled.then(() => end(true));
    });
  }
}

interface HttpAnswer {
  readonly code: number;
  readonly text: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

const LATER: HttpAnswer = { code: 503, text: 'later', retryAfter: RETRY_S };

function reply(response: ServerResponse, { code, text, retryAfter }: HttpAnswer): void {
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  response.writeHead(code).end(text);
}
