import type { Update, UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Answerer } from '../answering/answer.js';
import { createBot, HANDLED_UPDATES, handleUpdate } from './bot.js';
import { publishCommands } from './surfaces/commands.js';
import type { Delivery } from './updates/delivery.js';
import { startPolling } from './updates/polling.js';
import { Webhook } from './updates/webhook.js';

export { Webhook };

/** Which bot answers, with what, and whom. */
export interface ServeOptions {
  readonly token: string;
  /** Address of the Bot API server, without a trailing slash. */
  readonly apiRoot: string;
  /** What getMe said. */
  readonly me: UserFromGetMe;
  readonly answerer: Answerer;
  /** Ids of users and chats that are answered; empty: everyone. */
  readonly allowedIds: ReadonlySet<number>;
  /** What updates come through; absent: they are polled for. */
  readonly webhook?: Webhook | undefined;
  readonly log: Logger;
  /** The time in milliseconds; default the system's. */
  readonly now?: () => number;
}

/** A bot that answers. */
export interface Serving extends Delivery {
  /** Settles when the menu of commands is published; rejects when it cannot be. */
  readonly published: Promise<unknown>;
}

/**
 * Answers what comes from a Bot API server.
 * @throws TokenRefusedError, ConflictError, WebhookRefusedError
 */
export async function serve({ webhook, ...options }: ServeOptions): Promise<Serving> {
  const { apiRoot, log } = options;
  const bot = createBot(options);
  const handle = (update: Update) => handleUpdate(bot, update);
  const incoming = { api: bot.api, handle, kinds: HANDLED_UPDATES, log };
  const delivery = webhook ? await webhook.start(incoming) : await startPolling({ ...incoming, apiRoot });
  const published = publishCommands(bot.api);
  published.catch((error: unknown) => log.warn({ err: error }, 'no menu of commands'));
  return { ...delivery, published };
}
