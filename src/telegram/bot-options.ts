import type { Update, UserFromGetMe } from 'grammy/types';
import type { Access } from './access.js';
import type { Office } from './administration/office.js';
import type { Wishes } from './alerts/wishes.js';
import { type Collections, routedAnswerer } from './collections/routed.js';
import type { Judgements } from './feedback/judgements.js';
import { type Measures, measuringAll } from './measuring/measures.js';
import { offerRows } from './replies/offer-rows.js';
import type { Forget, Services } from './replies/services.js';
import { toldRows } from './replies/told-rows.js';
import type { BotApiServer } from './server.js';
import type { Limits } from './surfaces/question-limits.js';
import type { InlineDebounce } from './updates/inline-debounce.js';

/** What a bot is made of. */
export interface BotOptions extends Pick<Services, 'answerer' | 'log' | 'adminIds'>, BotApiServer {
  /** The parts that chats can be bound to, and which are; absent: all ask the whole. */
  readonly collections?: Collections | undefined;
  readonly token: string;
  /** Who is answered; absent: everyone. */
  readonly access?: Access | undefined;
  /** How much is answered a minute; absent: all. */
  readonly limits?: Limits | undefined;
  /** What getMe said, so that the bot need not ask again. */
  readonly me: UserFromGetMe;
  /** Takes what the bot does, as counts; absent: nobody does. */
  readonly measures?: Measures | undefined;
  /** What administrators work with; absent: there is nothing for them. */
  readonly office?: Office | undefined;
  /** Chats that have subscribed to alerts; absent: none. */
  readonly subscribers?: (() => readonly number[]) | undefined;
  /** Each deletes what a store keeps of a chat. */
  readonly forgetters?: readonly Forget[] | undefined;
  /** Knows which inline queries are outdated; absent: none are. */
  readonly typed?: InlineDebounce;
  /** Updates that are not to be answered, since too many came; absent: all are. */
  readonly leftOut?: WeakSet<Update>;
  /** What chats want to be told; default: nothing yet, and nothing is kept. */
  readonly wishes?: Wishes;
  /** What people think of answers; default: nothing yet, and nothing is kept. */
  readonly judgements?: Judgements;
  /** Whether what was asked is kept with what people think of the answer; default no. */
  readonly keepQuestions?: boolean;
  /** Whether what is kept outlasts the process; default no. */
  readonly onDisk?: boolean;
  /** The time in milliseconds; default the system's. */
  readonly now?: () => number;
}

/** Nobody is shut out. */
export const EVERYONE: Access = { allowed: new Set(), blocked: new Set() };
/** Everybody is answered however much they ask. */
export const NO_LIMITS: Limits = { perPerson: 0, perChat: 0, exempt: new Set() };

/** What the surfaces of such a bot work with. */
export function servicesOf(options: BotOptions): Services {
  const { me, log, office, collections, adminIds = new Set() } = options;
  const { onDisk = false, keepQuestions = false } = options;
  const forgetChat: Forget | undefined = collections && (async (chat) => collections.bindings.forget(chat));
  const answerer = collections ? routedAnswerer(collections.parts) : options.answerer;
  return {
    answerer,
    log,
    adminIds,
    username: me.username,
    inline: me.supports_inline_queries,
    furtherRows: [offerRows(answerer), toldRows],
    measures: measuringAll(compact([options.measures, office?.counts, office?.failures])),
    privacy: { onDisk, questions: keepQuestions || office?.unanswered !== undefined },
    hasFolders: () => (collections?.parts.names().length ?? 0) > 0,
    forgetters: compact([forgetChat, ...(options.forgetters ?? [])]),
  };
}

function compact<T>(all: readonly (T | undefined)[]): T[] {
  return all.filter((one) => one !== undefined);
}
