import { listen, perform, readState } from './client.js';
import { LABELS } from './labels/labels.js';
import { drawShell } from './shell/shell.js';
import { applyTheme, chooseLanguage, preferredLanguage } from './state/preferences.js';
import { Store } from './state/store.js';

/** @import { PlaygroundEvent } from '../user-api.js' */

const root = document.querySelector('#app') ?? document.body;
let language = preferredLanguage();
/** Events that come while everything is read anew. @type {PlaygroundEvent[] | undefined} */
let early;

applyTheme();
let page = await enter().catch(failed);
listen(page.store.seq, onEvent, (connected) => page.setConnected(connected));

/** Opens the demo chats in the chosen language and draws everything there is. */
async function enter() {
  const labels = LABELS[language];
  const demo = await perform({ type: 'visit', language });
  const store = new Store(await readState());
  document.documentElement.lang = labels.htmlLang;
  document.title = `${store.nameOf(store.bot)} · ${labels.tagline}`;
  const { setConnected } = drawShell(root, { store, labels, language, demo }, { switchLanguage });
  return { store, setConnected };
}

/** Draws everything anew. */
async function reenter() {
  early = [];
  page = await enter();
  // The new state holds some of them already; the store passes those over.
  for (const event of early) page.store.apply(event);
  early = undefined;
}

/** @param {PlaygroundEvent} event */
function onEvent(event) {
  if (event.type === 'reset') return void reenter();
  early?.push(event);
  page.store.apply(event);
}

async function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  chooseLanguage(language);
  await reenter();
  document.getElementById('language')?.focus();
}

/** @returns {never} */
function failed(/** @type {unknown} */ error) {
  root.textContent = LABELS[language].startFailed;
  throw error;
}
