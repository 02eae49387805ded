import { perform } from '../client.js';
import { languageOf } from '../text/language.js';
import { h, replace } from '../ui/dom.js';
import { InlineSearch } from './inline-search.js';
import { OptionList } from './option-list.js';

/** @import { InlineQueryResult } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */
/** @import { Composer } from './composer.js' */
/** @import { Offered } from './inline-search.js' */

/** So near the end of the list, in CSS pixels, more results are asked for. */
const NEAR_END = 120;

/**
 * @typedef {object} InlineOptions
 * @property {() => { topic?: number }} [place] where in the chat a result goes
 * @property {boolean} [isMention] whether the bot is in the chat, where such a text is a mention as well: it is sent as it is
 *   written, unless a result is chosen
 */

/**
 * Inline mode: a text that begins with the bot's name is a query, its results come while one types, and the chosen
 * one is sent.
 */
export class InlineMode {
  #header = h('div', { class: 'inline-button' });
  #status = h('p', { class: 'inline-status', role: 'status' });

  /**
   * @param {Composer} composer
   * @param {number} chat
   * @param {Context} context
   * @param {InlineOptions} [options]
   */
  constructor(composer, chat, context, { place = () => ({}), isMention = false } = {}) {
    this.composer = composer;
    this.place = place;
    this.isMention = isMention;
    this.chat = chat;
    this.context = context;
    this.search = new InlineSearch(chat, context, () => this.#draw());
    /** @type {OptionList<Offered>} */
    this.choices = new OptionList({
      label: context.labels.inlineResults,
      input: composer.input,
      draw: ({ result }) => drawResult(result),
      choose: (offered) => this.#choose(offered),
    });
    const { element: list } = this.choices;
    list.classList.add('results');
    list.addEventListener('scroll', () => {
      if (list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END) this.search.more();
    });
    this.element = h('div', { class: 'inline', hidden: true }, this.#header, list, this.#status);
  }

  close() {
    this.search.stop();
  }

  onInput() {
    const query = queryIn(this.composer.text, this.context.store.bot.username);
    if (query === undefined) this.close();
    else this.search.begin(query);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (this.element.hidden) return false;
    const { isOpen } = this.choices;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'ArrowDown' && isOpen) this.choices.move(1);
    else if (event.key === 'ArrowUp' && isOpen) this.choices.move(-1);
    else if (event.key !== 'Enter' || event.shiftKey || !this.onSubmit()) return false;
    event.preventDefault();
    return true;
  }

  /**
   * Sends the chosen result. While results are on their way nothing is sent, unless it is a mention; where there are none, what
   * is written.
   */
  onSubmit() {
    const { active } = this.choices;
    if (active) this.#choose(active);
    return active !== undefined || (!this.isMention && this.search.status === 'asking');
  }

  /** @param {Offered} offered */
  #choose({ queryId, result }) {
    this.composer.clear();
    this.composer.focus();
    const from = this.context.demo.visitor;
    const choice = { from, queryId, resultId: result.id, chat: this.chat, ...this.place() };
    this.context.attempt(perform({ type: 'choose-inline', ...choice }));
  }

  #draw() {
    const { items, button, status } = this.search;
    const { start } = this.context;
    this.element.hidden = status === 'idle';
    const first = items.length > 0 && !this.isMention ? 0 : -1;
    this.choices.show(items, Math.max(this.choices.activeIndex, first));
    const press = () => start(button?.start_parameter);
    const switchTo =
      button && h('button', { type: 'button', class: 'switch', on: { click: press } }, button.text);
    replace(this.#header, switchTo);
    this.#status.dataset.status = items.length > 0 ? status : 'waiting';
    this.#status.textContent = this.#statusText();
  }

  #statusText() {
    const { items, button, status } = this.search;
    const { labels } = this.context;
    if (status === 'asking') return labels.inlineWaiting;
    if (status === 'timed-out') return labels.inlineTimedOut;
    if (items.length > 0) return labels.inlineHint;
    return button ? '' : labels.inlineNothing;
  }
}

/**
 * The query in a text, or `undefined` when it is none.
 * @param {string} text
 * @param {string} username of the bot
 */
export function queryIn(text, username) {
  const [, name, query = ''] = /^@(\w+)\s([\s\S]*)$/.exec(text) ?? [];
  return name?.toLowerCase() === username.toLowerCase() ? query.trim() : undefined;
}

/** @param {InlineQueryResult} result */
function drawResult(result) {
  const title = ('title' in result && result.title) || '';
  const description = ('description' in result && result.description) || '';
  const [letter = '·'] = title.replace(/^[^\p{L}\p{N}]+/u, '');
  return [
    h('span', { class: 'thumb', 'aria-hidden': 'true' }, letter),
    h(
      'span',
      { class: 'choice-text', lang: languageOf(title + description) },
      h('b', {}, title),
      h('span', { class: 'choice-note' }, description),
    ),
  ];
}
