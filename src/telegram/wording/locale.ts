import { en } from './en.js';
import type { Wording } from './wording.js';
import { zh } from './zh.js';

/**
 * The language to speak: English to those whose Telegram is in English, Chinese to everybody else.
 * @param languageCode IETF language tag as Telegram gives it, such as `en-GB`; may be absent
 */
export function wordingFor(languageCode: string | undefined): Wording {
  return /^en\b/i.test(languageCode ?? '') ? en : zh;
}
