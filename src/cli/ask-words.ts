import { wordingFor } from '../telegram/wording/locale.js';
import type { Wording } from '../telegram/wording/wording.js';

/** What `ask` says on a terminal, in one language. */
export interface AskWords {
  /** What it has in common with the bot. */
  readonly bot: Wording;
  /** Stands below a refusal, above the passages that are nearest. */
  readonly nearest: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * English where the environment's locale is English, else Chinese.
 * @param env usually `process.env`; LC_ALL counts before LC_MESSAGES, and that before LANG, as POSIX has it
 */
export function askWords(env: Environment): AskWords {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const language = /^[a-z]+/i.exec(locale)?.[0];
  const english = language?.toLowerCase() === 'en';
  return {
    bot: wordingFor(language),
    nearest: english
      ? 'The closest passages (they may not hold the answer):'
      : '最接近的段落（不一定答得上）：',
  };
}
