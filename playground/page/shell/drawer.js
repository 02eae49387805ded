import { h, replace, uniqueId } from '../ui/dom.js';
import { iconButton } from '../ui/icons.js';
import { fits } from './call-filter.js';
import { callRow } from './call-row.js';

/** @import { CallRecord } from '../../user-api.js' */
/** @import { Context } from '../state/context.js' */
/** @import { CallFilter } from './call-filter.js' */

/**
 * For those who make bots: every call that the bot made, newest first, with the server's verdict.
 * @param {Context} context
 * @param {() => void} onClose
 */
export function drawer(context, onClose) {
  const { store, words } = context;
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
    count.textContent = words.drawer.shown(shown, store.calls.length);
    note.hidden = shown > 0;
    note.textContent = store.calls.length === 0 ? words.drawer.empty : words.drawer.noMatch;
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
      h('div', {}, h('h2', { id: title }, words.drawer.title, count), h('p', {}, words.drawer.hint)),
      iconButton('close', words.drawer.close, onClose),
    ),
    controls.element,
    note,
    list,
  );
}

/** @param {Context} context @param {() => void} onChange */
function filterControls({ words }, onChange) {
  const { drawer: texts } = words;
  const search = h('input', { type: 'search', placeholder: texts.filter, 'aria-label': texts.filter });
  const verdict = h(
    'select',
    { 'aria-label': texts.verdict },
    .../** @type {const} */ (['all', 'accepted', 'refused']).map((value) =>
      h('option', { value }, texts[value]),
    ),
  );
  const polls = h('input', { type: 'checkbox' });
  const element = h(
    'div',
    { class: 'filters', on: { input: onChange } },
    search,
    verdict,
    h('label', {}, polls, texts.polls),
  );
  /** @returns {CallFilter} */
  const filter = () => ({
    text: search.value,
    verdict: /** @type {CallFilter['verdict']} */ (verdict.value),
    polls: polls.checked,
  });
  return { element, filter };
}
