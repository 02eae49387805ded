import { perform } from '../client.js';

/** @import { InlineQueryResult, InlineQueryResultsButton } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/** Pause in typing after which the bot is asked, in milliseconds; clients of Telegram wait about as long. */
const PAUSE_MS = 250;

/** A result, with the answer that it came in. @typedef {{ queryId: string, result: InlineQueryResult }} Offered */

/** One inline query at a time: what is typed next ends the waiting for what was typed before. */
export class InlineSearch {
  /** @type {'idle' | 'asking' | 'answered' | 'timed-out'} */
  status = 'idle';
  /** @type {readonly Offered[]} */
  items = [];
  /** @type {InlineQueryResultsButton | undefined} */
  button;
  /** @type {string | undefined} */
  query;
  #nextOffset = '';
  #timer = 0;
  #asking = new AbortController();

  /**
   * @param {number} chat where the person types
   * @param {Context} context
   * @param {() => void} onChange
   */
  constructor(chat, context, onChange) {
    this.chat = chat;
    this.context = context;
    this.onChange = onChange;
  }

  /** Asks once the typing pauses. */
  begin(/** @type {string} */ query) {
    if (query === this.query) return;
    this.stop();
    this.query = query;
    this.status = 'asking';
    this.#timer = setTimeout(() => this.#ask(), PAUSE_MS);
    this.onChange();
  }

  /** Asks for the results after those that are there, if there are more. */
  more() {
    if (this.status === 'answered' && this.#nextOffset !== '') this.#ask();
  }

  /** Forgets the query. */
  stop() {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.status = 'idle';
    this.query = undefined;
    this.items = [];
    this.button = undefined;
    this.#nextOffset = '';
    this.onChange();
  }

  #ask() {
    this.status = 'asking';
    this.#asking = new AbortController();
    this.onChange();
    this.context.attempt(this.#answer(this.#asking.signal));
  }

  /** @param {AbortSignal} signal */
  async #answer(signal) {
    const { query = '', chat } = this;
    const from = this.context.demo.visitor;
    try {
      const outcome = await perform(
        { type: 'type-inline', from, query, offset: this.#nextOffset, chat },
        signal,
      );
      if (signal.aborted) return;
      this.status = outcome.status;
      if (outcome.status === 'answered') {
        const { queryId, results, nextOffset, button } = outcome;
        this.items = [...this.items, ...results.map((result) => ({ queryId, result }))];
        this.button ??= button;
        this.#nextOffset = nextOffset;
      }
      this.onChange();
    } catch (error) {
      if (signal.aborted) return;
      this.stop();
      throw error;
    }
  }
}
