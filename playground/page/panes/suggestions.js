import { languageOf } from '../text/language.js';
import { h, replace } from '../ui/dom.js';

/** @import { Context } from '../state/context.js' */

/**
 * @typedef {object} SuggestionsOptions
 * @property {string} label
 * @property {number} chat they go away once the visitor has said something there
 * @property {number} from number of the first question; each pane begins with another
 * @property {number} count
 * @property {(question: string) => void} choose
 */

/**
 * A few questions to begin with, which come from the collection itself.
 * @param {SuggestionsOptions} options
 * @param {Context} context
 */
export function suggestions({ label, chat, from, count, choose }, { store, demo }) {
  const list = h('ul', {});
  const element = h('div', { class: 'suggestions' }, h('p', { class: 'suggestions-label' }, label), list);

  const draw = () => {
    const all = store.suggestions;
    const chosen = [...all.slice(from), ...all.slice(0, from)].slice(0, count);
    replace(list, ...chosen.map(item));
    element.hidden = chosen.length === 0 || hasSpoken();
  };
  const item = (/** @type {string} */ question) => {
    const properties = { type: 'button', class: 'suggestion', lang: languageOf(question) };
    return h('li', {}, h('button', { ...properties, on: { click: () => choose(question) } }, question));
  };
  const hasSpoken = () =>
    [...store.chat(chat).messages.values()].some(
      ({ from, text: said }) => from?.id === demo.visitor && said !== undefined,
    );

  draw();
  store.subscribe(({ type }) => {
    if (type === 'suggestions') draw();
    if (type === 'message') element.hidden ||= hasSpoken();
  });
  return element;
}
