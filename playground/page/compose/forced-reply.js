/** @import { Message } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */
/** @import { Composer } from './composer.js' */

/**
 * Where the bot asks back.
 * @typedef {object} Place
 * @property {number} chat
 * @property {() => number} person who would answer
 * @property {(message: Message) => boolean} belongs whether a message is one of those that are shown
 */

/**
 * Opens the composer as a reply when the bot asks back, and leaves a message that was deleted.
 * @param {Composer} composer
 * @param {Place} place
 * @param {Context} context
 */
export function openForcedReplies(composer, { chat, person, belongs }, { store }) {
  store.subscribe((event) => {
    if (!('chat' in event) || event.chat !== chat) return;
    if (event.type === 'deleted') composer.leave(event.messageIds);
    if (event.type !== 'message' || !event.forcedReply?.from.includes(person())) return;
    if (belongs(event.message)) composer.askBack(event.message, event.forcedReply.placeholder);
  });
}
