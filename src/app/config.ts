import type { z } from 'zod';
import type { ReadingLimits } from '../corpus/reading-process/limits.js';
import type { Bilingual } from '../language/bilingual.js';
import { ConfigError, type SettingFault } from './config-error.js';
import { fromHome, PATHS } from './path-settings.js';
import { HOLD_PASSWORDS, SECRETS } from './secrets.js';
import { expectedBy } from './setting-kinds.js';
import { type LogLevel, PUBLIC_ADDRESS, SETTINGS } from './settings.js';

/** How updates reach the bot. */
export type BotMode = 'polling' | 'webhook';

/** Whether passages are read before one of them is called an answer; without, what is found is at most possible. */
export type ReaderMode = 'on' | 'off';

/** Where an OpenSearch cluster is, and how it is entered. */
export interface ClusterConfig {
  /** Its nodes, at least one, without trailing slashes. */
  readonly urls: readonly string[];
  readonly name: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** File with the certificate of whoever signed the nodes' certificates, in PEM. */
  readonly ca: string | undefined;
}

/** The settings, checked and with their defaults filled in. `undefined` means: not set. */
export interface Config {
  readonly botToken: string | undefined;
  /** Without a trailing slash. */
  readonly botApiRoot: string;
  /** The way to the Bot API server; may hold a password. */
  readonly httpsProxy: string | undefined;
  /** Hosts that are reached without it, as curl reads `NO_PROXY`. */
  readonly noProxy: string | undefined;
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
  /** Users and chats that are not answered, whatever else is allowed. */
  readonly blockedIds: ReadonlySet<number>;
  /** Questions a minute that are answered; 0: any number. */
  readonly questionsPerPerson: number;
  readonly questionsPerChat: number;
  /** Whether questions that found no answer are kept, without who asked. */
  readonly keepQuestions: boolean;
  /** Where subscriptions, judgements and counts are kept; `undefined`: nowhere. */
  readonly dataDir: string | undefined;
  /** Where the index snapshot is kept; `undefined`: nowhere. */
  readonly indexCacheDir: string | undefined;
  /** The cluster that holds the index; `undefined`: it is in memory. */
  readonly index: ClusterConfig | undefined;
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

const NOTHING: Bilingual = { en: 'nothing', zh: '没有填' };
const HIDDEN_ADDRESS: Bilingual = {
  en: 'an address (not shown: it may hold a password)',
  zh: '填了一个地址（可能含有密码，不显示）',
};
const NEEDED_BY_WEBHOOK: Bilingual = {
  en: 'a value, because BOT_MODE is webhook',
  zh: '一个值，因为 BOT_MODE 是 webhook',
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Checks the settings and fills in defaults. Unknown names are passed over; values are trimmed.
 * @param env usually `process.env`, after `.env` has been read into it
 * @param hints what may be behind a fault, a sentence each; an error ends with them
 * @throws ConfigError naming every setting that cannot be used
 */
export function loadConfig(env: Environment, hints: readonly Bilingual[] = []): Config {
  const trimmed = trim(env);
  const outcome = SETTINGS.safeParse(trimmed);
  const faults = [...(outcome.success ? [] : faultsOf(outcome.error, trimmed)), ...webhookFaults(trimmed)];
  if (!outcome.success || faults.length > 0) throw new ConfigError(faults, hints);
  const settings = outcome.data;
  return {
    botToken: settings.BOT_TOKEN,
    botApiRoot: (settings.BOT_API_ROOT ?? 'https://api.telegram.org').replace(/\/+$/, ''),
    httpsProxy: settings.HTTPS_PROXY,
    noProxy: settings.NO_PROXY,
    seedsDir: settings.SEEDS_DIR ?? 'seeds',
    botMode: settings.BOT_MODE,
    webhookUrl: settings.WEBHOOK_URL,
    webhookSecret: settings.WEBHOOK_SECRET,
    httpHost: settings.HTTP_HOST ?? '127.0.0.1',
    httpPort: settings.HTTP_PORT === undefined ? undefined : Number(settings.HTTP_PORT),
    adminIds: settings.ADMIN_IDS,
    allowedIds: settings.ALLOWED_IDS,
    blockedIds: settings.BLOCKED_IDS,
    questionsPerPerson: settings.QUESTIONS_PER_PERSON,
    questionsPerChat: settings.QUESTIONS_PER_CHAT,
    keepQuestions: settings.KEEP_QUESTIONS === 'yes',
    dataDir: settings.DATA_DIR === '' ? undefined : settings.DATA_DIR,
    indexCacheDir: settings.INDEX_CACHE_DIR === '' ? undefined : settings.INDEX_CACHE_DIR,
    index: clusterOf(settings),
    userDict: settings.USER_DICT,
    reader: settings.READER,
    readSeconds: settings.READ_SECONDS,
    readMegabytes: settings.READ_MEGABYTES,
    timeZone: settings.TIME_ZONE,
    logLevel: settings.LOG_LEVEL,
  };
}

function clusterOf(settings: z.output<typeof SETTINGS>): ClusterConfig | undefined {
  if (settings.INDEX_URL === undefined) return undefined;
  return {
    urls: settings.INDEX_URL,
    name: settings.INDEX_NAME,
    user: settings.INDEX_USER,
    password: settings.INDEX_PASSWORD,
    ca: settings.INDEX_CA,
  };
}

/** Proxies are set in small letters as often as in capitals. */
function trim(env: Environment): Environment {
  const usual = { HTTPS_PROXY: env.https_proxy, NO_PROXY: env.no_proxy };
  const given = Object.entries(env).filter(([, value]) => value !== undefined);
  const all = { ...usual, ...Object.fromEntries(given) };
  const trimmed = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value?.trim()]));
  const paths = PATHS.flatMap((name) => {
    const path = trimmed[name];
    return path === undefined ? [] : [[name, fromHome(path)]];
  });
  return { ...trimmed, ...Object.fromEntries(paths) };
}

function faultsOf(error: z.ZodError, env: Environment): SettingFault[] {
  return error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return { name, found: shown(name, env[name]), expected: expectedBy(issue) };
  });
}

/** What webhook mode asks for beyond the single settings. */
function webhookFaults(env: Environment): SettingFault[] {
  if (env.BOT_MODE !== 'webhook') return [];
  const missing = ['BOT_TOKEN', 'WEBHOOK_URL', 'WEBHOOK_SECRET']
    .filter((name) => !env[name])
    .map((name) => ({ name, found: NOTHING, expected: NEEDED_BY_WEBHOOK }));
  // Telegram calls https addresses only; a Bot API server of one's own may be on the same machine.
  const plain = env.WEBHOOK_URL?.startsWith('http:') === true && !env.BOT_API_ROOT;
  if (!plain) return missing;
  return [
    ...missing,
    { name: 'WEBHOOK_URL', found: shown('WEBHOOK_URL', env.WEBHOOK_URL), expected: PUBLIC_ADDRESS },
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
  const trimmed = trim(env);
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

function shown(name: string, value: string | undefined): Bilingual {
  if (value === undefined || value === '') return NOTHING;
  if (HOLD_PASSWORDS.has(name)) return HIDDEN_ADDRESS;
  if (SECRETS.has(name))
    return {
      en: `${value.length} characters (not shown: it is a secret)`,
      zh: `填了 ${value.length} 个字符（是密钥，不显示）`,
    };
  const quoted = JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
  return { en: quoted, zh: `填的是 ${quoted}` };
}
