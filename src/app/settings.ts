import { z } from 'zod';
import { DEFAULT_LIMITS } from '../corpus/reading-process/limits.js';
import type { Bilingual } from '../language/bilingual.js';
import {
  address,
  addresses,
  ids,
  matching,
  oneOf,
  optionalText,
  readableFile,
  suiting,
  wholeNumber,
} from './setting-kinds.js';

/** pino's levels, least talkative last. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
/** One of pino's levels. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** https://core.telegram.org/bots/api#authorizing-your-bot: the bot's id, a colon, a secret. */
const TOKEN = /^\d{1,20}:[A-Za-z0-9_-]{8,100}$/;
/** https://core.telegram.org/bots/api#setwebhook: 1–256 characters of this set. */
const SECRET = /^[A-Za-z0-9_-]{1,256}$/;
/** Where most readers are. */
const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** What Telegram calls. */
export const PUBLIC_ADDRESS: Bilingual = {
  en: 'a public https address',
  zh: '公网能访问的 https 地址',
};
const IDS: Bilingual = {
  en: 'ids of users or chats (whole numbers), separated by commas',
  zh: '用户或聊天的 ID（整数），用逗号分隔',
};

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Every setting by its name, with what it may be and its default, in the order of `.env.example`. */
export const SETTINGS = z.object({
  BOT_TOKEN: matching(TOKEN, {
    en: 'the token as BotFather gives it, such as 123456789:AAE…',
    zh: 'BotFather 给的令牌，形如 123456789:AAE…',
  }),
  BOT_API_ROOT: address(
    {
      en: 'an http(s) address such as https://api.telegram.org',
      zh: 'http 或 https 地址，例如 https://api.telegram.org',
    },
    ['http:', 'https:'],
  ),
  HTTPS_PROXY: address(
    {
      en: 'a proxy such as http://127.0.0.1:7890 or socks5://127.0.0.1:1080',
      zh: '代理的地址，例如 http://127.0.0.1:7890 或 socks5://127.0.0.1:1080',
    },
    ['http:', 'https:', 'socks5:', 'socks5h:'],
  ),
  NO_PROXY: optionalText,
  SEEDS_DIR: optionalText,
  BOT_MODE: oneOf(['polling', 'webhook'], 'polling'),
  WEBHOOK_URL: address(PUBLIC_ADDRESS, ['https:', 'http:']),
  WEBHOOK_SECRET: matching(SECRET, {
    en: '1 to 256 characters of A–Z, a–z, 0–9, _ and -',
    zh: '1 到 256 个字符，只用 A–Z、a–z、0–9、_ 和 -',
  }),
  HTTP_HOST: matching(/^[^\s/]+$/, {
    en: 'a host name or address such as 127.0.0.1',
    zh: '主机名或地址，例如 127.0.0.1',
  }),
  HTTP_PORT: matching(/^(\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/, {
    en: 'a port number from 0 to 65535',
    zh: '0 到 65535 的端口号',
  }),
  ADMIN_IDS: ids(/^\d+$/, {
    en: 'user ids (whole numbers), separated by commas',
    zh: '用户的 ID（整数），用逗号分隔',
  }),
  ALLOWED_IDS: ids(/^-?\d+$/, IDS),
  BLOCKED_IDS: ids(/^-?\d+$/, IDS),
  QUESTIONS_PER_PERSON: wholeNumber(0, 10_000, 20),
  QUESTIONS_PER_CHAT: wholeNumber(0, 10_000, 60),
  KEEP_QUESTIONS: oneOf(['yes', 'no'], 'no'),
  // Unlike elsewhere, empty has a meaning of its own: nothing is kept.
  DATA_DIR: z.string().default('data'),
  // Unlike elsewhere, empty has a meaning of its own: no snapshot at all.
  INDEX_CACHE_DIR: z.string().default('.cache'),
  INDEX_URL: addresses(
    {
      en: 'addresses of OpenSearch nodes such as https://node1:9200, separated by commas',
      zh: 'OpenSearch 节点的地址，例如 https://node1:9200，用逗号分隔',
    },
    ['http:', 'https:'],
  ),
  INDEX_NAME: matching(/^[a-z0-9][a-z0-9_-]{0,99}$/, {
    en: 'a name of a–z, 0–9, _ and -',
    zh: '名称，只用 a–z、0–9、_ 和 -',
  }).transform((value) => value ?? 'jianbao'),
  INDEX_USER: optionalText,
  INDEX_PASSWORD: optionalText,
  INDEX_CA: readableFile({
    en: 'a file that can be read, with a certificate in PEM',
    zh: '能读取的 PEM 证书文件',
  }),
  USER_DICT: optionalText,
  READER: oneOf(['on', 'off'], 'on'),
  READ_SECONDS: wholeNumber(1, 3_600, DEFAULT_LIMITS.seconds),
  READ_MEGABYTES: wholeNumber(64, 16_384, DEFAULT_LIMITS.megabytes),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
  TIME_ZONE: suiting(isTimeZone, {
    en: 'a time zone such as Asia/Shanghai',
    zh: '时区，例如 Asia/Shanghai',
  }).transform((value) => value ?? DEFAULT_TIME_ZONE),
});

/** The names that settings have. */
export const SETTING_NAMES: readonly string[] = Object.keys(SETTINGS.shape);
