import { ActionError, ConnectionError, perform } from '../client.js';
import { elsewherePane } from '../panes/elsewhere.js';
import { groupPane } from '../panes/group.js';
import { privatePane } from '../panes/private.js';
import { h, replace } from '../ui/dom.js';
import { chatChoice } from './chat-choice.js';
import { drawer } from './drawer.js';
import { pageHeader } from './header.js';
import { notices } from './notices.js';
import { tabBar } from './tabs.js';

/** @import { Context } from '../state/context.js' */
/** @import { PaneName } from './tabs.js' */

/**
 * What the shell is drawn from.
 * @typedef {Pick<Context, 'store' | 'labels' | 'language' | 'demo'>} PageData
 */

/** What stays as it is when the page is drawn anew in another language. */
const view = { pane: /** @type {PaneName} */ ('private'), isDrawerOpen: false };

/**
 * Draws the whole page: header, three chats, drawer, tabs.
 * @param {Element} root
 * @param {PageData} data
 * @param {{ switchLanguage: () => void }} actions
 * @returns {{ setConnected: (connected: boolean) => void }}
 */
export function drawShell(root, data, actions) {
  const { elements, notify, alert } = notices(data.labels);
  const attempt = (/** @type {Promise<unknown>} */ work) => {
    work.catch((error) => {
      if (error instanceof ActionError) notify(error.message);
      else if (error instanceof ConnectionError) notify(data.labels.unreachable);
      else reportError(error);
    });
  };
  /** @type {Context} */
  const context = { ...data, notify, alert, attempt, start, show, writeInline, chooseChat };

  const header = pageHeader(context, { ...actions, toggleDrawer: () => setDrawer(!view.isDrawerOpen) });
  const side = drawer(context, () => setDrawer(false));
  const panes = [privatePane(context), groupPane(context), elsewherePane(context)];
  const choice = chatChoice(context, (name, query) => writeInto(name, query));
  const tabs = tabBar(context, () => view.pane);
  const main = h('main', { class: 'panes' }, ...panes.map(({ element }) => element));

  function start(/** @type {string | undefined} */ payload) {
    const from = data.demo.visitor;
    attempt(perform({ type: 'start', from, ...(payload !== undefined && { payload }) }));
    show('private');
  }

  function writeInto(/** @type {PaneName} */ name, /** @type {string} */ query) {
    show(name);
    panes.find(({ options }) => options.name === name)?.writeInline(query);
  }

  function writeInline(/** @type {number} */ chat, /** @type {string} */ query) {
    const pane = panes.find(({ options }) => options.chat === chat);
    if (pane) writeInto(pane.options.name, query);
  }

  function chooseChat(/** @type {string} */ query) {
    choice.ask(query);
  }

  function show(/** @type {PaneName} */ name) {
    view.pane = name;
    main.dataset.shown = name;
    tabs.draw();
  }

  function setDrawer(/** @type {boolean} */ open) {
    const hadFocus = side.contains(document.activeElement);
    view.isDrawerOpen = open;
    side.hidden = !open;
    header.drawer.setAttribute('aria-expanded', String(open));
    if (open) side.querySelector('input')?.focus();
    else if (hadFocus) header.drawer.focus();
  }

  replace(
    root,
    header.element,
    h('div', { class: 'middle' }, main, side),
    tabs.element,
    choice.element,
    ...elements,
  );
  show(view.pane);
  side.hidden = !view.isDrawerOpen;
  header.drawer.setAttribute('aria-expanded', String(view.isDrawerOpen));
  return { setConnected: header.setConnected };
}
