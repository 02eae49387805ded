import { h, replace } from '../ui/dom.js';
import { icon } from '../ui/icons.js';

/** @import { CallRecord } from '../../user-api.js' */
/** @import { Context } from '../state/context.js' */

/** How long the copy button says that it has copied, in milliseconds. */
const COPIED_MS = 1_500;

/**
 * A call in one line, which opens to show its parameters and the response.
 * @param {CallRecord} call
 * @param {Context} context
 */
export function callRow(call, { labels }) {
  const { response } = call;
  const time = new Date(call.at).toLocaleTimeString(labels.locale);
  const details = h(
    'details',
    { class: response.ok ? 'call ok' : 'call refused' },
    h(
      'summary',
      {},
      h('span', { class: 'result' }, response.ok ? '200' : String(response.error_code)),
      h('code', { class: 'method' }, call.method),
      call.fault !== undefined && h('span', { class: 'fault' }, `${labels.drawer.fault}: ${call.fault}`),
      h('span', { class: 'ms' }, `${Math.round(call.ms)} ms`),
      h('time', {}, time),
      !response.ok && h('span', { class: 'refusal' }, response.description),
    ),
  );
  // Drawn when it is opened: hundreds of calls hold much text that nobody looks at.
  details.addEventListener('toggle', () => {
    if (details.childElementCount > 1) return;
    details.append(
      block(labels.drawer.payload, call.payload, labels),
      block(labels.drawer.response, response, labels),
    );
  });
  return h('li', {}, details);
}

/** @param {string} title @param {unknown} value @param {Context['labels']} labels */
function block(title, value, { drawer }) {
  const text = JSON.stringify(value, undefined, 2);
  const button = h('button', { type: 'button', class: 'copy' }, icon('copy'), drawer.copy);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    replace(button, icon('check'), drawer.copied);
    setTimeout(() => replace(button, icon('copy'), drawer.copy), COPIED_MS);
  });
  return h(
    'div',
    { class: 'json' },
    h('div', { class: 'json-title' }, h('b', {}, title), button),
    h('pre', {}, text),
  );
}
