import type { Logger } from 'pino';
import type { Answerer } from '../answering/answer.js';
import { describeUnreadable } from '../corpus/errors.js';
import { addWords } from '../language/dictionary.js';
import { identify } from '../telegram/identify.js';
import { type Serving, serve, Webhook } from '../telegram/serve.js';
import { type Config, DEFAULT_HTTP_PORT } from './config.js';
import { healthRoutes } from './health.js';
import { type HttpServer, ListenError, type Routes, serveHttp } from './http.js';
import { openCollection } from './open.js';
import { faultNotice, readerNotice } from './reader-notice.js';
import { reportEvery } from './reading-progress.js';
import { readUserWords } from './user-words.js';

/** What a bot runs with. */
export interface RunOptions {
  readonly config: Config;
  readonly token: string;
  /** Address of the Bot API server, without a trailing slash. */
  readonly apiRoot: string;
  readonly log: Logger;
  /** Serves the bot's routes at a port that somebody else holds; absent: they are served at `HTTP_HOST`, `HTTP_PORT`. */
  readonly mount?: (routes: Routes) => void;
}

/** How many examples are looked for at the start: as many as the chat page shows; a welcome has fewer. */
export const EXAMPLES_AT_START = 6;

/** How often it is told how far the reading at the start has come, in milliseconds. */
const READING_REPORT_MS = 5_000;

/** A bot that answers from its collection. */
export interface RunningBot extends Serving {
  readonly answerer: Answerer;
  /** Resolves when the collection is let go of, its index kept, and the port free; to be called after `stop`. */
  close(): Promise<void>;
}

/**
 * Opens the collection and answers what comes from a Bot API server.
 * @throws what an operator can mend, as `exitOn` knows it: a refused token, a collection without articles …
 */
export async function runBot({ config, token, apiRoot, log, mount }: RunOptions): Promise<RunningBot> {
  let ready = false;
  const webhook = webhookOf(config);
  const routes = {
    ...healthRoutes(() => ready),
    ...(webhook && { [`POST ${webhook.path}`]: webhook.listener }),
  };
  // First of all, so that it can be seen from outside that the bot is starting.
  mount?.(routes);
  const http = mount ? undefined : await serveRoutes(routes, config, log);
  const me = await identify(token, apiRoot);
  if (config.userDict !== undefined) addWords(await readUserWords(config.userDict));
  const collection = await openCollection(config.seedsDir, {
    index: { kind: 'memory', cacheDir: config.indexCacheDir },
    watch: true,
    log,
    limits: { seconds: config.readSeconds, megabytes: config.readMegabytes },
    onRead: reportEvery(READING_REPORT_MS, (state) => log.info(state, 'reading the collection')),
    reader: config.reader,
    timeZone: config.timeZone,
    reading: { onFault: (fault) => log.warn(faultNotice(fault)) },
  });
  const { answerer } = collection;
  const notice = readerNotice(collection.reader);
  if (notice) log[notice.level](notice.text);
  for (const fault of collection.unreadable) log.warn(describeUnreadable(fault));
  const { allowedIds, adminIds } = config;
  const serving = await serve({ token, apiRoot, me, answerer, allowedIds, adminIds, webhook, log });
  ready = true;
  log.info({ bot: me.username, ...collection.survey() }, 'ready');
  // Read while nobody waits, so that the first who says /start need not.
  answerer.examples(EXAMPLES_AT_START).catch(() => {});
  return {
    ...serving,
    answerer,
    stop() {
      ready = false;
      return serving.stop();
    },
    async close() {
      await collection.close();
      await http?.close();
    },
  };
}

function webhookOf({ botMode, webhookUrl, webhookSecret }: Config): Webhook | undefined {
  if (botMode === 'polling') return undefined;
  // `loadConfig` sees to it that webhook mode has both.
  return new Webhook({ url: webhookUrl as string, secret: webhookSecret as string });
}

/**
 * Serves the bot's routes where the settings say. A bot that polls can do without them: where nobody chose a port and the
 * usual one is taken, it goes on with a warning.
 * @throws ListenError
 */
async function serveRoutes(
  routes: Routes,
  { botMode, httpHost: host, httpPort }: Config,
  log: Logger,
): Promise<HttpServer | undefined> {
  try {
    const server = await serveHttp(routes, { host, port: httpPort ?? DEFAULT_HTTP_PORT });
    log.info({ host, port: server.port }, 'listening');
    return server;
  } catch (error) {
    const dispensable = botMode === 'polling' && httpPort === undefined;
    if (!dispensable || !(error instanceof ListenError) || error.code !== 'EADDRINUSE') throw error;
    log.warn(
      { host, port: DEFAULT_HTTP_PORT },
      'the port is taken, so there are no health checks; HTTP_PORT chooses another',
    );
    return undefined;
  }
}
