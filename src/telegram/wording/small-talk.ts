import type { Locale } from './locale.js';

/** What to say to a greeting or to thanks. */
export function smallTalk(text: string, locale: Locale): string {
  return /[谢謝]|感恩|辛苦|thank|thx/i.test(text) ? locale.thanks : locale.hello;
}
