import { isDeepStrictEqual } from 'node:util';
import type { InlineKeyboardMarkup, Message, ReplyParameters } from '@grammyjs/types';
import { badRequest, notImplemented } from '../api-error.js';
import type { Backend } from '../backend.js';
import { checkKeyboard } from '../limits/keyboard.js';
import { EPHEMERAL_TRIGGER_S, LONGEST_MESSAGE } from '../limits/limits.js';
import type { StoredChat } from '../store/stored-chat.js';
import { formatText } from '../text/format-text.js';
import type { Args, Context, Handlers } from './handler.js';
import { threadFields, writableChat } from './targets.js';

type SendArgs = Pick<
  Args<'sendMessage'>,
  'chat_id' | 'message_thread_id' | 'reply_parameters' | 'reply_markup' | 'ephemeral_message_parameters'
>;

/**
 * Posts a message that one person sees: https://core.telegram.org/bots/api#ephemeral-messages-and-commands
 * An administrator may send it to any member at any time, other bots only in answer to a button just pressed.
 */
export function sendEphemeral(
  backend: Backend,
  args: SendArgs,
  content: Partial<Message>,
  given: NonNullable<SendArgs['ephemeral_message_parameters']>,
): Message {
  const keyboard = checkKeyboard(args.reply_markup);
  const chat = writableChat(backend, args.chat_id);
  checkMaySend(backend, chat, given.callback_query_id, given.receiver_user_id);
  const receiver = backend.store.users.get(given.receiver_user_id);
  if (!receiver || receiver.is_bot || !chat.members.has(receiver.id)) throw badRequest('USER_ID_INVALID');
  const target = repliedTo(chat, args.reply_parameters);
  const id = ++chat.lastEphemeralId;
  const message = {
    message_id: 0,
    ephemeral_message_id: id,
    receiver_user: receiver,
    date: backend.store.date,
    chat: chat.info,
    from: backend.bot,
    ...threadFields(chat, args.message_thread_id, target?.message_id),
    ...(target ? { reply_to_message: target } : {}),
    ...content,
    ...(keyboard ? { reply_markup: keyboard } : {}),
  } as Message;
  backend.store.putEphemeral(chat, message);
  return structuredClone(message);
}

/** Changing and deleting messages that one person sees. */
export const ephemeralMethods = {
  editEphemeralMessageText({ backend }: Context, args: Args<'editEphemeralMessageText'>) {
    if (args.rich_message) throw notImplemented('rich_message');
    if (args.text === undefined) throw badRequest('message text is empty');
    const { text, entities } = formatText(
      { ...args, text: args.text },
      LONGEST_MESSAGE,
      'message is too long',
    );
    const { chat, message } = named(backend, args);
    const { entities: _, ...rest } = message as Message.TextMessage;
    const changed = { ...rest, text, ...(entities.length > 0 ? { entities: [...entities] } : {}) };
    return change(backend, chat, message, withKeyboard(changed as Message, args.reply_markup));
  },

  editEphemeralMessageReplyMarkup({ backend }: Context, args: Args<'editEphemeralMessageReplyMarkup'>) {
    const { chat, message } = named(backend, args);
    return change(backend, chat, message, withKeyboard(message, args.reply_markup));
  },

  deleteEphemeralMessage({ backend }: Context, args: Args<'deleteEphemeralMessage'>) {
    const { chat } = named(backend, args);
    backend.store.removeEphemeral(chat, args.ephemeral_message_id);
    return true as const;
  },
} satisfies Handlers;

function checkMaySend(
  { callbacks, now }: Backend,
  chat: StoredChat,
  callbackId: string | undefined,
  receiver: number,
): void {
  const isGroup = chat.info.type === 'group' || chat.info.type === 'supergroup';
  if (isGroup && chat.bot === 'administrator') return;
  const pressed = callbackId === undefined ? undefined : callbacks.get(callbackId);
  const isFresh = pressed && now() - pressed.at <= EPHEMERAL_TRIGGER_S * 1_000;
  if (!isGroup || !isFresh || pressed.from !== receiver) throw badRequest('BOT_NOT_ADMIN');
}

/** A message that one person sees is never sent without the one that it replies to (Bot API, ReplyParameters). */
function repliedTo(chat: StoredChat, given: ReplyParameters | undefined): Message | undefined {
  if (!given) return undefined;
  if (given.ephemeral_message_id !== undefined) throw notImplemented('a reply to an ephemeral message');
  const stored = given.message_id === undefined ? undefined : chat.messages.get(given.message_id);
  if (!stored) throw badRequest('message to be replied not found');
  return stored.message;
}

interface Name {
  readonly chat_id: number | string;
  readonly receiver_user_id: number;
  readonly ephemeral_message_id: number;
}

function named(backend: Backend, name: Name): { readonly chat: StoredChat; readonly message: Message } {
  const chat = writableChat(backend, name.chat_id);
  const message = chat.ephemeral.get(name.ephemeral_message_id);
  if (!message || message.receiver_user?.id !== name.receiver_user_id)
    throw badRequest('message to edit not found');
  return { chat, message };
}

function withKeyboard(message: Message, markup: InlineKeyboardMarkup | undefined): Message {
  const keyboard = checkKeyboard(markup);
  const { reply_markup: _, ...content } = message;
  return { ...content, ...(keyboard ? { reply_markup: keyboard } : {}) } as Message;
}

function change({ store }: Backend, chat: StoredChat, before: Message, after: Message): true {
  if (isDeepStrictEqual(before, after)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  store.putEphemeral(chat, after);
  return true;
}
