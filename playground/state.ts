/** What is seen of the playground: the bot's settings, the chats, the calls. events.ts has what changes it. */
import type {
  ApiResponse,
  BotCommand,
  BotCommandScope,
  Chat,
  ForumTopic,
  InlineQueryResult,
  InlineQueryResultsButton,
  Message,
  ReactionTypeEmoji,
  User,
  UserFromGetMe,
} from '@grammyjs/types';

/** Whether and how the bot is in a group. Administrators get every message whatever the privacy mode. */
export type BotMembership = 'member' | 'administrator' | 'absent';

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

/** What people have put on a message: each reaction with the ids of those whose it is, the first to come first. */
export interface MessageReactions {
  /** Its `message_id`. */
  readonly message: number;
  readonly reactions: readonly {
    readonly emoji: ReactionTypeEmoji['emoji'];
    readonly users: readonly number[];
  }[];
}

/** A message that asks back: the field of these people opens as a reply to it. */
export interface ForcedReply {
  /** User ids. */
  readonly from: readonly number[];
  /** Stands in the empty field. */
  readonly placeholder?: string;
}

/** A chat without what has been said in it. */
export interface ChatHead {
  readonly chat: Chat;
  /** User ids, without the bot's. */
  readonly members: readonly number[];
  readonly bot: BotMembership;
  readonly topics: readonly ForumTopic[];
  /** Id of the supergroup that the group became, if it did; nothing more is said here then. */
  readonly migratedTo?: number;
  /** Private chats: the person has blocked the bot. */
  readonly blocked: boolean;
}

/** A chat with all that is seen in it, whoever sees it. */
export interface ChatView extends ChatHead {
  /** Oldest first, as they stand after edits and without deleted ones. */
  readonly messages: readonly Message[];
  /** Each is seen by its `receiver_user` alone; oldest first. */
  readonly ephemeral: readonly Message[];
  /** Of messages that have any. */
  readonly reactions: readonly MessageReactions[];
}

/** Commands that the bot set, for one scope and language. */
export interface CommandList {
  readonly scope: BotCommandScope;
  /** Empty for those without a list of their own. */
  readonly languageCode: string;
  readonly commands: readonly BotCommand[];
}

/** One call of the Bot API with the server's response. */
export interface CallRecord {
  /** Counts all calls from 0. */
  readonly index: number;
  /** As the Bot API spells it; as it was called where there is no such method. */
  readonly method: string;
  /** Parameters after decoding; files as `{ file_name, size }`. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds from the request's arrival to the response; long for a long poll. */
  readonly ms: number;
  readonly response: ApiResponse<unknown>;
  /** The fault that was asked for and hit this call, if any. */
  readonly fault?: string;
}

/** Everything that can be seen, at one moment. */
export interface PlaygroundState {
  /** The last event that this state includes. */
  readonly seq: number;
  readonly bot: UserFromGetMe;
  readonly settings: BotSettings;
  readonly users: readonly User[];
  readonly chats: readonly ChatView[];
  readonly commands: readonly CommandList[];
  /** What the bot says that it can do, by language code; '' for those without a text of their own. */
  readonly description: Readonly<Record<string, string>>;
  /** The newest calls, oldest first; 200 at most, without getUpdates. */
  readonly calls: readonly CallRecord[];
  /** Questions worth asking this bot, given by whoever runs the playground. */
  readonly suggestions: readonly string[];
  /** Absent before the first visit. */
  readonly demo?: DemoChats;
}

/** Where visitors of the page find themselves; the chats are among the state's. */
export interface DemoChats {
  /** Id of the user that the visitor is. */
  readonly visitor: number;
  /** Id of a group with topics that the bot is in. */
  readonly group: number;
  /** Id of a group that the bot is not in, for its inline and guest modes. */
  readonly elsewhere: number;
}
