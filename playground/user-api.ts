/**
 * The user API: what people do in their chats, and what they see. Tests call it through `Playground`, the chat page
 * through HTTP with the same words as JSON:
 *
 * - `GET /playground/state` answers a `PlaygroundState`,
 * - `GET /playground/events` streams each `PlaygroundEvent` as a server-sent event whose `id` is its `seq`. It begins after
 *   the `seq` in the header `Last-Event-ID`, or in `?after=`; with neither, now. Where events between are no longer kept
 *   (the newest 2,000 are), or are of another run, the first one is `reset`: read the state anew,
 * - `POST /playground/actions` (content type `application/json`) takes a `UserAction` and answers a `UserActionResponse`,
 * - `POST /playground/files?name=…` (content type `application/octet-stream`) takes the bytes of a file, 50 MB at most, and
 *   answers `{ ok: true, result: { id } }`: it can be sent by that id,
 * - `GET /playground/files/<file_id>` gives a file that was sent: pictures to be shown, all else to be kept.
 *
 * Own names are camelCase; objects of the Bot API are passed on as they are.
 */
import type {
  Chat,
  ForumTopic,
  Message,
  MessageEntity,
  MessageOrigin,
  ReactionTypeEmoji,
  User,
} from '@grammyjs/types';
import type { BotMembership, BotSettings, CallbackOutcome, DemoChats, InlineOutcome } from './state.js';

export type * from './events.js';
export type * from './state.js';

/** A user, chat, or anything else with an id; or the id itself. */
export type Ref = number | { readonly id: number };

/** A message of a known chat; or its `message_id`. */
export type MessageRef =
  | number
  | { readonly message_id: number; readonly ephemeral_message_id?: number | undefined };

/** Attachments stand in for real ones: the message carries plausible metadata and the given text as its caption. */
export type Attachment = 'photo' | 'document' | 'voice' | 'sticker';

/** A file that nobody has sent yet. */
export interface NewFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** How a message is sent; with none, as plain text to the chat or its General topic. */
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
  /** What a `document` is, where that matters: a new file, or the `file_id` of one; default: a small PDF in name only. */
  readonly file?: NewFile | { readonly id: string };
  /** Whose message this was; it is forwarded. */
  readonly forwardOrigin?: MessageOrigin;
}

/** A button of an inline keyboard: its place, or its text or callback data. Rows and columns count from 0. */
export type ButtonRef = string | { readonly row: number; readonly column: number };

/** What came of a mention in a chat without the bot. */
export type GuestOutcome =
  | { readonly status: 'answered'; readonly asked: Message; readonly message: Message }
  | { readonly status: 'timed-out'; readonly asked: Message };

/** Where an inline query is typed, and from which result on. */
export interface TypeInlineOptions {
  /** `nextOffset` of the outcome before; default empty, the beginning. */
  readonly offset?: string;
  /** Where the person types; default their private chat with the bot. */
  readonly chat?: Ref;
}

/** Where in the chat the chosen result is sent: `message_thread_id` of a topic, and the message replied to. */
export interface ChooseInlineOptions {
  readonly topic?: number;
  readonly replyTo?: MessageRef;
}

/** A group or channel to be made. */
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

/** Something a person does, as the page sends it. Chats and users are ids, messages are `message_id`s but where one person sees them. */
export type UserAction =
  | ({
      readonly type: 'say';
      readonly chat: number;
      readonly from: number;
      readonly text: string;
      readonly file?: { readonly id: string };
    } & Omit<SayOptions, 'file'>)
  | { readonly type: 'edit'; readonly chat: number; readonly message: number; readonly text: string }
  | { readonly type: 'delete'; readonly chat: number; readonly message: number }
  | {
      readonly type: 'press';
      readonly chat: number;
      readonly message: MessageRef;
      readonly from: number;
      readonly button: ButtonRef;
    }
  /** Puts reactions on a message in the place of those that the person had there; none takes these away. */
  | {
      readonly type: 'react';
      readonly chat: number;
      readonly message: number;
      readonly from: number;
      readonly emoji: readonly ReactionTypeEmoji['emoji'][];
    }
  | ({ readonly type: 'type-inline'; readonly from: number; readonly query: string } & TypeInlineOptions)
  | ({
      readonly type: 'choose-inline';
      readonly from: number;
      readonly queryId: string;
      readonly resultId: string;
      readonly chat: number;
    } & ChooseInlineOptions)
  /** Opens the deep link `?start=<payload>` and presses Start. */
  | { readonly type: 'start'; readonly from: number; readonly payload?: string }
  /** Opens the demo chats, which are made for the first visitor; everybody in them gets this language. */
  | { readonly type: 'visit'; readonly language: 'zh' | 'en' }
  | { readonly type: 'add-user'; readonly user: UserProfile }
  | { readonly type: 'change-user'; readonly user: number; readonly changes: UserProfile }
  | { readonly type: 'add-group'; readonly group: GroupOptions }
  | { readonly type: 'add-topic'; readonly chat: number; readonly name: string }
  | { readonly type: 'set-bot'; readonly chat: number; readonly bot: BotMembership }
  | { readonly type: 'block'; readonly user: number; readonly blocked: boolean }
  | { readonly type: 'migrate'; readonly chat: number }
  | { readonly type: 'settings'; readonly settings: Partial<BotSettings> };

/** What a person states of themselves. With `is_bot` it is another bot. */
export type UserProfile = Partial<
  Pick<User, 'first_name' | 'last_name' | 'username' | 'language_code' | 'is_premium' | 'is_bot'>
>;

/** What each action gives, by its type. */
export interface UserActionResults {
  say: Message;
  edit: Message;
  delete: true;
  press: CallbackOutcome;
  react: true;
  'type-inline': InlineOutcome;
  'choose-inline': Message;
  start: Message;
  visit: DemoChats;
  'add-user': User;
  'change-user': User;
  'add-group': Chat;
  'add-topic': ForumTopic;
  'set-bot': true;
  block: true;
  migrate: Chat;
  settings: BotSettings;
}

/** A file that was taken in, to be sent by its `file_id`. */
export type FileResponse =
  | { readonly ok: true; readonly result: { readonly id: string } }
  | { readonly ok: false; readonly error: string };

/** The answer to an action: what it gave, or why it cannot be done (HTTP status 400). */
export type UserActionResponse =
  | { readonly ok: true; readonly result: UserActionResults[keyof UserActionResults] }
  | { readonly ok: false; readonly error: string };
