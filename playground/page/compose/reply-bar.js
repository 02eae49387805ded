import { preview } from '../chat/summary.js';
import { h, replace, uniqueId } from '../ui/dom.js';
import { icon, iconButton } from '../ui/icons.js';

/** @import { Message } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/** The message that is replied to, or edited. @typedef {{ replyTo?: Message, edits?: Message }} Target */

/** The line above the text field with the message that is replied to or edited. */
export class ReplyBar {
  /** @type {Target} */
  target = {};
  element = h('div', { class: 'about', hidden: true, id: uniqueId('about') });

  /**
   * @param {Context} context
   * @param {() => void} onCancel
   */
  constructor(context, onCancel) {
    this.context = context;
    this.onCancel = onCancel;
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** @param {Message} message */
  replyTo(message) {
    const { labels, store } = this.context;
    this.target = { replyTo: message };
    this.#show('reply', labels.replyingTo(store.nameOf(message.from ?? store.bot)), message);
  }

  /** @param {Message} message */
  edit(message) {
    this.target = { edits: message };
    this.#show('edit', this.context.labels.editing, message);
  }

  close() {
    this.target = {};
    this.element.hidden = true;
  }

  /** @param {'reply' | 'edit'} kind @param {string} title @param {Message} message */
  #show(kind, title, message) {
    const what = h(
      'div',
      { class: 'about-what' },
      h('b', {}, title),
      h('span', {}, preview(message, this.context)),
    );
    replace(this.element, icon(kind), what, iconButton('close', this.context.labels.cancel, this.onCancel));
    this.element.hidden = false;
  }
}
