/** The languages in which those who run the bot are told what goes wrong; chats have some more (`telegram/wording/`). */
export type Language = 'en' | 'zh';

/** The same said in both. Names of files and settings, codes, and what is quoted are alike in both. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** What is the same in both: a code of the system's, a name, somebody else's words. */
export function asItIs(text: string): Bilingual {
  return { en: text, zh: text };
}

/** What others say, which is English: in Chinese it stands in quotation marks. */
export function quoted(text: string): Bilingual {
  return { en: text, zh: `“${text}”` };
}

/** Whole sentences in a row. In Chinese none is parted from the next by a blank. */
export function inARow(language: Language, ...sentences: readonly Bilingual[]): string {
  return sentences.map((sentence) => sentence[language]).join(language === 'en' ? ' ' : '');
}

/** An error that people are told of. Its `message` is English, for the log. */
export class BilingualError extends Error {
  /** Kept from those who list an error's fields, as the log does. */
  readonly #told: Bilingual;

  constructor(told: Bilingual, options?: ErrorOptions) {
    super(told.en, options);
    this.#told = told;
  }

  /** Its message in both languages. */
  get told(): Bilingual {
    return this.#told;
  }
}
