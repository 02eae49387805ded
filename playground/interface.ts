import type { RequestListener } from 'node:http';
import type { Chat, ForumTopic, Message, User, UserFromGetMe } from '@grammyjs/types';
import type { ChatPaceOptions } from './limits/chat-pace.js';
import type {
  BotMembership,
  BotSettings,
  ButtonRef,
  CallbackOutcome,
  CallRecord,
  ChooseInlineOptions,
  GroupOptions,
  GuestOutcome,
  InlineOutcome,
  MessageRef,
  PlaygroundEvent,
  Ref,
  SayOptions,
  TypeInlineOptions,
  UserProfile,
} from './user-api.js';

/** Options of `startPlayground`; all may be left out. */
export interface PlaygroundOptions {
  /** Default `127.0.0.1`; anything beyond loopback lets others on the network in too. */
  readonly host?: string;
  /** Whether the chat page, where everybody may act as anybody, answers other machines than this; default yes. */
  readonly pageForOthers?: boolean;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default: made anew, so that no other program on the machine can guess it. */
  readonly token?: string;
  /** Names of the bot; default `Jianbao` and `jianbao_bot`. */
  readonly bot?: { readonly firstName?: string; readonly username?: string };
  readonly settings?: Partial<BotSettings>;
  /** Milliseconds after which an unanswered inline query, callback query or guest message fails; default 10,000. */
  readonly queryTimeoutMs?: number;
  /** Milliseconds before an update that the webhook did not take is sent again, doubled each time; default 1,000. */
  readonly webhookPauseMs?: number;
  /** How fast a chat may be written to; default: as fast as the bot likes. */
  readonly chatPace?: ChatPaceOptions;
  /** Milliseconds after which `waitForCall`, `waitForPoll` and `nextMessage` give up; default 10,000. */
  readonly waitTimeoutMs?: number;
}

/** A fault on demand. It hits the next calls, of one method where one is named, then it is over. */
export type Fault =
  /** 429 with `retry_after`, in seconds. */
  | { readonly kind: 'flood'; readonly retryAfter: number }
  /** A 5xx of the server, or any other code with its description. */
  | { readonly kind: 'error'; readonly code: number; readonly description?: string }
  /** The connection is cut: before the call is carried out, or (`after`) after it, so that only its answer is lost. */
  | { readonly kind: 'drop'; readonly after?: boolean }
  /** The call is carried out after so many milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** 409, as if another instance of the bot were polling. */
  | { readonly kind: 'conflict' }
  /** The connection is taken and nothing is ever said. */
  | { readonly kind: 'hang' }
  /** An answer that comes byte by byte and never ends. */
  | { readonly kind: 'drip' }
  /** The connection is reset (RST). */
  | { readonly kind: 'reset' }
  /** 502 with a page of HTML, as a proxy in front of the server answers. */
  | { readonly kind: 'html' };

/** Which calls a fault hits. */
export interface FaultOptions {
  /** Only calls of this method; default: of any but getUpdates. */
  readonly method?: string;
  /** Only calls that name this chat. */
  readonly chat?: number;
  /** How many calls; default 1. */
  readonly times?: number;
}

/** Which calls count for a wait, and how long it lasts. */
export interface WaitOptions {
  /** Only calls with at least this index (see `CallRecord.index`); default: those since the last action of a person. */
  readonly after?: number;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}

/** A Bot API server on this machine, with users in it. user-api.ts has the types of what they do and see. */
export interface Playground {
  /** Root of the HTTP server, which is the chat page, without a slash at the end. */
  readonly url: string;
  /** For `BOT_API_ROOT`, or grammY's `client.apiRoot`. */
  readonly apiRoot: string;
  /** The one token that is accepted. */
  readonly token: string;
  /** The bot as getMe gives it now. */
  readonly bot: UserFromGetMe;
  readonly settings: BotSettings;

  // Who is there. Throws `PlaygroundError` for users, chats or messages that are not.
  addUser(profile?: UserProfile): User;
  changeUser(user: Ref, changes: UserProfile): User;
  addGroup(options: GroupOptions): Chat;
  addTopic(chat: Ref, name: string): ForumTopic;
  /** Adds the bot to a group, removes it or makes it an administrator. */
  setBot(chat: Ref, bot: BotMembership): void;
  block(user: Ref, blocked: boolean): void;
  /** Turns a group into a supergroup: new id, both service messages; sends to the old id fail from now on. */
  migrate(chat: Ref): Chat;
  /** Questions worth asking the bot, for those who open the chat page for the first time. */
  suggest(questions: readonly string[]): void;
  /**
   * Has requests such as `GET /healthz` answered by others, before the chat page: for what the bot serves of its own where
   * it has no other port.
   */
  mount(routes: Readonly<Record<string, RequestListener>>): void;
  /** What BotFather sets. */
  configureBot(settings: Partial<BotSettings>): BotSettings;

  // What they do. A private chat with the bot has the user's id.
  say(chat: Ref, from: Ref, text: string, options?: SayOptions): Message;
  edit(chat: Ref, message: MessageRef, text: string): Message;
  delete(chat: Ref, message: MessageRef): void;
  /** Opens a deep link: `/start payload` in the private chat. */
  start(from: Ref, payload?: string): Message;
  press(chat: Ref, message: MessageRef, button: ButtonRef, from: Ref): Promise<CallbackOutcome>;
  typeInline(from: Ref, query: string, options?: TypeInlineOptions): Promise<InlineOutcome>;
  chooseInline(
    from: Ref,
    queryId: string,
    resultId: string,
    chat: Ref,
    options?: ChooseInlineOptions,
  ): Message;
  /** Says something that mentions the bot in a group without it, and waits for its answer. */
  guest(chat: Ref, from: Ref, text: string, options?: SayOptions): Promise<GuestOutcome>;

  // What tests see.
  /** Every call so far, with the server's response, in the order of the responses; the newest 5,000. */
  readonly calls: readonly CallRecord[];
  /** The chat as it stands now, oldest first. */
  messages(chat: Ref): readonly Message[];
  /** The first finished call that fits; throws `WaitTimeoutError` when none comes in time. */
  waitForCall(which: string | ((call: CallRecord) => boolean), options?: WaitOptions): Promise<CallRecord>;
  /**
   * Resolves when the bot waits for updates in a long poll: it has started, and has fetched all there were. Throws
   * `WaitTimeoutError` when it does not in time.
   */
  waitForPoll(): Promise<void>;
  /**
   * The bot's first message in the chat after the given one; default: after the newest message of a person there.
   * Throws `WaitTimeoutError` when none comes in time.
   */
  nextMessage(
    chat: Ref,
    options?: { readonly after?: MessageRef; readonly timeoutMs?: number },
  ): Promise<Message>;
  /** Listens to everything that happens; gives the function that ends it. */
  subscribe(listener: (event: PlaygroundEvent) => void): () => void;
  fail(fault: Fault, options?: FaultOptions): void;
  /** Forgets the faults that have hit nothing yet. */
  recover(): void;
  /** Delivers each of the next updates twice, with the same `update_id`. */
  duplicateUpdates(times?: number): void;

  /** Ends polls and waits, closes the connections and frees the port. */
  close(): Promise<void>;
}
