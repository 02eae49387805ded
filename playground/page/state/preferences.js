/** @typedef {'zh' | 'en'} Language */
/** @typedef {'light' | 'dark'} Theme */

const LANGUAGE = 'playground.language';
const THEME = 'playground.theme';

/**
 * The language chosen here before, or else the first of the browser's that the page speaks.
 * @returns {Language}
 */
export function preferredLanguage() {
  const chosen = read(LANGUAGE);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag))?.startsWith('zh') ? 'zh' : 'en';
}

/** @param {Language} language */
export function chooseLanguage(language) {
  write(LANGUAGE, language);
}

/**
 * The theme that is shown: the one chosen here before, or else the system's.
 * @returns {Theme}
 */
export function currentTheme() {
  const chosen = read(THEME);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Shows the chosen theme; the system's when none was chosen. */
export function applyTheme() {
  const chosen = read(THEME);
  if (chosen) document.documentElement.dataset.theme = chosen;
}

/** Changes to the other theme, from now on whatever the system's is. */
export function toggleTheme() {
  write(THEME, currentTheme() === 'dark' ? 'light' : 'dark');
  applyTheme();
}

/** Browsers that are told to keep nothing throw; then a choice lasts as long as the page. */
const session = new Map();

function read(/** @type {string} */ key) {
  try {
    return localStorage.getItem(key) ?? session.get(key);
  } catch {
    return session.get(key);
  }
}

function write(/** @type {string} */ key, /** @type {string} */ value) {
  session.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Kept for the session above.
  }
}
