import { scriptOf } from '../language/script.js';
import { en } from './wording/en.js';
import type { Locale, LocaleTag } from './wording/locale.js';
import { zh } from './wording/zh.js';
import { zhHant } from './wording/zh-hant.js';

const LOCALES: Readonly<Record<LocaleTag, Locale>> = { zh, 'zh-Hant': zhHant, en };

/**
 * The locale to answer in: English to those whose Telegram is in English, Chinese to everybody else, in the characters in
 * which they ask; where these are the same in both, in those of their Telegram.
 * @param languageCode IETF language tag as Telegram gives it, such as `en-GB`; may be absent
 * @param asked what they ask, where they do
 */
export function localeFor(languageCode: string | undefined, asked = ''): Locale {
  if (/^en\b/i.test(languageCode ?? '')) return en;
  switch (scriptOf(asked)) {
    case 'traditional':
      return zhHant;
    case 'simplified':
      return zh;
    case undefined:
      return isTraditional(languageCode ?? '') ? zhHant : zh;
  }
}

/** The locale of a tag that was kept. */
export function localeOf(tag: LocaleTag): Locale {
  return LOCALES[tag];
}

/** Whether something that was kept is the tag of a locale. */
export function isLocaleTag(tag: unknown): tag is LocaleTag {
  return typeof tag === 'string' && Object.hasOwn(LOCALES, tag);
}

/** `zh-hant`, `zh-hant-hk`, `zh-TW`: where the script is not said, the region tells it. */
function isTraditional(languageCode: string): boolean {
  return /^(zh|yue)[-_](hant|tw|hk|mo)\b/i.test(languageCode);
}
