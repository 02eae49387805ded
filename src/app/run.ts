import type { Logger } from 'pino';
import type { Answerer } from '../answering/answer.js';
import type { SharedUpdateClaims } from '../collection/open-cluster.js';
import { describeUnreadable } from '../corpus/errors.js';
import { keptFile, onFaultOf } from '../keeping/kept-files.js';
import { addWords } from '../language/dictionary.js';
import { identify } from '../telegram/identify.js';
import { Bindings, openOffice, type Serving, serve, Webhook } from '../telegram/serve.js';
import { claimFolders } from './claim-folders.js';
import { type ClusterConfig, type Config, DEFAULT_HTTP_PORT } from './config.js';
import { healthRoutes } from './health.js';
import { type HttpServer, ListenError, type Routes, serveHttp } from './http.js';
import { keepHeapLean } from './lean-heap.js';
import { Metrics, type Sizes } from './metrics.js';
import { type OpenCollection, openCollection } from './open.js';
import { proxyAgent } from './proxy.js';
import { faultNotice, readerNotice } from './reader-notice.js';
import { reportEvery } from './reading-progress.js';
import { whoElseReaches } from './this-machine.js';
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
export async function runBot({ config: asked, token, apiRoot, log, mount }: RunOptions): Promise<RunningBot> {
  let ready = false;
  let collection: OpenCollection | undefined;
  const metrics = new Metrics(() => collection && sizesOf(collection));
  const webhook = webhookOf(asked);
  const routes = {
    ...healthRoutes(() => ready && collection?.isAnswering() === true),
    ...metrics.routes,
    ...(webhook && { [`POST ${webhook.path}`]: webhook.listener }),
  };
  // First of all, so that it can be seen from outside that the bot is starting.
  mount?.(routes);
  const http = mount ? undefined : await serveRoutes(routes, asked, log);
  const { config, keepsIndex, release } = await claimFolders(asked, log);
  const server = { apiRoot, agent: proxyAgent(apiRoot, config) };
  const me = await identify(token, server);
  let serving: Serving | undefined;
  if (config.userDict !== undefined) addWords(await readUserWords(config.userDict));
  const opened = await openCollection(config.seedsDir, {
    index: config.index
      ? { kind: 'cluster', ...config.index }
      : { kind: 'memory', cacheDir: config.indexCacheDir, keeps: keepsIndex },
    watch: true,
    log,
    limits: { seconds: config.readSeconds, megabytes: config.readMegabytes },
    // A change that comes before anybody is served is found by the collection's version.
    onChange: (added) => serving?.changed(added),
    onRead: reportEvery(READING_REPORT_MS, (state) => log.info(state, 'reading the collection')),
    reader: config.reader,
    timeZone: config.timeZone,
    reading: { onFault: (fault) => log.warn(faultNotice(fault).en) },
    onReading: (outcome, seconds) => metrics.read(outcome, seconds),
  });
  collection = opened;
  const { answerer } = opened;
  const notice = readerNotice(opened.reader);
  if (notice) log[notice.level](notice.text.en);
  for (const fault of opened.unreadable) log.warn(describeUnreadable(fault, 'en'));
  const { adminIds, allowedIds: allowed, blockedIds: blocked, dataDir, keepQuestions } = config;
  const limits = {
    perPerson: config.questionsPerPerson,
    perChat: config.questionsPerChat,
    exempt: adminIds,
  };
  const bindings = await Bindings.open(keptFile(dataDir, 'collections'), onFaultOf('collections', log));
  const office = await openOffice({
    adminIds,
    shelf: opened.shelf,
    dataDir,
    keepsQuestions: keepQuestions,
    calendar: { now: () => new Date(), timeZone: config.timeZone },
    log,
  });
  const { index: place } = config;
  const shared = webhook && place && (await claimsOf(place, me.id));
  const started = await serve({
    ...server,
    token,
    me,
    answerer,
    collections: { parts: opened.parts, bindings },
    access: { allowed, blocked },
    adminIds,
    limits,
    dataDir,
    keepQuestions,
    webhook,
    sharedUpdates: shared,
    log,
    measures: metrics,
    office,
  });
  serving = started;
  keepHeapLean();
  ready = true;
  log.info({ bot: me.username, ...opened.survey() }, 'ready');
  // Read while nobody waits, so that the first who says /start need not.
  answerer.examples(EXAMPLES_AT_START).catch(() => {});
  return {
    ...started,
    answerer,
    stop() {
      ready = false;
      return started.stop();
    },
    async close() {
      await bindings.settled();
      await Promise.all([opened.close(), shared?.close()]);
      await http?.close();
      await release();
    },
  };
}

/** What the metrics tell of a collection. */
function sizesOf({ answerer, survey, waiting }: OpenCollection): Sizes {
  const { files, articles, leftOut } = survey();
  const { passages } = answerer.summary(0);
  return { files, articles, leftOut, passages, waiting: waiting(), version: answerer.version };
}

function webhookOf({ botMode, webhookUrl, webhookSecret }: Config): Webhook | undefined {
  if (botMode === 'polling') return undefined;
  // `loadConfig` sees to it that webhook mode has both.
  return new Webhook({ url: webhookUrl as string, secret: webhookSecret as string });
}

/** What the bots that share an index know of each other's updates; a cluster's client is loaded only where there is one. */
async function claimsOf(cluster: ClusterConfig, bot: number): Promise<SharedUpdateClaims> {
  const { openSharedUpdates } = await import('../collection/open-cluster.js');
  return openSharedUpdates(cluster, bot);
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
    const others = whoElseReaches(host);
    if (others !== undefined)
      log.warn(`HTTP_HOST is ${host}: ${others} reaches the health checks and the webhook.`);
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
