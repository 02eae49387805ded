import type { Message, Update, User, UserFromGetMe } from '@grammyjs/types';
import type {
  BotSettings,
  CallbackOutcome,
  CallRecord,
  ChatHead,
  CommandList,
  ForcedReply,
  InlineOutcome,
  MessageReactions,
} from './state.js';

/** What happens, as it happens; each changes the state, and brings all that a reader needs to follow. */
export type EventData =
  | {
      readonly type: 'message';
      readonly chat: number;
      readonly message: Message;
      /** The bot asks back. */
      readonly forcedReply?: ForcedReply;
    }
  | { readonly type: 'edited'; readonly chat: number; readonly message: Message }
  | { readonly type: 'deleted'; readonly chat: number; readonly messageIds: readonly number[] }
  /** A message that one person sees (`receiver_user`) is new or has changed. */
  | { readonly type: 'ephemeral'; readonly chat: number; readonly message: Message }
  | { readonly type: 'ephemeral-deleted'; readonly chat: number; readonly ephemeralId: number }
  /** All reactions to a message as they are now. */
  | { readonly type: 'reactions'; readonly chat: number; readonly reactions: MessageReactions }
  /** The bot types, uploads …; it ends with the next message, or after 5 seconds. */
  | { readonly type: 'chat-action'; readonly chat: number; readonly action: string; readonly topic?: number }
  | { readonly type: 'callback'; readonly user: number; readonly outcome: CallbackOutcome }
  | { readonly type: 'inline'; readonly user: number; readonly outcome: InlineOutcome }
  /** A chat is new or has changed: all but what has been said in it. */
  | { readonly type: 'chat'; readonly chat: ChatHead }
  | { readonly type: 'user'; readonly user: User }
  | { readonly type: 'bot'; readonly bot: UserFromGetMe; readonly settings: BotSettings }
  | { readonly type: 'commands'; readonly commands: readonly CommandList[] }
  /** What the bot says that it can do, by language code; '' for those without a text of their own. */
  | { readonly type: 'description'; readonly description: Readonly<Record<string, string>> }
  | { readonly type: 'suggestions'; readonly suggestions: readonly string[] }
  /** An update was queued for the bot. */
  | { readonly type: 'update'; readonly update: Update }
  | { readonly type: 'call'; readonly call: CallRecord }
  /** Sent to a stream alone: events between were missed, the state must be read anew. */
  | { readonly type: 'reset' };

/** `seq` counts all events from 1 without gaps. */
export type PlaygroundEvent = EventData & { readonly seq: number };
