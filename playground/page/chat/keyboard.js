import { perform } from '../client.js';
import { destinationOf } from '../text/links.js';
import { h } from '../ui/dom.js';

/** @import { InlineKeyboardButton, InlineKeyboardMarkup, Message } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/**
 * The buttons beneath a message.
 * @param {Message} message
 * @param {InlineKeyboardMarkup} markup
 * @param {Context} context
 */
export function keyboard(message, markup, context) {
  const rows = markup.inline_keyboard.map((row, rowIndex) =>
    h(
      'div',
      { class: 'keys' },
      ...row.map((button, column) => key(button, message, { row: rowIndex, column }, context)),
    ),
  );
  return h('div', { class: 'keyboard' }, ...rows);
}

/**
 * @param {InlineKeyboardButton} button
 * @param {Message} message
 * @param {{ row: number, column: number }} place
 * @param {Context} context
 */
function key(button, message, place, context) {
  const press = () => {
    if ('url' in button) follow(button.url, context);
    else if ('switch_inline_query_chosen_chat' in button)
      share(button.switch_inline_query_chosen_chat.query ?? '', context);
    else if ('copy_text' in button) context.attempt(copied(button.copy_text.text, context));
    else if ('callback_data' in button) context.attempt(pressed(element, message, place, context));
  };
  const element = h(
    'button',
    { type: 'button', class: 'key', 'data-focus': `key-${place.row}-${place.column}`, on: { click: press } },
    button.text,
  );
  return element;
}

/** What tells the chat elsewhere which inline query to type. */
export const INLINE_QUERY = 'inline-query';

/** The page has one chat that the bot is not in: the choice falls on it. */
function share(/** @type {string} */ query, /** @type {Context} */ { show }) {
  show('elsewhere');
  dispatchEvent(new CustomEvent(INLINE_QUERY, { detail: query }));
}

/**
 * Copies what a button holds.
 * @param {string} text
 * @param {Context} context
 */
async function copied(text, { labels, notify }) {
  await navigator.clipboard.writeText(text);
  notify(labels.drawer.copied);
}

/**
 * Presses a callback button and shows what the bot answers.
 * @param {HTMLElement} element
 * @param {Message} message
 * @param {{ row: number, column: number }} button
 * @param {Context} context
 */
async function pressed(element, message, button, { demo, labels, notify, alert }) {
  if (element.ariaBusy === 'true') return;
  element.ariaBusy = 'true';
  try {
    const { visitor } = demo;
    const press = { chat: message.chat.id, message: message.message_id, from: visitor, button };
    const outcome = await perform({ type: 'press', ...press });
    if (outcome.status === 'timed-out') notify(labels.noAnswer);
    else if (outcome.text && outcome.showAlert) alert(outcome.text);
    else if (outcome.text) notify(outcome.text);
  } finally {
    element.ariaBusy = null;
  }
}

/** @param {string} url @param {Context} context */
function follow(url, { store, start }) {
  const destination = destinationOf(url, store.bot.username);
  if (destination?.kind === 'start') start(destination.payload);
  else if (destination) open(destination.url, '_blank', 'noopener');
}
