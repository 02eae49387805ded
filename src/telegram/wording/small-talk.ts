import type { Wording } from './wording.js';

/** What to say to a greeting or to thanks. */
export function smallTalk(text: string, words: Wording): string {
  return /[谢謝]|感恩|辛苦|thank|thx/i.test(text) ? words.thanks : words.hello;
}
