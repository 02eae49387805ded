import type { Locale } from '../telegram/wording/locale.js';
import { localeFor } from '../telegram/wording/locale-for.js';

/** What `ask` says on a terminal, in one language. */
export interface AskLocale {
  /** What it has in common with the bot. */
  readonly bot: Locale;
  /** Stands below a refusal, above the passages that are nearest. */
  readonly nearest: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * English where the environment's locale is English, else Chinese.
 * @param env usually `process.env`; LC_ALL counts before LC_MESSAGES, and that before LANG, as POSIX has it
 */
export function askLocale(env: Environment): AskLocale {
  const tag = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const language = /^[a-z]+/i.exec(tag)?.[0];
  const english = language?.toLowerCase() === 'en';
  return {
    bot: localeFor(language),
    nearest: english
      ? 'The closest passages (they may not hold the answer):'
      : '最接近的段落（不一定答得上）：',
  };
}
