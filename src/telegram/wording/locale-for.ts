import { en } from './en.js';
import type { Locale } from './locale.js';
import { zh } from './zh.js';

/**
 * The locale to answer in: English to those whose Telegram is in English, Chinese to everybody else.
 * @param languageCode IETF language tag as Telegram gives it, such as `en-GB`; may be absent
 */
export function localeFor(languageCode: string | undefined): Locale {
  return /^en\b/i.test(languageCode ?? '') ? en : zh;
}
