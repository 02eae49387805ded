/** @import { Message } from '@grammyjs/types' */
/** @import { Said } from '../state/store.js' */

/**
 * What a person sees of a chat, oldest first: what was said to all, and what was said to them alone.
 * @param {Pick<Said, 'messages' | 'ephemeral'>} chat
 * @param {number} person
 */
export function seenBy({ messages, ephemeral }, person) {
  const own = [...ephemeral.values()].filter((message) => isSeenBy(message, person));
  // Dates are seconds. What is said to one person answers them, so it comes last in its second.
  return [...messages.values(), ...own].sort((earlier, later) => earlier.date - later.date);
}

/**
 * Whether a message is for a person's eyes, or for everybody's.
 * @param {Message} message
 * @param {number} person
 */
export function isSeenBy({ receiver_user: receiver }, person) {
  return receiver === undefined || receiver.id === person;
}

/**
 * What a message is known by in its chat. Those that one person sees are counted apart.
 * @param {Pick<Message, 'message_id' | 'ephemeral_message_id'>} message
 */
export function keyOf({ message_id, ephemeral_message_id }) {
  return ephemeral_message_id === undefined ? `${message_id}` : ephemeralKey(ephemeral_message_id);
}

/** @param {number} id `ephemeral_message_id` */
export function ephemeralKey(id) {
  return `ephemeral-${id}`;
}
