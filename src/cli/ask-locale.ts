import type { Language } from '../language/bilingual.js';
import { en } from '../telegram/wording/en.js';
import type { Locale } from '../telegram/wording/locale.js';
import { zh } from '../telegram/wording/zh.js';

/**
 * Stands beside the bar while files are read.
 * @param secondsLeft whole seconds
 */
export type ReadingLabel = (files: number, of: number, secondsLeft: number) => string;

/** What `ask` says on a terminal, in one language. */
export interface AskLocale {
  /** What it has in common with the bot. */
  readonly bot: Locale;
  /** Stands below a refusal, above the passages that are nearest. */
  readonly nearest: string;
  /** What is being read, and how long it will take. */
  readonly reading: ReadingLabel;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What stands beside the bar while files are read. */
export const READING: Readonly<Record<'zh' | 'en', ReadingLabel>> = {
  zh: (files, of, seconds) => `正在读取 ${files}/${of} 个文件，还需 ${seconds} 秒`,
  en: (files, of, seconds) => `Reading ${files} of ${of} files, ${seconds} s left`,
};

/**
 * English where the environment's locale is English, else Chinese.
 * @param env usually `process.env`
 */
export function askLocale(env: Environment): AskLocale {
  const english = isEnglish(env);
  return {
    bot: english ? en : zh,
    nearest: english
      ? 'The closest passages (they may not hold the answer):'
      : '最接近的段落（不一定答得上）：',
    reading: english ? READING.en : READING.zh,
  };
}

/** Whether the environment's locale is English. */
export function isEnglish(env: Environment): boolean {
  return tagOf(env) === 'en';
}

/** The language of whoever runs a command: English where the environment's locale is English, else Chinese. */
export function languageOf(env: Environment): Language {
  return isEnglish(env) ? 'en' : 'zh';
}

/** `zh` of `zh_CN.UTF-8`; LC_ALL counts before LC_MESSAGES, and that before LANG, as POSIX has it. */
function tagOf(env: Environment): string | undefined {
  const tag = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^[a-z]+/i.exec(tag)?.[0].toLowerCase();
}
