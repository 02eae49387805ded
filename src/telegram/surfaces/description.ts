import type { Api } from 'grammy';
import type { CollectionSummary } from '../../answering/answer.js';
import { en } from '../wording/en.js';
import type { Locale } from '../wording/locale.js';
import { zh } from '../wording/zh.js';

/**
 * Says what the collection holds, in the empty chat that people see before their first word. A text that somebody has written
 * for the bot at BotFather stays.
 */
export async function publishDescription(api: Api, summary: CollectionSummary): Promise<void> {
  for (const [locale, language_code] of [[zh], [en, 'en']] as const) {
    const language = language_code === undefined ? {} : { language_code };
    const { description: there } = await api.getMyDescription(language);
    const description = locale.description(summary);
    if (there !== description && isOurs(there, locale, summary)) {
      await api.setMyDescription(description, language);
    }
  }
}

/** Whether a text is of an earlier start, or of the other language because this one has none yet. Figures may differ. */
function isOurs(text: string, locale: Locale, summary: CollectionSummary): boolean {
  const beginnings = [locale, zh].map(({ description }) => beginning(description(summary)));
  return text === '' || beginnings.includes(beginning(text));
}

function beginning(text: string): string | undefined {
  return text.split('\n', 1)[0];
}
