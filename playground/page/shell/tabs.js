import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';

/** @import { PlaygroundEvent } from '../../user-api.js' */
/** @import { Context } from '../state/context.js' */

/** @typedef {'private' | 'group' | 'elsewhere'} PaneName */

const ICONS = /** @type {const} */ ({ private: 'person', group: 'people', elsewhere: 'search' });

/**
 * The bar at the bottom of a phone's screen, where there is room for one chat at a time.
 * @param {Context} context
 * @param {() => PaneName} shown the chat that is in front now
 */
export function tabBar(context, shown) {
  const { labels, demo, store } = context;
  const names = /** @type {const} */ (['private', 'group', 'elsewhere']);
  const chats = { private: demo.visitor, group: demo.group, elsewhere: demo.elsewhere };
  const missed = { private: 0, group: 0, elsewhere: 0 };

  const badges = { private: badge(), group: badge(), elsewhere: badge() };
  const buttons = names.map((name) =>
    h(
      'button',
      { type: 'button', class: 'tab', 'data-tab': name, on: { click: () => context.show(name) } },
      h('span', { class: 'tab-icon' }, icon(ICONS[name]), badges[name]),
      labels.panes[name],
    ),
  );

  const draw = () => {
    missed[shown()] = 0;
    for (const [index, name] of names.entries()) {
      buttons[index]?.setAttribute('aria-current', String(name === shown()));
      badges[name].hidden = missed[name] === 0;
      badges[name].textContent = String(missed[name]);
      badges[name].setAttribute('aria-label', labels.unread(missed[name]));
    }
  };
  store.subscribe((event) => {
    const name = names.find((one) => isNews(event, chats[one], context));
    if (name === undefined) return;
    missed[name] += 1;
    draw();
  });
  draw();
  return { element: h('nav', { class: 'tabs', 'aria-label': labels.navigation }, ...buttons), draw };
}

/** @param {PlaygroundEvent} event @param {number} chat @param {Context} context */
function isNews(event, chat, { demo }) {
  return event.type === 'message' && event.chat === chat && event.message.from?.id !== demo.visitor;
}

function badge() {
  return h('span', { class: 'badge', role: 'img' });
}
