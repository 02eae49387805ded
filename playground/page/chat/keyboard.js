import { perform } from '../client.js';
import { destinationOf } from '../text/links.js';
import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';

/** @import { InlineKeyboardButton, InlineKeyboardMarkup, Message } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/**
 * The buttons beneath a message.
 * @param {Message} message
 * @param {InlineKeyboardMarkup} markup
 * @param {() => number} person who presses them
 * @param {Context} context
 */
export function keyboard(message, markup, person, context) {
  const rows = markup.inline_keyboard.map((row, rowIndex) =>
    h(
      'div',
      { class: 'keys' },
      ...row.map((button, column) => key(button, message, { row: rowIndex, column }, person, context)),
    ),
  );
  nameForFocus(rows);
  return h('div', { class: 'keyboard' }, ...rows);
}

/**
 * How a button is found again when the keyboard has changed: by the first word on it, wherever it stands now, and by its place
 * among as many others, whatever it says now. By neither, another has come instead, which nobody meant to press.
 * @param {readonly HTMLElement[]} rows
 */
function nameForFocus(rows) {
  const shape = rows.map((row) => row.childElementCount).join('-');
  for (const [index, row] of rows.entries()) {
    for (const [column, element] of [...row.children].entries()) {
      const label = element.textContent ?? '';
      // An arrow or a cross beside a word is no part of its name.
      const [word = label] = /[\p{L}\p{N}]+/u.exec(label) ?? [];
      element.setAttribute('data-focus', `key-${word}`);
      element.setAttribute('data-place', `${shape}:${index}-${column}`);
    }
  }
}

/**
 * @param {InlineKeyboardButton} button
 * @param {Message} message
 * @param {{ row: number, column: number }} place
 * @param {() => number} person
 * @param {Context} context
 */
function key(button, message, place, person, context) {
  const press = () => pressAny(button, element, { message, place, from: person() }, context);
  const sign = signOf(button);
  const element = h(
    'button',
    {
      type: 'button',
      class: 'key',
      ...(button.style && { 'data-style': button.style }),
      ...('disabled' in button && { disabled: true }),
      on: { click: press },
    },
    button.text,
    sign && h('span', { class: 'key-sign' }, icon(sign)),
  );
  return element;
}

/**
 * What clients draw in the corner of a button that does more than ask the bot.
 * @param {InlineKeyboardButton} button
 * @returns {import('../ui/icons.js').IconName | undefined}
 */
function signOf(button) {
  if ('copy_text' in button) return 'copy';
  if ('switch_inline_query' in button || 'switch_inline_query_chosen_chat' in button) return 'forward';
  return 'url' in button ? 'out' : undefined;
}

/**
 * Which button is pressed, and by whom.
 * @typedef {{ message: Message, place: { row: number, column: number }, from: number }} Press
 */

/**
 * @param {InlineKeyboardButton} button
 * @param {HTMLElement} element
 * @param {Press} press
 * @param {Context} context
 */
function pressAny(button, element, press, context) {
  const { message } = press;
  if ('url' in button) follow(button.url, context);
  else if ('callback_data' in button) context.attempt(pressed(element, press, context));
  else if ('copy_text' in button) context.attempt(copied(button.copy_text.text, context));
  else if ('switch_inline_query_current_chat' in button)
    context.writeInline(message.chat.id, button.switch_inline_query_current_chat);
  else if ('switch_inline_query' in button) context.chooseChat(button.switch_inline_query);
  else if ('switch_inline_query_chosen_chat' in button)
    context.chooseChat(button.switch_inline_query_chosen_chat.query ?? '');
}

/** @param {string} text @param {Context} context */
async function copied(text, { labels, notify }) {
  await navigator.clipboard.writeText(text);
  notify(labels.copied);
}

/**
 * Presses a callback button and shows what the bot answers.
 * @param {HTMLElement} element
 * @param {Press} press
 * @param {Context} context
 */
async function pressed(element, { message, place: button, from }, { labels, notify, alert }) {
  if (element.ariaBusy === 'true') return;
  element.ariaBusy = 'true';
  try {
    const { message_id, ephemeral_message_id, chat } = message;
    const which = ephemeral_message_id === undefined ? message_id : { message_id, ephemeral_message_id };
    const outcome = await perform({ type: 'press', chat: chat.id, message: which, from, button });
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
