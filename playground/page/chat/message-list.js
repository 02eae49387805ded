import { h, replace } from '../ui/dom.js';
import { markClusters } from './clusters.js';
import { EndFollower } from './end-follower.js';
import { isOutgoing, messageParts, showReceipt } from './message.js';
import { ReactionPicker } from './reaction-picker.js';
import { drawReactions } from './reactions.js';
import { RovingFocus } from './roving-focus.js';
import { ephemeralKey, isSeenBy, keyOf, seenBy } from './seen.js';

/** @import { Message } from '@grammyjs/types' */
/** @import { PlaygroundEvent } from '../../user-api.js' */
/** @import { Context } from '../state/context.js' */
/** @import { MessageActions } from './message.js' */

/** How long a message is lit up that was jumped to, in milliseconds. */
const LIT_MS = 1600;

/**
 * @typedef {object} LogOptions
 * @property {number} chat
 * @property {string} label
 * @property {(message: Message) => boolean} belongs whether a message is shown; a forum shows one topic at a time
 * @property {Omit<MessageActions, 'jumpTo' | 'picker'>} actions
 * @property {Element} [empty] shown while there are no messages
 */

/** The messages of a chat, oldest first, kept up to date as things happen. */
export class MessageList {
  /** By `keyOf`. @type {Map<string, HTMLLIElement>} */
  #items = new Map();
  #list = h('ol', { class: 'messages' });
  #focus = new RovingFocus(this.#list);

  /**
   * @param {Context} context
   * @param {LogOptions} options
   */
  constructor(context, options) {
    this.context = context;
    this.options = options;
    const { label, empty } = options;
    const scroller = h('div', { class: 'log', role: 'log', 'aria-label': label }, empty, this.#list);
    this.end = new EndFollower(scroller, this.#list, context.labels.toBottom);
    this.picker = new ReactionPicker(context);
    scroller.addEventListener('scroll', () => this.picker.close(), { passive: true });
    this.element = h('div', { class: 'log-frame' }, scroller, this.end.button, this.picker.element);
    this.draw();
    context.store.subscribe((event) => this.#onEvent(event));
  }

  /** Draws everything anew, as when another topic is chosen, or another person to speak as. */
  draw() {
    const { store } = this.context;
    this.#items.clear();
    replace(this.#list);
    for (const message of seenBy(store.chat(this.options.chat), this.#person)) this.#add(message);
    markClusters([...this.#list.children], this.context.labels);
    this.#focus.toLast();
    this.end.toEnd();
  }

  /** Who looks. */
  get #person() {
    return this.options.actions.person();
  }

  /** @param {PlaygroundEvent} event */
  #onEvent(event) {
    if (event.type === 'update') return this.#showReceipts();
    if (!('chat' in event) || event.chat !== this.options.chat) return;
    if (event.type === 'message') this.#onMessage(event.message);
    if (event.type === 'edited') this.#refresh(event.message);
    if (event.type === 'deleted') for (const id of event.messageIds) this.#remove(`${id}`);
    if (event.type === 'ephemeral') this.#onEphemeral(event.message);
    if (event.type === 'ephemeral-deleted') this.#remove(ephemeralKey(event.ephemeralId));
    if (event.type === 'reactions') this.#onReactions(event.reactions.message);
  }

  /** @param {Message} message */
  #onMessage(message) {
    const item = this.#add(message);
    if (!item) return;
    item.classList.add('new');
    markClusters([...this.#list.children].slice(-3), this.context.labels);
    this.#focus.toLastUnlessInside();
    if (isOutgoing(message, this.context)) this.end.toEnd();
    else this.end.onNews();
  }

  /** @param {Message} message new, or changed */
  #onEphemeral(message) {
    if (this.#items.has(keyOf(message))) this.#refresh(message);
    else this.#onMessage(message);
  }

  /** Only what is beneath the message is drawn anew: an unfolded quotation stays so. @param {number} id */
  #onReactions(id) {
    const item = this.#items.get(`${id}`);
    const message = this.context.store.chat(this.options.chat).messages.get(id);
    const row = item?.querySelector('.reactions');
    if (!item || !message || !(row instanceof HTMLElement)) return;
    this.#focus.keep(item, () => drawReactions(row, message, this.#person, this.context));
    this.#focus.adopt(item);
  }

  /** @param {Message} message */
  #add(message) {
    if (!this.options.belongs(message) || !isSeenBy(message, this.#person)) return undefined;
    const item = h('li', { 'data-id': keyOf(message), 'data-date': message.date });
    this.#draw(item, message);
    this.#items.set(keyOf(message), item);
    this.#list.append(item);
    this.#showReceipt(message, item);
    return item;
  }

  /** @param {Message} message */
  #refresh(message) {
    const item = this.#items.get(keyOf(message));
    if (!item) return;
    this.#focus.keep(item, () => this.#draw(item, message));
    this.#showReceipt(message, item);
    // One that has grown beyond the window is read from its beginning.
    if (item.offsetHeight > this.end.scroller.clientHeight) this.end.showBeginning(item);
  }

  /** @param {HTMLLIElement} item @param {Message} message */
  #draw(item, message) {
    const { picker } = this;
    const actions = {
      ...this.options.actions,
      picker,
      jumpTo: (/** @type {number} */ id) => this.#jumpTo(id),
    };
    const parts = messageParts(message, this.context, actions);
    const isService = parts.length === 1;
    const isForOne = message.ephemeral_message_id !== undefined;
    item.className = `message ${isService ? 'notice' : isOutgoing(message, this.context) ? 'out' : 'in'}`;
    item.classList.toggle('for-one', isForOne);
    item.dataset.author = isService ? 'service' : String(message.from?.id);
    replace(item, ...parts);
    this.#focus.adopt(item);
  }

  #remove(/** @type {string} */ key) {
    this.#items.get(key)?.remove();
    this.#items.delete(key);
    markClusters([...this.#list.children], this.context.labels);
  }

  #jumpTo(/** @type {number} */ id) {
    const item = this.#items.get(`${id}`);
    if (!item) return;
    item.scrollIntoView({ block: 'center' });
    item.classList.add('lit');
    setTimeout(() => item.classList.remove('lit'), LIT_MS);
  }

  #showReceipts() {
    for (const message of this.context.store.chat(this.options.chat).messages.values()) {
      const item = this.#items.get(keyOf(message));
      if (item) this.#showReceipt(message, item);
    }
  }

  /** @param {Message} message @param {Element} item */
  #showReceipt({ chat, message_id }, item) {
    showReceipt(item, this.context.store.receipts.get(`${chat.id}:${message_id}`), this.context);
  }
}
