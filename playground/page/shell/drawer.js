import { h, replace, uniqueId } from '../ui/dom.js';
import { iconButton } from '../ui/icons.js';
import { fits } from './call-filter.js';
import { callRow } from './call-row.js';

/** @import { CallRecord } from '../../user-api.js' */
/** @import { Context } from '../state/context.js' */
/** @import { CallFilter } from './call-filter.js' */

/**
 * For those who make bots: every call that the bot made, newest first, with the server's response.
 * @param {Context} context
 * @param {() => void} onClose
 */
export function drawer(context, onClose) {
  const { store, labels } = context;
  const list = h('ol', { class: 'calls' });
  const note = h('p', { class: 'drawer-note', role: 'status' });
  const count = h('span', { class: 'count' });
  const controls = filterControls(context, () => draw());

  const draw = () => {
    const shown = store.calls.filter((call) => fits(call, controls.filter()));
    replace(list, ...shown.toReversed().map((call) => callRow(call, context)));
    tell(shown.length);
  };
  const add = (/** @type {CallRecord} */ call) => {
    if (fits(call, controls.filter())) list.prepend(callRow(call, context));
    // The store forgets old calls, and so does the list.
    if (list.children.length > store.calls.length) list.lastElementChild?.remove();
    tell(list.children.length);
  };
  const tell = (/** @type {number} */ shown) => {
    count.textContent = labels.drawer.shown(shown, store.calls.length);
    note.hidden = shown > 0;
    note.textContent = store.calls.length === 0 ? labels.drawer.empty : labels.drawer.noMatch;
  };
  draw();
  store.subscribe((event) => {
    if (event.type === 'call') add(event.call);
  });

  const close = (/** @type {KeyboardEvent} */ { key }) => key === 'Escape' && onClose();
  const title = uniqueId('drawer');
  return h(
    'aside',
    { class: 'drawer', id: 'drawer', 'aria-labelledby': title, hidden: true, on: { keydown: close } },
    h(
      'div',
      { class: 'drawer-header' },
      h('div', {}, h('h2', { id: title }, labels.drawer.title, count), h('p', {}, labels.drawer.hint)),
      iconButton('close', labels.drawer.close, onClose),
    ),
    controls.element,
    note,
    list,
  );
}

/** @param {Context} context @param {() => void} onChange */
function filterControls({ labels }, onChange) {
  const { drawer: texts } = labels;
  const search = h('input', { type: 'search', placeholder: texts.filter, 'aria-label': texts.filter });
  const result = h(
    'select',
    { 'aria-label': texts.result },
    .../** @type {const} */ (['all', 'accepted', 'refused']).map((value) =>
      h('option', { value }, texts[value]),
    ),
  );
  const polls = h('input', { type: 'checkbox' });
  const element = h(
    'div',
    { class: 'filters', on: { input: onChange } },
    search,
    result,
    h('label', {}, polls, texts.polls),
  );
  /** @returns {CallFilter} */
  const filter = () => ({
    text: search.value,
    result: /** @type {CallFilter['result']} */ (result.value),
    polls: polls.checked,
  });
  return { element, filter };
}
