import { isDeepStrictEqual } from 'node:util';
import type { InlineKeyboardMarkup, Message } from '@grammyjs/types';
import { badRequest, notImplemented } from '../api-error.js';
import type { Backend } from '../backend.js';
import { checkKeyboard } from '../limits/keyboard.js';
import { LONGEST_MESSAGE, MOST_DELETED } from '../limits/limits.js';
import type { MessageDraft } from '../store/chat-store.js';
import { messageView, type StoredChat, type StoredMessage } from '../store/stored-chat.js';
import { formatText, type GivenText } from '../text/format-text.js';
import { sendEphemeral } from './ephemeral.js';
import { forcedReply } from './forced-reply.js';
import type { Args, Context, Handlers } from './handler.js';
import { replyTarget } from './replies.js';
import { checkDeletable, editableMessage, threadFields, writableChat } from './targets.js';

/** Sending, editing and deleting messages. */
export const messageMethods = {
  sendMessage({ backend }: Context, args: Args<'sendMessage'>) {
    const content = textContent(args);
    const ephemeral = args.ephemeral_message_parameters;
    if (ephemeral) return sendEphemeral(backend, args, content, ephemeral) as Message.TextMessage;
    return send(backend, args, content) as Message.TextMessage;
  },

  editMessageText({ backend }: Context, args: Args<'editMessageText'>) {
    if (args.rich_message) throw notImplemented('rich_message');
    if (args.text === undefined) throw badRequest('message text is empty');
    const content = textContent({ ...args, text: args.text });
    const { chat, stored } = edited(backend, args);
    if (stored.message.text === undefined) throw badRequest('there is no text in the message to edit');
    const { text: _, entities: __, link_preview_options: ___, ...rest } = stored.message;
    return replace(backend, chat, stored, { ...rest, ...content } as Message, args);
  },

  editMessageReplyMarkup({ backend }: Context, args: Args<'editMessageReplyMarkup'>) {
    const { chat, stored } = edited(backend, args);
    return replace(backend, chat, stored, stored.message, args);
  },

  deleteMessage({ backend }: Context, { chat_id, message_id }: Args<'deleteMessage'>) {
    const chat = writableChat(backend, chat_id);
    checkDeletable(backend, chat, message_id);
    backend.store.remove(chat, [message_id]);
    return true as const;
  },

  deleteMessages({ backend }: Context, { chat_id, message_ids }: Args<'deleteMessages'>) {
    if (message_ids.length === 0) throw badRequest('message identifiers are not specified');
    if (message_ids.length > MOST_DELETED) throw badRequest('too many message identifiers specified');
    const chat = writableChat(backend, chat_id);
    const found = message_ids.filter((id) => chat.messages.has(id));
    for (const id of found) checkDeletable(backend, chat, id);
    backend.store.remove(chat, found);
    return true as const;
  },

  sendChatAction({ backend }: Context, { chat_id, action, message_thread_id }: Args<'sendChatAction'>) {
    const chat = writableChat(backend, chat_id);
    threadFields(chat, message_thread_id, undefined);
    const topic = message_thread_id === undefined ? {} : { topic: message_thread_id };
    backend.events.record({ type: 'chat-action', chat: chat.info.id, action, ...topic });
    return true as const;
  },
} satisfies Handlers;

type SendArgs = Pick<
  Args<'sendMessage'>,
  | 'chat_id'
  | 'message_thread_id'
  | 'reply_parameters'
  | 'reply_to_message_id'
  | 'reply_markup'
  | 'protect_content'
  | 'business_connection_id'
>;

/** Posts a message of the bot, once all of it has been checked. */
export function send(backend: Backend, args: SendArgs, content: Partial<Message>): Message {
  if (args.business_connection_id !== undefined) throw badRequest('business connection not found');
  const keyboard = checkKeyboard(args.reply_markup);
  const chat = writableChat(backend, args.chat_id);
  const legacy =
    args.reply_to_message_id === undefined ? undefined : { message_id: args.reply_to_message_id };
  const { replyTo, ...reply } = replyTarget(backend, chat, args.reply_parameters ?? legacy);
  const draft = {
    ...(chat.info.type === 'channel' ? { sender_chat: chat.info } : { from: backend.bot }),
    ...threadFields(chat, args.message_thread_id, replyTo),
    ...reply,
    ...content,
    ...(keyboard ? { reply_markup: keyboard } : {}),
    ...(args.protect_content ? { has_protected_content: true } : {}),
  };
  const stored = backend.store.post(chat, draft as MessageDraft, {
    author: 'bot',
    replyTo: replyTo ?? args.message_thread_id,
    forcedReply: forcedReply(backend, chat, args.reply_markup, content, replyTo),
  });
  return messageView(chat, stored);
}

interface EditArgs {
  readonly chat_id?: number | string;
  readonly message_id?: number;
  readonly inline_message_id?: string;
  readonly reply_markup?: InlineKeyboardMarkup;
}

/** The message that a call wants to change: one of a chat, or one sent in inline or guest mode. */
function edited(
  backend: Backend,
  args: EditArgs,
): { readonly chat: StoredChat; readonly stored: StoredMessage } {
  if (args.chat_id === undefined && args.message_id === undefined) {
    if (!args.inline_message_id) throw badRequest('message identifier is not specified');
    const found = backend.store.inlineMessages.get(args.inline_message_id);
    if (!found?.chat.messages.has(found.stored.message.message_id)) throw badRequest('MESSAGE_ID_INVALID');
    return found;
  }
  if (args.chat_id === undefined) throw badRequest('chat_id is empty');
  const chat = writableChat(backend, args.chat_id);
  return { chat, stored: editableMessage(chat, args.message_id ?? 0) };
}

/** An edit sets the keyboard too: without one in the call, the message has none any more. */
function replace(
  backend: Backend,
  chat: StoredChat,
  stored: StoredMessage,
  changed: Message,
  args: EditArgs,
): Message & true {
  const keyboard = checkKeyboard(args.reply_markup);
  const { reply_markup: _, edit_date: __, ...content } = changed;
  const message = { ...content, ...(keyboard ? { reply_markup: keyboard } : {}) } as Message;
  if (isDeepStrictEqual(substance(message), substance(stored.message))) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  const view = backend.store.replace(chat, stored, { ...message, edit_date: backend.store.date } as Message);
  // The type says "the edited Message or True": which one is decided by how the message was named.
  return (args.inline_message_id === undefined ? view : true) as Message & true;
}

/** What makes two versions of a message the same. */
const substance = ({ text, entities, caption, caption_entities, reply_markup }: Message) => ({
  text,
  entities: entities ?? [],
  caption,
  caption_entities: caption_entities ?? [],
  reply_markup,
});

function textContent(args: GivenText & Pick<Args<'sendMessage'>, 'link_preview_options'>): Partial<Message> {
  const { text, entities } = formatText(args, LONGEST_MESSAGE, 'message is too long');
  return {
    text,
    ...(entities.length > 0 ? { entities: [...entities] } : {}),
    ...(args.link_preview_options ? { link_preview_options: args.link_preview_options } : {}),
  };
}
