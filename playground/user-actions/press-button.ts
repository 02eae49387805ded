import type { InlineKeyboardButton, Message } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import { CALLBACK_QUERY_KEPT_MS } from '../limits/limits.js';
import { PlaygroundError } from '../playground-error.js';
import { messageView, type StoredChat, type StoredMessage } from '../store/stored-chat.js';
import type { ButtonRef, CallbackOutcome, MessageRef, Ref } from '../user-api.js';

/** Presses a callback button and waits for the bot's answer. */
export async function pressButton(
  backend: Backend,
  chatRef: Ref,
  message: MessageRef,
  button: ButtonRef,
  from: Ref,
): Promise<CallbackOutcome> {
  const chat = backend.store.chat(chatRef);
  const user = backend.store.user(from);
  const ephemeral = ephemeralOf(chat, message, user.id);
  const stored = ephemeral ? { message: ephemeral } : backend.store.message(chat, message);
  if (!chat.members.has(user.id))
    throw new PlaygroundError(`User ${user.id} is not in chat ${chat.info.id}.`);
  const { id, answer } = backend.callbacks.open({ from: user.id, at: backend.now() });
  const data = callbackData(stored.message, button);
  const query = { id, from: user, ...origin(chat, stored), chat_instance: `${chat.info.id}`, data };
  backend.updates.push('callback_query', query, CALLBACK_QUERY_KEPT_MS);
  const outcome = (await answer) ?? { status: 'timed-out' };
  backend.events.record({ type: 'callback', user: user.id, outcome });
  return outcome;
}

/** A message that one person sees, which they alone can press. */
function ephemeralOf(chat: StoredChat, ref: MessageRef, user: number): Message | undefined {
  const id = typeof ref === 'object' && 'ephemeral_message_id' in ref ? ref.ephemeral_message_id : undefined;
  if (typeof id !== 'number') return undefined;
  const message = chat.ephemeral.get(id);
  if (message?.receiver_user?.id !== user) throw new PlaygroundError(`User ${user} sees no such message.`);
  return message;
}

/** Messages sent in inline mode are named by their inline id alone. */
function origin(chat: StoredChat, stored: Pick<StoredMessage, 'message' | 'inlineId' | 'replyTo'>) {
  return stored.inlineId === undefined
    ? { message: messageView(chat, stored) }
    : { inline_message_id: stored.inlineId };
}

function callbackData(message: Message, ref: ButtonRef): string {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const button = typeof ref === 'string' ? named(rows, ref) : rows[ref.row]?.[ref.column];
  if (!button) throw new PlaygroundError(`Message ${message.message_id} has no such button.`);
  if (!('callback_data' in button))
    throw new PlaygroundError(`The button "${button.text}" asks nothing of the bot.`);
  return button.callback_data;
}

function named(
  rows: readonly (readonly InlineKeyboardButton[])[],
  name: string,
): InlineKeyboardButton | undefined {
  return rows
    .flat()
    .find((button) => button.text === name || ('callback_data' in button && button.callback_data === name));
}
