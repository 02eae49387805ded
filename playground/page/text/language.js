/**
 * The language to state for a text, so that fonts and voices are chosen rightly on a page in another language.
 * @param {string} text
 * @returns {'zh' | undefined} `undefined`: that of the page
 */
export function languageOf(text) {
  return /\p{Script=Han}/u.test(text) ? 'zh' : undefined;
}
