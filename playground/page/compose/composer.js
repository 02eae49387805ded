import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { ReplyBar } from './reply-bar.js';

/** @import { Message } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/** What is sent. @typedef {{ text: string } & import('./reply-bar.js').Target} Draft */

/**
 * Something that offers choices while one writes. It is asked of each key first, and says whether it took it.
 * @typedef {object} Assistant
 * @property {HTMLElement} element shown above the composer
 * @property {() => void} onInput
 * @property {(event: KeyboardEvent) => boolean} onKey
 * @property {() => boolean} [onSubmit] the same, for the button that sends
 * @property {() => void} close
 */

/**
 * @typedef {object} ComposerOptions
 * @property {string} label
 * @property {string} placeholder
 * @property {(draft: Draft) => Promise<unknown>} send
 * @property {() => Message | undefined} lastOwn the visitor's newest message, for the arrow up
 * @property {Node[]} [leading] controls before the text
 */

/** Longest message in UTF-16 units: https://core.telegram.org/bots/api#sendmessage */
const LONGEST = 4096;

/** Where one writes: the text, what it replies to or changes, and the assistants above it. */
export class Composer {
  /** @type {Assistant[]} */
  #assistants = [];

  /**
   * @param {Context} context
   * @param {ComposerOptions} options
   */
  constructor(context, options) {
    this.context = context;
    this.options = options;
    this.input = h('textarea', {
      rows: 1,
      maxlength: LONGEST,
      'aria-label': options.label,
      placeholder: options.placeholder,
      enterkeyhint: 'send',
      autocomplete: 'off',
      spellcheck: 'false',
      on: {
        input: ({ isComposing }) => this.#onInput(isComposing),
        compositionend: () => this.#onInput(),
        keydown: (event) => this.#onKey(event),
      },
    });
    this.replyBar = new ReplyBar(context, () => this.#cancel());
    this.above = h('div', { class: 'above' });
    this.submit = h(
      'button',
      { type: 'submit', class: 'send', 'aria-label': context.labels.send, title: context.labels.send },
      icon('send'),
    );
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      if (!this.#assistants.some((assistant) => assistant.onSubmit?.())) this.send();
    };
    this.element = h(
      'form',
      { class: 'composer', on: { submit } },
      this.above,
      this.replyBar.element,
      h('div', { class: 'line' }, ...(options.leading ?? []), this.input, this.submit),
    );
    this.#onInput();
  }

  get text() {
    return this.input.value;
  }

  /** Writes a text into the composer as if it had been typed. */
  set text(text) {
    this.input.value = text;
    this.#onInput();
  }

  /** Text before the cursor. */
  get beforeCursor() {
    return this.input.value.slice(0, this.input.selectionStart);
  }

  /** @param {Assistant} assistant */
  addAssistant(assistant) {
    this.#assistants.push(assistant);
    this.above.append(assistant.element);
  }

  focus() {
    this.input.focus();
  }

  /**
   * Puts something in the place of the text before the cursor.
   * @param {number} start offset of what is replaced, UTF-16 units
   * @param {string} text
   */
  complete(start, text) {
    this.input.setRangeText(text, start, this.input.selectionStart, 'end');
    this.#onInput();
    this.focus();
  }

  /** @param {Message} message */
  replyTo(message) {
    this.replyBar.replyTo(message);
    this.focus();
  }

  /** @param {Message} message */
  edit(message) {
    this.replyBar.edit(message);
    this.text = message.text ?? '';
    this.focus();
  }

  /** Sends what is written; empties the composer at once and gives the text back when it could not be sent. */
  send() {
    const text = this.text.trim();
    if (text === '') return;
    const draft = { text, ...this.replyBar.target };
    this.clear();
    const sent = this.options.send(draft).catch((error) => {
      if (this.text === '') this.text = text;
      throw error;
    });
    this.context.attempt(sent);
  }

  /** Empties the composer and closes what is above it. */
  clear() {
    this.replyBar.close();
    this.text = '';
    for (const assistant of this.#assistants) assistant.close();
  }

  /** Leaves the message that the text was about; a text that was to change it goes with it. */
  #cancel() {
    if (this.replyBar.target.edits) this.text = '';
    this.replyBar.close();
    this.focus();
  }

  /** What an input method has not finished is no text yet. */
  #onInput(isComposing = false) {
    this.submit.disabled = this.text.trim() === '';
    if (!isComposing) for (const assistant of this.#assistants) assistant.onInput();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.isComposing || this.#assistants.some((assistant) => assistant.onKey(event))) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === 'Escape' && this.replyBar.isOpen) {
      this.#cancel();
    } else if (event.key === 'ArrowUp' && this.text === '') {
      const own = this.options.lastOwn();
      if (own) this.edit(own);
    }
  }
}
