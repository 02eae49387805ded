import type { Logger } from 'pino';
import type { Answerer } from '../answering/answer.js';
import { describeUnreadable } from '../corpus/errors.js';
import { addWords } from '../language/dictionary.js';
import { identify } from '../telegram/identify.js';
import { type Serving, serve, type UpdateSource } from '../telegram/serve.js';
import { type Config, DEFAULT_HTTP_PORT } from './config.js';
import { openCollection } from './open.js';
import { readUserWords } from './user-words.js';

export interface RunOptions {
  readonly config: Config;
  readonly token: string;
  /** Address of the Bot API server, without a trailing slash. */
  readonly apiRoot: string;
  readonly log: Logger;
}

/** A bot that answers from its collection. */
export interface RunningBot extends Serving {
  readonly answerer: Answerer;
  /** Resolves when the collection is let go of and its index kept; to be called after `stop`. */
  close(): Promise<void>;
}

/**
 * Opens the collection and answers what comes from a Bot API server.
 * @throws what an operator can mend, as `exitOn` knows it: a refused token, a collection without articles …
 */
export async function runBot({ config, token, apiRoot, log }: RunOptions): Promise<RunningBot> {
  const me = await identify(token, apiRoot);
  if (config.userDict !== undefined) addWords(await readUserWords(config.userDict));
  const collection = await openCollection(config.seedsDir, {
    index: { kind: 'memory', cacheDir: config.indexCacheDir },
    watch: true,
    log,
  });
  const { answerer } = collection;
  for (const fault of collection.unreadable) log.warn(describeUnreadable(fault));
  const { allowedIds } = config;
  const serving = await serve({
    token,
    apiRoot,
    me,
    answerer,
    allowedIds,
    updates: updateSource(config),
    log,
  });
  log.info({ bot: me.username, articles: answerer.summary(0).articles }, 'ready');
  return { ...serving, answerer, close: () => collection.close() };
}

function updateSource({
  botMode,
  webhookUrl,
  webhookSecret,
  httpHost,
  httpPort = DEFAULT_HTTP_PORT,
}: Config): UpdateSource {
  if (botMode === 'polling') return { mode: 'polling' };
  // `loadConfig` sees to it that webhook mode has both.
  const [url, secret] = [webhookUrl as string, webhookSecret as string];
  return { mode: 'webhook', url, secret, host: httpHost, port: httpPort };
}
