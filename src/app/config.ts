import { z } from 'zod';
import { DEFAULT_LIMITS, type ReadingLimits } from '../corpus/reading-process/limits.js';

/** How updates reach the bot. */
export type BotMode = 'polling' | 'webhook';

/** Whether passages are read before one of them is called an answer; without, what is found is at most possible. */
export type ReaderMode = 'on' | 'off';

/** pino's levels, least talkative last. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
/** One of pino's levels. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings, checked and with their defaults filled in. `undefined` means: not set. */
export interface Config {
  readonly botToken: string | undefined;
  /** Without a trailing slash. */
  readonly botApiRoot: string;
  readonly seedsDir: string;
  readonly botMode: BotMode;
  readonly webhookUrl: string | undefined;
  readonly webhookSecret: string | undefined;
  readonly httpHost: string;
  /** `DEFAULT_HTTP_PORT` where it is not set; told apart, since only then another port will do as well. */
  readonly httpPort: number | undefined;
  readonly adminIds: ReadonlySet<number>;
  /** Users and chats that are answered; empty: everyone. */
  readonly allowedIds: ReadonlySet<number>;
  /** Where the index snapshot is kept; `undefined`: nowhere. */
  readonly indexCacheDir: string | undefined;
  readonly userDict: string | undefined;
  readonly reader: ReaderMode;
  /** What the reading of one file may take, in seconds and in MB of memory. */
  readonly readSeconds: number;
  readonly readMegabytes: number;
  /** What 今天 and 上个月 count by: an IANA name. */
  readonly timeZone: string;
  readonly logLevel: LogLevel;
}

/** Where chat page, webhook and health routes listen when `HTTP_PORT` is not set. */
export const DEFAULT_HTTP_PORT = 8080;

/** One setting that cannot be used. */
export interface SettingFault {
  readonly name: string;
  /** What was found, quoted; for a secret only its length. */
  readonly found: string;
  readonly expected: string;
}

/** Thrown when settings cannot be used; `message` lists every fault, `faults` holds them one by one. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly exitCode = 2;

  constructor(
    readonly faults: readonly SettingFault[],
    hints: readonly string[] = [],
  ) {
    const lines = faults.map(
      ({ name, found, expected }) => `  ${name}: found ${found}; expected ${expected}`,
    );
    super(
      [
        faults.length === 1 ? 'A setting is wrong:' : 'Some settings are wrong:',
        ...lines,
        ...hints,
        'Correct the environment or .env; .env.example describes every setting.',
      ].join('\n'),
    );
  }
}

/** https://core.telegram.org/bots/api#authorizing-your-bot: the bot's id, a colon, a secret. */
const TOKEN = /^\d{1,20}:[A-Za-z0-9_-]{8,100}$/;
/** https://core.telegram.org/bots/api#setwebhook: 1–256 characters of this set. */
const SECRET = /^[A-Za-z0-9_-]{1,256}$/;
const SECRETS: ReadonlySet<string> = new Set(['BOT_TOKEN', 'WEBHOOK_SECRET']);

/** A setting left empty counts as not set. */
const text = z.string().transform((value) => (value === '' ? undefined : value));
const optionalText = text.optional();

function matching(pattern: RegExp, expected: string) {
  return optionalText.refine((value) => value === undefined || pattern.test(value), expected);
}

function address(expected: string, protocols: readonly string[]) {
  return optionalText.refine((value) => {
    if (value === undefined) return true;
    const url = URL.canParse(value) ? new URL(value) : undefined;
    return url !== undefined && protocols.includes(url.protocol) && url.search === '' && url.hash === '';
  }, expected);
}

function oneOf<const T extends readonly string[]>(values: T, fallback: T[number]) {
  const expected = `one of ${values.join(', ')}`;
  return optionalText
    .refine(
      (value): value is T[number] | undefined => value === undefined || values.includes(value),
      expected,
    )
    .transform((value) => value ?? fallback);
}

function wholeNumber(least: number, most: number, fallback: number) {
  const fits = (value: string) => /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;
  return optionalText
    .refine((value) => value === undefined || fits(value), `a whole number from ${least} to ${most}`)
    .transform((value) => (value === undefined ? fallback : Number(value)));
}

function ids(pattern: RegExp, expected: string) {
  const split = (value: string | undefined) => (value ?? '').split(/[\s,，]+/).filter((part) => part !== '');
  return optionalText
    .refine(
      (value) => split(value).every((part) => pattern.test(part) && Number.isSafeInteger(Number(part))),
      expected,
    )
    .transform((value): ReadonlySet<number> => new Set(split(value).map(Number)));
}

/** Where most readers are. */
const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const SETTINGS = z.object({
  BOT_TOKEN: matching(TOKEN, 'the token as BotFather gives it, such as 123456789:AAE…'),
  BOT_API_ROOT: address('an http(s) address such as https://api.telegram.org', ['http:', 'https:']),
  SEEDS_DIR: optionalText,
  BOT_MODE: oneOf(['polling', 'webhook'], 'polling'),
  WEBHOOK_URL: address('a public https address', ['https:', 'http:']),
  WEBHOOK_SECRET: matching(SECRET, '1 to 256 characters of A–Z, a–z, 0–9, _ and -'),
  HTTP_HOST: matching(/^[^\s/]+$/, 'a host name or address such as 127.0.0.1'),
  HTTP_PORT: matching(
    /^(\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/,
    'a port number from 0 to 65535',
  ),
  ADMIN_IDS: ids(/^\d+$/, 'user ids (whole numbers), separated by commas'),
  ALLOWED_IDS: ids(/^-?\d+$/, 'ids of users or chats (whole numbers), separated by commas'),
  // Unlike elsewhere, empty has a meaning of its own: no snapshot at all.
  INDEX_CACHE_DIR: z.string().default('.cache'),
  USER_DICT: optionalText,
  READER: oneOf(['on', 'off'], 'on'),
  READ_SECONDS: wholeNumber(1, 3_600, DEFAULT_LIMITS.seconds),
  READ_MEGABYTES: wholeNumber(64, 16_384, DEFAULT_LIMITS.megabytes),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
  TIME_ZONE: optionalText
    .refine((value) => value === undefined || isTimeZone(value), 'a time zone such as Asia/Shanghai')
    .transform((value) => value ?? DEFAULT_TIME_ZONE),
});

/** The names that settings have. */
export const SETTING_NAMES: readonly string[] = Object.keys(SETTINGS.shape);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Checks the settings and fills in defaults. Unknown names are passed over; values are trimmed.
 * @param env usually `process.env`, after `.env` has been read into it
 * @param hints what may be behind a fault, a sentence each; an error ends with them
 * @throws ConfigError naming every setting that cannot be used
 */
export function loadConfig(env: Environment, hints: readonly string[] = []): Config {
  const trimmed = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value?.trim()]));
  const outcome = SETTINGS.safeParse(trimmed);
  const faults = [
    ...(outcome.success ? [] : faultsOf(outcome.error, trimmed)),
    ...webhookFaults(trimmed),
    ...indexFaults(trimmed),
  ];
  if (!outcome.success || faults.length > 0) throw new ConfigError(faults, hints);
  const settings = outcome.data;
  return {
    botToken: settings.BOT_TOKEN,
    botApiRoot: (settings.BOT_API_ROOT ?? 'https://api.telegram.org').replace(/\/+$/, ''),
    seedsDir: settings.SEEDS_DIR ?? 'seeds',
    botMode: settings.BOT_MODE,
    webhookUrl: settings.WEBHOOK_URL,
    webhookSecret: settings.WEBHOOK_SECRET,
    httpHost: settings.HTTP_HOST ?? '127.0.0.1',
    httpPort: settings.HTTP_PORT === undefined ? undefined : Number(settings.HTTP_PORT),
    adminIds: settings.ADMIN_IDS,
    allowedIds: settings.ALLOWED_IDS,
    indexCacheDir: settings.INDEX_CACHE_DIR === '' ? undefined : settings.INDEX_CACHE_DIR,
    userDict: settings.USER_DICT,
    reader: settings.READER,
    readSeconds: settings.READ_SECONDS,
    readMegabytes: settings.READ_MEGABYTES,
    timeZone: settings.TIME_ZONE,
    logLevel: settings.LOG_LEVEL,
  };
}

function faultsOf(error: z.ZodError, env: Environment): SettingFault[] {
  return error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return { name, found: shown(name, env[name]), expected: issue.message };
  });
}

/** What webhook mode asks for beyond the single settings. */
function webhookFaults(env: Environment): SettingFault[] {
  if (env.BOT_MODE !== 'webhook') return [];
  const missing = ['BOT_TOKEN', 'WEBHOOK_URL', 'WEBHOOK_SECRET']
    .filter((name) => !env[name])
    .map((name) => ({ name, found: 'nothing', expected: 'a value, because BOT_MODE is webhook' }));
  // Telegram calls https addresses only; a Bot API server of one's own may be on the same machine.
  const plain = env.WEBHOOK_URL?.startsWith('http:') === true && !env.BOT_API_ROOT;
  if (!plain) return missing;
  return [
    ...missing,
    { name: 'WEBHOOK_URL', found: shown('WEBHOOK_URL', env.WEBHOOK_URL), expected: 'a public https address' },
  ];
}

/** An archive that was meant for a cluster is not read into memory: it may be too large for it. */
function indexFaults({ INDEX_URL }: Environment): SettingFault[] {
  if (!INDEX_URL) return [];
  return [
    {
      name: 'INDEX_URL',
      found: 'an address (not shown: it may hold a password)',
      expected: 'nothing, because this version has only the index in memory',
    },
  ];
}

/** What commands heed that answer without a bot. */
const READING_SETTINGS = SETTINGS.pick({
  READER: true,
  READ_SECONDS: true,
  READ_MEGABYTES: true,
  TIME_ZONE: true,
});

/**
 * How files and passages are read and by what time zone days are counted, for commands that heed no other setting.
 * @throws ConfigError
 */
export function readingConfig(
  env: Environment,
): Pick<Config, 'reader' | 'timeZone'> & { readonly limits: ReadingLimits } {
  const trimmed = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value?.trim()]));
  const outcome = READING_SETTINGS.safeParse(trimmed);
  if (!outcome.success) throw new ConfigError(faultsOf(outcome.error, trimmed));
  const {
    READER: reader,
    READ_SECONDS: seconds,
    READ_MEGABYTES: megabytes,
    TIME_ZONE: timeZone,
  } = outcome.data;
  return { reader, limits: { seconds, megabytes }, timeZone };
}

function shown(name: string, value: string | undefined): string {
  if (value === undefined || value === '') return 'nothing';
  if (SECRETS.has(name)) return `${value.length} characters (not shown: it is a secret)`;
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}
