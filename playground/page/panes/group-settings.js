import { perform } from '../client.js';
import { h, uniqueId } from '../ui/dom.js';
import { iconButton } from '../ui/icons.js';

/** @import { BotMembership } from '../../user-api.js' */
/** @import { Context } from '../state/context.js' */

const MEMBERSHIPS = /** @type {const} */ (['member', 'administrator', 'absent']);

/**
 * What decides which messages the bot gets: its privacy mode, and whether it is a member. Folded away behind a button
 * in the header.
 * @param {number} chat
 * @param {Context} context
 */
export function groupSettings(chat, context) {
  const { labels } = context;
  const id = uniqueId('settings');
  const panel = h(
    'div',
    {
      class: 'settings',
      id,
      hidden: true,
      on: { keydown: (event) => event.key === 'Escape' && setOpen(false) },
    },
    privacySwitch(context),
    membershipChoice(chat, context),
  );
  const toggle = iconButton('settings', labels.settings, () => setOpen(panel.hidden), {
    'aria-expanded': 'false',
    'aria-controls': id,
  });
  const setOpen = (/** @type {boolean} */ open) => {
    panel.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
    if (!open) toggle.focus();
  };
  return { toggle, panel };
}

/** @param {Context} context */
function privacySwitch({ store, labels, attempt }) {
  const hint = uniqueId('hint');
  const change = () =>
    attempt(perform({ type: 'settings', settings: { canReadAllGroupMessages: !input.checked } }));
  const input = h('input', {
    type: 'checkbox',
    role: 'switch',
    'aria-describedby': hint,
    on: { change },
  });
  const draw = () => {
    input.checked = !store.settings.canReadAllGroupMessages;
  };
  draw();
  store.subscribe(({ type }) => type === 'bot' && draw());
  return h(
    'div',
    { class: 'setting' },
    h('label', { class: 'switch-line' }, h('b', {}, labels.privacyMode), input),
    h('p', { id: hint }, labels.privacyHint),
  );
}

/** @param {number} chat @param {Context} context */
function membershipChoice(chat, { store, labels, attempt }) {
  const name = uniqueId('membership');
  const inputs = MEMBERSHIPS.map((value) =>
    h('input', { type: 'radio', name, value, on: { change: () => choose(value) } }),
  );
  const choose = (/** @type {BotMembership} */ bot) => attempt(perform({ type: 'set-bot', chat, bot }));
  const draw = () => {
    for (const input of inputs) input.checked = input.value === store.chat(chat).bot;
  };
  draw();
  store.subscribe(({ type }) => type === 'chat' && draw());
  const choices = inputs.map((input, index) =>
    h('label', {}, input, h('span', {}, labels.membership[MEMBERSHIPS[index] ?? 'member'])),
  );
  return h(
    'fieldset',
    { class: 'setting' },
    h('legend', {}, labels.botHere),
    h('div', { class: 'segments' }, ...choices),
    h('p', {}, labels.membershipHint),
  );
}
