import { face } from '../ui/avatar.js';
import { h, replace, uniqueId } from '../ui/dom.js';

/** @import { PlaygroundEvent } from '../../user-api.js' */
/** @import { Context } from '../state/context.js' */
/** @import { PaneName } from '../shell/tabs.js' */

/** A typing bot is taken to have stopped after this time, as in Telegram: https://core.telegram.org/bots/api#sendchataction */
const TYPING_MS = 5_000;

/**
 * @typedef {object} PaneOptions
 * @property {PaneName} name
 * @property {number} chat
 * @property {() => string} title
 * @property {() => string} subtitle
 * @property {import('../compose/composer.js').Composer} composer
 * @property {Node[]} [controls] at the end of the header
 * @property {Node[]} content below the header
 */

/** The frame of a chat: what it is for, who is in it, whether the bot types. */
export class Pane {
  #subtitle = h('p', { class: 'subtitle' });
  #name = h('h2', {});
  #face = h('span', { class: 'face' });
  #typing = 0;

  /**
   * @param {Context} context
   * @param {PaneOptions} options
   */
  constructor(context, options) {
    this.context = context;
    this.options = options;
    const [what = '', how = ''] = context.labels.captions[options.name];
    const id = uniqueId('pane');
    this.#name.id = id;
    this.element = h(
      'section',
      { class: 'pane', id: `pane-${options.name}`, 'data-pane': options.name, 'aria-labelledby': id },
      h('p', { class: 'caption' }, h('b', {}, what), h('span', {}, how)),
      h(
        'div',
        { class: 'chat' },
        h(
          'div',
          { class: 'chat-header' },
          this.#face,
          h('div', { class: 'titles' }, this.#name, this.#subtitle),
          ...(options.controls ?? []),
        ),
        ...options.content,
      ),
    );
    this.#draw();
    context.store.subscribe((event) => this.#onEvent(event));
  }

  /** Begins an inline query. */
  writeInline(/** @type {string} */ query) {
    const { composer } = this.options;
    composer.text = `@${this.context.store.bot.username} ${query}`;
    composer.focus();
  }

  /** @param {PlaygroundEvent} event */
  #onEvent(event) {
    if (event.type === 'chat' || event.type === 'user' || event.type === 'bot') this.#draw();
    if (event.type === 'chat-action' && event.chat === this.options.chat) this.#setTyping(true);
    if (event.type === 'message' && event.chat === this.options.chat && isFromBot(event, this.context)) {
      this.#setTyping(false);
    }
  }

  #setTyping(/** @type {boolean} */ typing) {
    clearTimeout(this.#typing);
    if (typing) this.#typing = setTimeout(() => this.#setTyping(false), TYPING_MS);
    this.#subtitle.classList.toggle('typing', typing);
    this.#draw(typing);
  }

  #draw(typing = false) {
    const { title, subtitle, chat } = this.options;
    const name = title();
    const { store, demo } = this.context;
    const whose = chat === demo.visitor ? store.bot.id : chat;
    replace(this.#face, face(whose, name, store));
    this.#name.textContent = name;
    this.#subtitle.textContent = typing ? this.context.labels.typing : subtitle();
  }
}

/** @param {Extract<PlaygroundEvent, { type: 'message' }>} event @param {Context} context */
function isFromBot({ message }, { store }) {
  return message.from?.id === store.bot.id;
}

/**
 * The title of a group as it is now.
 * @param {number} chat
 * @param {Context['store']} store
 */
export function titleOf(chat, store) {
  return store.chat(chat).chat.title ?? '';
}
