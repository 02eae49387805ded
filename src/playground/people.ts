/**
 * The people's side of the playground: what persons do in their chats, and what they see. Tests call it through
 * `Playground`, the chat page through HTTP with the same words as JSON:
 *
 * - `GET /playground/state` answers a `PlaygroundState`,
 * - `GET /playground/events` streams each `PlaygroundEvent` as a server-sent event whose `id` is its `seq`,
 * - `POST /playground/act` (content type `application/json`) takes an `Act` and answers an `ActReply`.
 *
 * Own names are camelCase; objects of the Bot API are passed on as they are.
 */
import type {
  ApiResponse,
  BotCommand,
  BotCommandScope,
  Chat,
  ForumTopic,
  InlineQueryResult,
  InlineQueryResultsButton,
  Message,
  MessageEntity,
  Update,
  User,
  UserFromGetMe,
} from '@grammyjs/types';

/** A user, chat, or anything else with an id; or the id itself. */
export type Ref = number | { readonly id: number };

/** A message of a known chat; or its `message_id`. */
export type MessageRef = number | { readonly message_id: number };

/** Whether and how the bot is in a group. Administrators get every message whatever the privacy mode. */
export type BotMembership = 'member' | 'administrator' | 'absent';

/** Attachments stand in for real ones: the message carries plausible metadata and the given text as its caption. */
export type Attachment = 'photo' | 'document' | 'voice' | 'sticker';

/** What BotFather sets for the bot. */
export interface BotSettings {
  /** Privacy mode off. Default `false`: in groups the bot gets only what is meant for it. */
  readonly canReadAllGroupMessages: boolean;
  /**
   * Whether plain mentions get through privacy mode. Default `false`, which is what most users report; BotFather's
   * own help says the contrary.
   */
  readonly mentionsPassPrivacy: boolean;
  /** Inline mode on. Default `true`. */
  readonly inlineQueries: boolean;
  /** Inline feedback on: chosen results come as updates. Default `true`. */
  readonly inlineFeedback: boolean;
  /** Guest mode on: a mention in a chat without the bot comes as a guest message. Default `true`. */
  readonly guestQueries: boolean;
  /** May be added to groups. Default `true`. */
  readonly canJoinGroups: boolean;
}

export interface SayOptions {
  /** The message replied to, in the same chat. */
  readonly replyTo?: MessageRef;
  /** The quoted part of the message replied to; must occur in it. */
  readonly quote?: string;
  /** `message_thread_id` of a forum topic; absent: the General topic. */
  readonly topic?: number;
  /** Entities beyond those that are found in the text, such as `text_mention`. Offsets in UTF-16 units. */
  readonly entities?: readonly MessageEntity[];
  /** Speaks as a chat: the group itself for an anonymous administrator, or a channel. */
  readonly senderChat?: Ref;
  /** A post of the linked channel, forwarded to its discussion group by Telegram. Needs `senderChat`. */
  readonly automaticForward?: boolean;
  /** The text becomes its caption. */
  readonly attachment?: Attachment;
}

/** A button of an inline keyboard: its place, or its text or callback data. Rows and columns count from 0. */
export type ButtonRef = string | { readonly row: number; readonly column: number };

/** What came of pressing a callback button. */
export type CallbackOutcome =
  | {
      readonly status: 'answered';
      /** Shown on top of the chat, or as an alert; absent when the bot only stopped the spinner. */
      readonly text?: string;
      readonly showAlert: boolean;
      readonly url?: string;
    }
  | { readonly status: 'timed-out' };

/** What came of typing an inline query. */
export type InlineOutcome =
  | {
      readonly status: 'answered';
      /** For `chooseInline`. */
      readonly queryId: string;
      readonly results: readonly InlineQueryResult[];
      /** Empty when there is nothing more. */
      readonly nextOffset: string;
      readonly button?: InlineQueryResultsButton;
      /** Seconds. */
      readonly cacheTime: number;
      readonly isPersonal: boolean;
      /** Whether an earlier answer was shown again, as Telegram's cache does; the bot got no update then. */
      readonly cached: boolean;
    }
  | { readonly status: 'timed-out'; readonly queryId: string };

/** What came of a mention in a chat without the bot. */
export type GuestOutcome =
  | { readonly status: 'answered'; readonly asked: Message; readonly message: Message }
  | { readonly status: 'timed-out'; readonly asked: Message };

export interface TypeInlineOptions {
  /** `nextOffset` of the outcome before; default empty, the beginning. */
  readonly offset?: string;
  /** Where the person types; default their private chat with the bot. */
  readonly chat?: Ref;
}

export interface ChooseInlineOptions {
  readonly topic?: number;
  readonly replyTo?: MessageRef;
}

export interface GroupOptions {
  readonly title: string;
  /** Default `supergroup`. */
  readonly type?: 'group' | 'supergroup' | 'channel';
  readonly username?: string;
  /** Topics on; supergroups only. */
  readonly forum?: boolean;
  readonly members?: readonly Ref[];
  /** Default `member`. */
  readonly bot?: BotMembership;
}

/** A chat as a person sees it. */
export interface ChatView {
  readonly chat: Chat;
  /** User ids, without the bot's. */
  readonly members: readonly number[];
  readonly bot: BotMembership;
  readonly topics: readonly ForumTopic[];
  /** Id of the supergroup that the group became, if it did; nothing more is said here then. */
  readonly migratedTo?: number;
  /** Private chats: the person has blocked the bot. */
  readonly blocked: boolean;
  /** Oldest first, as they stand after edits and without deleted ones. */
  readonly messages: readonly Message[];
}

/** Commands that the bot set, for one scope and language. */
export interface CommandList {
  readonly scope: BotCommandScope;
  /** Empty for those without a list of their own. */
  readonly languageCode: string;
  readonly commands: readonly BotCommand[];
}

/** One call of the Bot API with the server's verdict. */
export interface CallRecord {
  /** Counts all calls from 0. */
  readonly index: number;
  /** As the Bot API spells it; as it was called where there is no such method. */
  readonly method: string;
  /** Parameters after decoding; files as `{ file_name, size }`. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds from the request's arrival to the verdict; long for a long poll. */
  readonly ms: number;
  readonly response: ApiResponse<unknown>;
  /** The fault that was asked for and struck this call, if any. */
  readonly fault?: string;
}

export interface PlaygroundState {
  /** The last event that this state includes. */
  readonly seq: number;
  readonly bot: UserFromGetMe;
  readonly settings: BotSettings;
  readonly users: readonly User[];
  readonly chats: readonly ChatView[];
  readonly commands: readonly CommandList[];
  /** The newest calls, oldest first; 200 at most, without getUpdates. */
  readonly calls: readonly CallRecord[];
  /** Questions worth asking this bot, given by whoever runs the playground. */
  readonly suggestions: readonly string[];
  /** Absent before the first visit. */
  readonly scene?: Scene;
}

/** Where visitors of the page find themselves; the chats are among the state's. */
export interface Scene {
  /** Id of the user that the visitor is. */
  readonly visitor: number;
  /** Id of a group with topics that the bot is in. */
  readonly group: number;
  /** Id of a group that the bot is not in, for its inline and guest modes. */
  readonly elsewhere: number;
}

/** What happens, as it happens. */
export type Happening =
  | { readonly type: 'message'; readonly chat: number; readonly message: Message }
  | { readonly type: 'edited'; readonly chat: number; readonly message: Message }
  | { readonly type: 'deleted'; readonly chat: number; readonly messageIds: readonly number[] }
  /** The bot types, uploads …; it ends with the next message, or after 5 seconds. */
  | { readonly type: 'action'; readonly chat: number; readonly action: string; readonly topic?: number }
  | { readonly type: 'callback'; readonly user: number; readonly outcome: CallbackOutcome }
  | { readonly type: 'inline'; readonly user: number; readonly outcome: InlineOutcome }
  /** A chat is new or has changed: all but its messages. */
  | { readonly type: 'chat'; readonly chat: Omit<ChatView, 'messages'> }
  | { readonly type: 'user'; readonly user: User }
  | { readonly type: 'bot'; readonly bot: UserFromGetMe; readonly settings: BotSettings }
  | { readonly type: 'commands'; readonly commands: readonly CommandList[] }
  | { readonly type: 'suggestions'; readonly suggestions: readonly string[] }
  /** An update was queued for the bot. */
  | { readonly type: 'update'; readonly update: Update }
  | { readonly type: 'call'; readonly call: CallRecord }
  /** Sent to a stream alone: events between were missed, the state must be read anew. */
  | { readonly type: 'reset' };

/** Events count from 1 without gaps. */
export type PlaygroundEvent = Happening & { readonly seq: number };

/** Something a person does, as the page sends it. Chats and users are ids, messages are `message_id`s. */
export type Act =
  | ({ readonly do: 'say'; readonly chat: number; readonly from: number; readonly text: string } & SayOptions)
  | { readonly do: 'edit'; readonly chat: number; readonly message: number; readonly text: string }
  | { readonly do: 'delete'; readonly chat: number; readonly message: number }
  | {
      readonly do: 'press';
      readonly chat: number;
      readonly message: number;
      readonly from: number;
      readonly button: ButtonRef;
    }
  | ({ readonly do: 'type-inline'; readonly from: number; readonly query: string } & TypeInlineOptions)
  | ({
      readonly do: 'choose-inline';
      readonly from: number;
      readonly queryId: string;
      readonly resultId: string;
      readonly chat: number;
    } & ChooseInlineOptions)
  /** Opens the deep link `?start=<payload>` and presses Start. */
  | { readonly do: 'start'; readonly from: number; readonly payload?: string }
  /** Enters the scene, which is made for the first visitor; everybody in it gets this language. */
  | { readonly do: 'visit'; readonly language: 'zh' | 'en' }
  | { readonly do: 'add-user'; readonly user: UserProfile }
  | { readonly do: 'change-user'; readonly user: number; readonly changes: UserProfile }
  | { readonly do: 'add-group'; readonly group: GroupOptions }
  | { readonly do: 'add-topic'; readonly chat: number; readonly name: string }
  | { readonly do: 'set-bot'; readonly chat: number; readonly bot: BotMembership }
  | { readonly do: 'block'; readonly user: number; readonly blocked: boolean }
  | { readonly do: 'migrate'; readonly chat: number }
  | { readonly do: 'settings'; readonly settings: Partial<BotSettings> };

/** What a person states of themselves. With `is_bot` it is another bot. */
export type UserProfile = Partial<
  Pick<User, 'first_name' | 'last_name' | 'username' | 'language_code' | 'is_premium' | 'is_bot'>
>;

/** What each act gives: by its name. */
export interface ActResults {
  say: Message;
  edit: Message;
  delete: true;
  press: CallbackOutcome;
  'type-inline': InlineOutcome;
  'choose-inline': Message;
  start: Message;
  visit: Scene;
  'add-user': User;
  'change-user': User;
  'add-group': Chat;
  'add-topic': ForumTopic;
  'set-bot': true;
  block: true;
  migrate: Chat;
  settings: BotSettings;
}

/** The answer to an act: what it gave, or why it cannot be done (HTTP status 400). */
export type ActReply =
  | { readonly ok: true; readonly result: ActResults[keyof ActResults] }
  | { readonly ok: false; readonly error: string };
