import type { IncomingMessage, RequestListener } from 'node:http';
import { GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Delivery, DeliveryOptions } from './delivery.js';
import { InFlight } from './in-flight.js';
import { bodyOf, isSecret, RequestRefused } from './webhook-request.js';

/** Where a webhook is, and who may call it. */
export interface WebhookOptions {
  /** The public address that the server is told to call; a proxy or tunnel makes it lead to `Webhook.listener`. */
  readonly url: string;
  /** What proves that a caller is that server. */
  readonly secret: string;
}

/** Thrown when the Bot API server does not accept the webhook's address. */
export class WebhookRefusedError extends Error {
  override readonly name = 'WebhookRefusedError';
  readonly exitCode = 2;

  constructor(description: string, options: ErrorOptions) {
    super(
      `The Bot API server does not accept WEBHOOK_URL (${description}).\n` +
        'It has to be a public https address on port 443, 80, 88 or 8443; without one, set BOT_MODE=polling.',
      options,
    );
  }
}

/**
 * A webhook, without the HTTP server that it is part of. What is brought before it has started or after it has stopped is
 * refused with 503, so that it waits at the Bot API server.
 */
export class Webhook {
  /** The path at which its requests come. */
  readonly path: string;
  readonly #options: WebhookOptions;
  readonly #inFlight = new InFlight();
  /** Set while updates are taken. */
  #delivery: DeliveryOptions | undefined;

  constructor(options: WebhookOptions) {
    this.path = new URL(options.url).pathname;
    this.#options = options;
  }

  /** Answers a `POST` to `path`. */
  readonly listener: RequestListener = (request, response) => {
    const answered = this.#take(request).then(({ code, text }) => {
      response.writeHead(code, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
    });
    void this.#inFlight.track(answered);
  };

  /**
   * Has the server bring updates from now on. When it stops, the webhook stays set: what comes meanwhile waits there.
   * @throws WebhookRefusedError
   */
  async start(delivery: DeliveryOptions): Promise<Delivery> {
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
        await this.#inFlight.settled();
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
   * Takes an update. The answer waits for it to be handled, so that the server brings the next of its chat after it; but
   * not for an inline query, since whether that is outdated shows by the next one of the same user.
   */
  async #take(request: IncomingMessage): Promise<HttpAnswer> {
    if (!isSecret(request, this.#options.secret)) return { code: 401, text: 'unauthorized' };
    const delivery = this.#delivery;
    if (!delivery) return { code: 503, text: 'not ready' };
    try {
      const update = (await bodyOf(request)) as Update;
      const handled = this.#inFlight.track(delivery.handle(update));
      if (update.inline_query === undefined) await handled;
      else handled.catch((error: unknown) => noteLost(error, delivery));
      return { code: 200, text: '' };
    } catch (error) {
      if (error instanceof RequestRefused) return { code: error.code, text: error.message };
      // Handling notes its own failures, so this is a connection that broke; a repeat is welcome.
      noteLost(error, delivery);
      return { code: 500, text: 'internal error' };
    }
  }
}

function noteLost(error: unknown, { log }: DeliveryOptions): void {
  log.warn({ err: error }, 'an update could not be taken');
}

interface HttpAnswer {
  readonly code: number;
  readonly text: string;
}
