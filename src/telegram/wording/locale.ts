import type { CollectionSummary } from '../../answering/answer.js';
import type { CollectionsWording } from './collections.js';
import type { DeliveryWording } from './delivery.js';
import type { FollowUpWording } from './follow-up.js';
import type { IdWording } from './ids.js';
import type { InlineWording } from './inline.js';
import type { LimitWords } from './limits.js';
import type { OfficeWords } from './office.js';
import type { PrivacyWords } from './privacy.js';
import type { ReadingWording } from './reading.js';
import type { SuggestingWording } from './suggesting.js';
import type { ToldWording } from './told.js';
import type { UnavailableWords } from './unavailable.js';

/** What a locale is kept by. */
export type LocaleTag = 'zh' | 'zh-Hant' | 'en';

/** What help depends on. */
export interface HelpFacts {
  /** Whether the bot can be asked in any chat. */
  readonly inline: boolean;
  /** Whether a chat can be bound to a folder. */
  readonly folders: boolean;
}

/** Everything that the bot says of itself, in one language. What it quotes is never translated. */
export interface Locale {
  readonly tag: LocaleTag;
  readonly reading: ReadingWording;
  /** For /start: who is speaking, and what may be asked. */
  readonly welcome: (articles: number, examples: readonly string[]) => string;
  /**
   * What a chat shows with the bot before its first word, 512 characters at most:
   * https://core.telegram.org/bots/api#setmydescription
   */
  readonly description: (summary: CollectionSummary) => string;
  /** For /help. */
  readonly help: (username: string, facts: HelpFacts) => string;
  /** For /about; `titles` in the summary are already limited. */
  readonly about: (summary: CollectionSummary) => string;
  readonly hello: string;
  readonly thanks: string;
  /** The message has no word to look for. */
  readonly empty: string;
  /** Nothing was found; `missing` are the question's words that no article has, perhaps none. */
  readonly refusal: (missing: readonly string[]) => string;
  /** Stands below the refusal of a question without a word of Chinese. */
  readonly askInChinese: string;
  /**
   * Stands above a passage that may answer the question, though not for sure. It goes into other chats too, so it speaks
   * for nobody in particular.
   * @param unmentioned words of the question that its article lacks, perhaps none
   */
  readonly possible: (unmentioned: readonly string[]) => string;
  /** The same in the list of inline results, where there is little room. */
  readonly inlinePossible: (excerpt: string) => string;
  /** Stands above passages that are near the question but were not judged to answer it. */
  readonly nearest: string;
  /** Stands above a clipping whose article lacks words of the question: it may be about something else. */
  readonly unmentioned: (words: readonly string[]) => string;
  /** In a group: mentioned without a question. */
  readonly howToAsk: (username: string) => string;
  /** A picture, a sticker, a voice message … without words. */
  readonly textOnly: string;
  /** A command that does not exist. */
  readonly unknownCommand: string;
  /** To somebody who is not among those who are answered. */
  readonly notAllowed: (id: number) => string;
  /** Something broke. */
  readonly failed: string;
  readonly delivery: DeliveryWording;
  readonly id: IdWording;
  /** A button's question, or its passage, is no more. At most 200 characters, as an alert bears. */
  readonly questionGone: string;
  readonly passageGone: string;
  /** The index cannot be asked at present. */
  readonly unavailable: UnavailableWords;
  readonly limits: LimitWords;
  readonly office: OfficeWords;
  readonly privacy: PrivacyWords;
  readonly buttons: {
    /** Above the inline results: nothing typed yet, nothing found, not allowed. */
    readonly inlineEmpty: (articles: number) => string;
    readonly inlineNothing: string;
    readonly inlineNotAllowed: string;
  };
  readonly citation: {
    readonly page: (page: string) => string;
    readonly lines: (first: number, last: number) => string;
    /** Pages of the file. */
    readonly pages: (first: number, last: number) => string;
    /** Rows of a table. */
    readonly rows: (first: number, last: number) => string;
  };
  /** Folders that a chat can be bound to. */
  readonly collections: CollectionsWording;
  readonly followUp: FollowUpWording;
  /** What is offered in the list of inline results. */
  readonly inline: InlineWording;
  readonly suggesting: SuggestingWording;
  /** Descriptions in the menu of commands, 1–256 characters each. */
  readonly commands: {
    readonly ask: string;
    readonly about: string;
    readonly help: string;
    readonly privacy: string;
  };
  /** Being told later, and telling what one thinks. */
  readonly told: ToldWording;
}
