import { languageOf } from '../text/language.js';
import { richText } from '../text/rich-text.js';
import { colorOf, face } from '../ui/avatar.js';
import { h } from '../ui/dom.js';
import { icon, iconButton } from '../ui/icons.js';
import { attachment } from './attachment.js';
import { keyboard } from './keyboard.js';
import { drawReactions } from './reactions.js';
import { preview, serviceText } from './summary.js';

/** @import { Message } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/**
 * What can be done with a message of this chat.
 * @typedef {object} MessageActions
 * @property {(message: Message) => void} reply
 * @property {(message: Message) => void} edit
 * @property {(id: number) => void} jumpTo goes to another message of the chat
 * @property {() => number} person who looks at it and acts: in groups the visitor speaks as anybody
 * @property {import('./reaction-picker.js').ReactionPicker} picker
 */

/**
 * What a message looks like, whether a bubble or a service line. Its place among others (who spoke before) is the
 * message list's affair.
 * @param {Message} message
 * @param {Context} context
 * @param {MessageActions} actions
 * @returns {Node[]}
 */
export function messageParts(message, context, actions) {
  const service = serviceText(message, context);
  if (service !== undefined) return [h('p', { class: 'service' }, service)];
  const { store, demo } = context;
  const isOwn = message.from?.id === demo.visitor;
  const author = message.from ?? store.bot;
  const keys = message.reply_markup && keyboard(message, message.reply_markup, actions.person, context);
  const reactions = h('div', { class: 'reactions' });
  drawReactions(reactions, message, actions.person(), context);
  return [
    ...(isOwn ? [] : [face(author.id, store.nameOf(author), store)]),
    h('div', { class: 'body' }, bubble(message, context, actions), reactions, keys),
    actionButtons(message, context, actions),
  ];
}

/**
 * Whether the bubble stands on the visitor's side.
 * @param {Message} message
 * @param {Context} context
 */
export function isOutgoing(message, { demo }) {
  return message.from?.id === demo.visitor;
}

/** @param {Message} message @param {Context} context @param {MessageActions} actions */
function bubble(message, context, actions) {
  const { store, labels } = context;
  const author = message.from ?? store.bot;
  const text = message.text ?? message.caption ?? '';
  const content = richText(shownText(text), message.entities ?? message.caption_entities ?? [], context);
  content.append(meta(message, context));
  return h(
    'div',
    { class: 'bubble' },
    h('p', { class: 'author', 'data-color': colorOf(author.id, context.store) }, store.nameOf(author)),
    onlyFor(message, context),
    message.via_bot && h('p', { class: 'via' }, labels.via(message.via_bot.username ?? '')),
    quotedMessage(message, context, actions),
    attachment(message, context),
    content,
  );
}

/** Clients do not show the payload of a deep link. */
function shownText(/** @type {string} */ text) {
  return text.startsWith('/start ') ? '/start' : text;
}

/** @param {Message} message @param {Context} context @param {MessageActions} actions */
function quotedMessage({ reply_to_message: original, quote }, context, { jumpTo }) {
  // In a topic, what replies to nothing has the topic's first service message here.
  if (!original || original.forum_topic_created) return undefined;
  const author = original.from ?? context.store.bot;
  const text = quote?.text ?? preview(original, context);
  const press = () => jumpTo(original.message_id);
  return h(
    'button',
    {
      type: 'button',
      class: 'quoted',
      'data-color': colorOf(author.id, context.store),
      'data-focus': 'quoted',
      on: { click: press },
    },
    h('span', { class: 'visually-hidden' }, context.labels.reply),
    h('span', { class: 'quoted-author' }, context.store.nameOf(author)),
    h('span', { class: 'quoted-text', lang: languageOf(text) }, text),
  );
}

/** Says who alone sees the message, if it is one person. @param {Message} message @param {Context} context */
function onlyFor({ receiver_user: receiver }, { store, labels, demo }) {
  if (!receiver) return undefined;
  const text = receiver.id === demo.visitor ? labels.onlyYou : labels.only(store.nameOf(receiver));
  return h('p', { class: 'only' }, icon('eye'), text);
}

/** @param {Message} message @param {Context} context */
function meta(message, context) {
  const date = new Date(message.date * 1000);
  const time = date.toLocaleTimeString(context.labels.locale, { hour: '2-digit', minute: '2-digit' });
  return h(
    'span',
    { class: 'meta' },
    message.edit_date !== undefined && h('span', {}, context.labels.edited),
    h('time', { datetime: date.toISOString() }, time),
    isOutgoing(message, context) && h('span', { class: 'receipt' }),
  );
}

/**
 * Shows whether the bot got a message; nothing where that is not known.
 * @param {Element} element of the message
 * @param {boolean | undefined} received
 * @param {Context} context
 */
export function showReceipt(element, received, { labels }) {
  const receipt = element.querySelector('.receipt');
  if (!receipt || received === undefined) return;
  const label = received ? labels.delivered : labels.undelivered;
  receipt.setAttribute('role', 'img');
  receipt.setAttribute('aria-label', label);
  receipt.setAttribute('title', label);
  receipt.replaceChildren(icon(received ? 'checks' : 'check'));
}

/** @param {Message} message @param {Context} context @param {MessageActions} actions */
function actionButtons(message, context, { reply, edit, person, picker }) {
  // What one person sees can be neither replied to nor reacted to.
  if (message.ephemeral_message_id !== undefined) return h('div', { class: 'actions' });
  const { labels } = context;
  const mayEdit = isOutgoing(message, context) && message.text !== undefined && !message.via_bot;
  const react = iconButton('react', labels.react, () => {}, { 'data-focus': 'react' });
  picker.openBy(react, message, person);
  return h(
    'div',
    { class: 'actions' },
    !isOutgoing(message, context) && react,
    iconButton('reply', labels.reply, () => reply(message), { 'data-focus': 'reply' }),
    mayEdit && iconButton('edit', labels.edit, () => edit(message), { 'data-focus': 'edit' }),
  );
}
