import type { Backend } from '../backend.js';
import { PlaygroundError } from '../playground-error.js';
import type { GuestOutcome, Ref, SayOptions } from '../user-api.js';
import { queueGuestMessage } from './message-updates.js';
import { postMessage } from './messages.js';

/** Mentions the bot in a chat without it and waits for its answer. */
export function mentionAsGuest(
  backend: Backend,
  chatRef: Ref,
  from: Ref,
  text: string,
  options?: SayOptions,
): Promise<GuestOutcome> {
  if (!backend.settings.guestQueries) throw new PlaygroundError('Guest mode is off.');
  if (backend.store.chat(chatRef).bot !== 'absent')
    throw new PlaygroundError('The bot is a member of the chat.');
  const { chat, stored } = postMessage(backend, chatRef, from, text, options);
  return queueGuestMessage(backend, chat, stored);
}
