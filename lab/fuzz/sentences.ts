/** Quotations, examples of JSON and commands: they are the same in every language. */
const NOT_TRANSLATED = /“[^”]*”|"(?:[^"\\]|\\.)*"|npm run \w+/gu;
/** So many Latin words in a row are English; names of formats and settings stand by themselves. */
const ENGLISH = /[A-Za-z]+(?:[ ,;:]+[A-Za-z]+){2}/u;

/** Whether something is said in English, as far as its form tells. */
export function isSentence(text: string): boolean {
  return /^\S.*[.)?!]$/su.test(text);
}

/** Whether something is said in Chinese: it ends as Chinese sentences do, and no English is left in it. */
export function isChineseSentence(text: string): boolean {
  return /^\S.*[。？]$/su.test(text) && /\p{Script=Han}/u.test(text) && englishIn(text) === undefined;
}

/** English words in what should be Chinese; `undefined` where there are none. */
export function englishIn(text: string): string | undefined {
  return ENGLISH.exec(text.replace(NOT_TRANSLATED, '“”'))?.[0];
}
