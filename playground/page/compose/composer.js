import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { FileChoice } from './file-choice.js';
import { ReplyBar } from './reply-bar.js';

/** @import { Message } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/** What is sent; of a file the text is the caption. @typedef {{ text: string, file?: File | undefined } & import('./reply-bar.js').Target} Draft */

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
 * @property {boolean} [takesFiles] whether a file may be sent
 */

/** Longest message in UTF-16 units: https://core.telegram.org/bots/api#sendmessage */
const LONGEST = 4096;
/** The same of a caption: https://core.telegram.org/bots/api#senddocument */
const LONGEST_CAPTION = 1024;

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
    this.files = new FileChoice(context, () => this.#onFile());
    const leading = [
      ...(options.leading ?? []),
      ...(options.takesFiles ? [this.files.button, this.files.input] : []),
    ];
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
      this.files.element,
      h('div', { class: 'line' }, ...leading, this.input, this.submit),
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
    this.#aim(() => this.replyBar.replyTo(message));
    this.focus();
  }

  /**
   * Opens as a reply to a message that asks back, unless something is being changed just now.
   * @param {Message} message
   * @param {string | undefined} placeholder stands in the empty field until it is answered
   */
  askBack(message, placeholder) {
    if (this.replyBar.target.edits) return;
    this.#aim(() => this.replyBar.replyTo(message));
    if (placeholder !== undefined) this.input.placeholder = placeholder;
    // Nobody is torn away from what they do in another chat.
    const { activeElement: focused } = document;
    if (focused === document.body || this.element.closest('.pane')?.contains(focused)) this.focus();
  }

  /** Replies to none of these messages any more. @param {readonly number[]} messageIds */
  leave(messageIds) {
    const { replyTo } = this.replyBar.target;
    if (replyTo && messageIds.includes(replyTo.message_id)) this.#unaim();
  }

  /** @param {Message} message */
  edit(message) {
    this.files.choose(undefined);
    this.#aim(() => this.replyBar.edit(message));
    this.text = message.text ?? '';
    this.focus();
  }

  /** Sends what is written; empties the composer at once and gives the text back when it could not be sent. */
  send() {
    const text = this.text.trim();
    const { file } = this.files;
    if (text === '' && !file) return;
    const draft = { text, file, ...this.replyBar.target };
    this.clear();
    const sent = this.options.send(draft).catch((error) => {
      if (this.text === '') this.text = text;
      if (!this.files.file) this.files.choose(file);
      throw error;
    });
    this.context.attempt(sent);
  }

  /** Empties the composer and closes what is above it. */
  clear() {
    this.#unaim();
    this.files.choose(undefined);
    this.text = '';
    for (const assistant of this.#assistants) assistant.close();
  }

  /** Leaves the message that the text was about; a text that was to change it goes with it. */
  #cancel() {
    if (this.replyBar.target.edits) this.text = '';
    this.#unaim();
    this.focus();
  }

  /** Shows which message the text is about. @param {() => void} show */
  #aim(show) {
    this.#unaim();
    show();
    this.input.setAttribute('aria-describedby', this.replyBar.element.id);
  }

  #unaim() {
    this.replyBar.close();
    this.input.removeAttribute('aria-describedby');
    this.#drawPlaceholder();
  }

  #drawPlaceholder() {
    const { placeholder } = this.options;
    this.input.placeholder = this.files.file ? this.context.labels.addCaption : placeholder;
  }

  /** A file is sent instead of a change to a message. */
  #onFile() {
    const { file } = this.files;
    if (file && this.replyBar.target.edits) this.#cancel();
    this.input.maxLength = file ? LONGEST_CAPTION : LONGEST;
    this.#drawPlaceholder();
    this.#onInput();
    if (file) this.focus();
  }

  /** What an input method has not finished is no text yet. */
  #onInput(isComposing = false) {
    this.submit.disabled = this.text.trim() === '' && !this.files.file;
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
