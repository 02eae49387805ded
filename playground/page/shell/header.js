import { currentTheme, toggleTheme } from '../state/preferences.js';
import { h, replace } from '../ui/dom.js';
import { icon, iconButton } from '../ui/icons.js';

/** @import { Context } from '../state/context.js' */

/**
 * The top of the page: what this is, and the switches for language, colours and the drawer.
 * @param {Context} context
 * @param {{ switchLanguage: () => void, toggleDrawer: () => void }} actions
 */
export function pageHeader(context, { switchLanguage, toggleDrawer }) {
  const { labels, store } = context;
  const connection = h('span', { class: 'connection', role: 'status' });
  const setConnected = (/** @type {boolean} */ connected) => {
    connection.dataset.connected = String(connected);
    connection.title = connected ? labels.connected : labels.reconnecting;
    replace(connection, h('span', { class: connected ? 'visually-hidden' : '' }, connection.title));
  };
  setConnected(true);

  const language = h(
    'button',
    {
      type: 'button',
      id: 'language',
      class: 'text-button',
      lang: labels.htmlLang === 'en' ? 'zh-Hans' : 'en',
      'aria-label': labels.switchLanguage,
      title: labels.switchLanguage,
      on: { click: switchLanguage },
    },
    labels.otherLanguage,
  );
  const drawer = h(
    'button',
    {
      type: 'button',
      id: 'calls',
      class: 'text-button',
      'aria-label': labels.calls,
      'aria-expanded': 'false',
      'aria-controls': 'drawer',
      on: { click: toggleDrawer },
    },
    icon('code'),
    h('span', { class: 'label' }, labels.calls),
  );
  const element = h(
    'header',
    { class: 'page-header' },
    h('img', { src: 'icon.svg', alt: '', width: 34, height: 34 }),
    h(
      'div',
      { class: 'page-title' },
      h('h1', {}, store.nameOf(store.bot), connection),
      h('p', { title: labels.about }, labels.tagline),
    ),
    h('p', { class: 'about-page' }, labels.about),
    h('div', { class: 'page-controls' }, drawer, language, themeButton(context)),
  );
  return { element, setConnected, drawer };
}

/** @param {Context} context */
function themeButton({ labels }) {
  const draw = () => {
    const isDark = currentTheme() === 'dark';
    const label = isDark ? labels.toLight : labels.toDark;
    button.setAttribute('aria-label', label);
    button.title = label;
    replace(button, icon(isDark ? 'sun' : 'moon'));
  };
  const button = iconButton('moon', labels.toDark, () => {
    toggleTheme();
    draw();
  });
  button.id = 'theme';
  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  return button;
}
