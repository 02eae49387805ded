import { perform } from '../client.js';
import { h, replace } from '../ui/dom.js';

/** @import { Message, ReactionTypeEmoji } from '@grammyjs/types' */
/** @import { MessageReactions } from '../../user-api.js' */
/** @import { Context } from '../state/context.js' */

/** @typedef {ReactionTypeEmoji['emoji']} Emoji */

/** The reactions that are offered: those that Telegram shows first. */
export const OFFERED = /** @type {const} */ (['👍', '👎', '❤', '🔥', '👏', '😁', '🤔']);

/**
 * Draws the reactions to a message: each with how many people put it there. A press puts one's own there, or takes it back.
 * @param {HTMLElement} row
 * @param {Message} message
 * @param {number} person who looks
 * @param {Context} context
 */
export function drawReactions(row, message, person, context) {
  const reactions = reactionsTo(message, context);
  row.hidden = reactions.length === 0;
  replace(row, ...reactions.map((reaction) => chip(reaction, message, person, context)));
}

/**
 * @param {MessageReactions['reactions'][number]} reaction
 * @param {Message} message
 * @param {number} person
 * @param {Context} context
 */
function chip({ emoji, users }, message, person, context) {
  const { labels, store } = context;
  const shown = `${pictured(emoji)} ${users.length}`;
  const names = users.map((id) => {
    const user = store.users.get(id);
    return user ? store.nameOf(user) : String(id);
  });
  const label = labels.reactedBy(shown, names);
  return h(
    'button',
    {
      type: 'button',
      class: 'reaction',
      'aria-pressed': String(users.includes(person)),
      'aria-label': label,
      title: label,
      'data-focus': `reaction-${emoji}`,
      on: { click: () => toggleReaction(message, emoji, person, context) },
    },
    h('span', { class: 'emoji', 'aria-hidden': 'true' }, pictured(emoji)),
    h('span', { 'aria-hidden': 'true' }, String(users.length)),
  );
}

/**
 * Puts a reaction on a message, in the place of the person's earlier one; takes it back if it is there.
 * @param {Message} message
 * @param {Emoji} emoji
 * @param {number} person
 * @param {Context} context
 */
export function toggleReaction(message, emoji, person, context) {
  const given = ownReaction(message, person, context) === emoji ? [] : [emoji];
  const { chat, message_id } = message;
  context.attempt(perform({ type: 'react', chat: chat.id, message: message_id, from: person, emoji: given }));
}

/**
 * What a person has put on a message.
 * @param {Message} message
 * @param {number} person
 * @param {Context} context
 * @returns {Emoji | undefined}
 */
export function ownReaction(message, person, context) {
  return reactionsTo(message, context).find(({ users }) => users.includes(person))?.emoji;
}

/** @param {Message} message @param {Context} context */
function reactionsTo({ chat, message_id, ephemeral_message_id }, { store }) {
  if (ephemeral_message_id !== undefined) return [];
  return store.chats.get(chat.id)?.reactions.get(message_id) ?? [];
}

/** Some characters are a plain sign unless they are asked to be a picture. @param {string} emoji */
export function pictured(emoji) {
  return /^\p{Emoji_Presentation}/u.test(emoji) ? emoji : `${emoji}\u{FE0F}`;
}
