import type { InlineQueryResult, Message, User, UserFromGetMe } from '@grammyjs/types';
import { ApiError } from './api-error.js';
import { type InlineAnswer, InlineCache } from './delivery/inline-cache.js';
import { PendingQueries } from './delivery/pending-queries.js';
import { UpdateQueue } from './delivery/update-queue.js';
import { Webhook, type WebhookReply, type WebhookSettings } from './delivery/webhook.js';
import { EventLog } from './event-log.js';
import { BotProfile } from './store/bot-profile.js';
import { ChatStore } from './store/chat-store.js';
import { Files } from './store/files.js';
import type { StoredChat } from './store/stored-chat.js';
import type { BotSettings, CallbackOutcome } from './user-api.js';

/** The bot's answer to a callback query. */
export type CallbackAnswer = Extract<CallbackOutcome, { status: 'answered' }>;
/** A button that was pressed: by whom, and when, in milliseconds since 1970. */
export interface PressedButton {
  readonly from: number;
  readonly at: number;
}
/** A mention of the bot where it is not, which it may answer once. */
export interface GuestQuery {
  readonly chat: StoredChat;
  readonly asked: Message;
}

/** An inline query that was answered, so that one of its results may be chosen. */
export interface OfferedResults {
  readonly from: number;
  readonly query: string;
  readonly results: readonly InlineQueryResult[];
}

/** What a playground begins with. */
export interface BackendOptions {
  readonly firstName: string;
  readonly username: string;
  readonly botId: number;
  readonly settings: BotSettings;
  /** Milliseconds after which a query that the bot has not answered is too old. */
  readonly queryTimeoutMs: number;
  /** Milliseconds before a webhook that failed is tried again. */
  readonly webhookPauseMs: number;
}

/** Everything that this Telegram knows: what the actions of people and the methods of the bot both work on. */
export class Backend {
  readonly now: () => number = Date.now;
  readonly events = new EventLog();
  readonly store: ChatStore;
  readonly profile = new BotProfile();
  readonly files = new Files();
  readonly updates: UpdateQueue;
  readonly callbacks: PendingQueries<PressedButton, CallbackAnswer>;
  readonly inlineQueries: PendingQueries<{ readonly from: number }, InlineAnswer>;
  readonly guestQueries: PendingQueries<GuestQuery, Message>;
  readonly inlineCache = new InlineCache(this.now);
  /** By query id, oldest first. */
  readonly offeredResults = new Map<string, OfferedResults>();
  /** Carries out what a webhook answers; set by the server, which knows how. */
  reply: WebhookReply = () => {};
  readonly #webhookPauseMs: number;
  #webhook: Webhook | undefined;
  readonly #account: Pick<User, 'id' | 'username'> & { username: string };
  readonly #givenName: string;
  #firstName: string;
  #settings: BotSettings;

  constructor({ firstName, username, botId, settings, queryTimeoutMs, webhookPauseMs }: BackendOptions) {
    this.#webhookPauseMs = webhookPauseMs;
    this.#account = { id: botId, username };
    this.#givenName = firstName;
    this.#firstName = firstName;
    this.#settings = settings;
    this.store = new ChatStore(this.events, this.now);
    this.updates = new UpdateQueue(this.events, this.now);
    this.callbacks = new PendingQueries(queryTimeoutMs);
    this.inlineQueries = new PendingQueries(queryTimeoutMs);
    this.guestQueries = new PendingQueries(queryTimeoutMs);
  }

  get settings(): BotSettings {
    return this.#settings;
  }

  /** The bot as the sender of its messages. */
  get bot(): User & { username: string } {
    return {
      id: this.#account.id,
      is_bot: true,
      first_name: this.#firstName,
      username: this.#account.username,
    };
  }

  /** The bot as getMe gives it. */
  get me(): UserFromGetMe {
    return {
      ...this.bot,
      is_bot: true,
      can_join_groups: this.#settings.canJoinGroups,
      can_read_all_group_messages: this.#settings.canReadAllGroupMessages,
      supports_guest_queries: this.#settings.guestQueries,
      supports_inline_queries: this.#settings.inlineQueries,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      can_manage_bots: false,
      supports_join_request_queries: false,
    };
  }

  configure(changes: Partial<BotSettings>): BotSettings {
    this.#settings = { ...this.#settings, ...changes };
    this.events.record({ type: 'bot', bot: this.me, settings: this.#settings });
    return this.#settings;
  }

  /** @param firstName empty: the name that it was made with */
  rename(firstName: string): void {
    this.#firstName = firstName || this.#givenName;
    this.events.record({ type: 'bot', bot: this.me, settings: this.#settings });
  }

  get webhook(): Webhook | undefined {
    return this.#webhook;
  }

  /** Sends updates there from now on; `undefined`: they wait for getUpdates. */
  setWebhook(settings: WebhookSettings | undefined): void {
    this.#webhook?.close();
    const reply: WebhookReply = (method, parameters) => this.reply(method, parameters);
    this.#webhook = settings && new Webhook(this.updates, settings, this.#webhookPauseMs, reply);
  }

  /** Ends everything that waits. */
  close(): void {
    this.#webhook?.close();
    for (const queries of [this.callbacks, this.inlineQueries, this.guestQueries]) queries.close();
    this.updates.interrupt(new ApiError(500, 'Internal Server Error: restart'));
  }
}
