import { titleOf } from '../panes/pane.js';
import { h, replace } from '../ui/dom.js';

/** @import { Context } from '../state/context.js' */
/** @import { PaneName } from './tabs.js' */

/**
 * A dialog that asks into which of the other chats something is to go, as clients do for what is shared.
 * @param {Context} context
 * @param {(name: PaneName, query: string) => void} choose
 */
export function chatChoice({ demo, labels, store }, choose) {
  const list = h('div', { class: 'chat-choices' });
  const element = h(
    'dialog',
    { class: 'alert', 'aria-label': labels.shareInto },
    h('p', {}, labels.shareInto),
    list,
    h('form', { method: 'dialog' }, h('button', { class: 'text-button' }, labels.cancel)),
  );
  const into = (/** @type {PaneName} */ name, /** @type {number} */ chat, /** @type {string} */ query) => {
    const press = () => {
      element.close();
      choose(name, query);
    };
    return h('button', { type: 'button', class: 'primary', on: { click: press } }, titleOf(chat, store));
  };
  return {
    element,
    /** @param {string} query */
    ask(query) {
      replace(list, into('elsewhere', demo.elsewhere, query), into('group', demo.group, query));
      element.showModal();
    },
  };
}
