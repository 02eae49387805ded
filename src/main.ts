import { setTimeout as pause } from 'node:timers/promises';
import dotenv from 'dotenv';
import type { Logger } from 'pino';
import type { Answerer } from './answering/answer.js';
import { createAnswerer } from './answering/answerer.js';
import { type Config, loadConfig } from './config.js';
import { readCollection } from './corpus/collection.js';
import { describeUnreadable } from './corpus/errors.js';
import { passagesOf } from './corpus/passages.js';
import { exitOn } from './exit.js';
import { localNotice, openLocalServer } from './local-server.js';
import { createLogger } from './log.js';
import type { Playground } from './playground/playground.js';
import { MiniSearchIndex } from './retrieval/minisearch-index.js';
import { createBot, HANDLED_UPDATES, handleUpdate } from './telegram/bot.js';
import { identify } from './telegram/delivery/connect.js';
import { type Delivery, startPolling } from './telegram/delivery/polling.js';
import { publishCommands } from './telegram/surfaces/commands.js';

/** How long handlers may go on after a signal to stop, in milliseconds. */
const STOP_MS = 10_000;
/** How many questions the chat page suggests to ask. */
const SUGGESTIONS = 6;

async function main(): Promise<void> {
  dotenv.config({ quiet: true });
  const config = loadConfig(process.env);
  // Without a token there is a server on this machine, which the bot cannot tell from Telegram's.
  const local = config.botToken === undefined ? await openLocalServer(config) : undefined;
  const { token, apiRoot } = local ?? { token: config.botToken as string, apiRoot: config.botApiRoot };
  const log = createLogger(config.logLevel, [token, config.webhookSecret ?? '']);

  const me = await identify(token, apiRoot);
  const answerer = await openCollection(config, log);
  const bot = createBot({ token, apiRoot, allowedIds: config.allowedIds, me, answerer, log });
  const delivery = await startPolling({
    api: bot.api,
    handle: (update) => handleUpdate(bot, update),
    kinds: HANDLED_UPDATES,
    apiRoot,
    log,
  });
  log.info({ bot: me.username, articles: answerer.summary(0).articles }, 'ready');
  const published = publishCommands(bot.api);
  published.catch((error: unknown) => log.warn({ err: error }, 'no menu of commands'));
  if (local) await welcomeVisitors(local, answerer, published);
  await untilStopped(delivery, log);
}

async function openCollection({ seedsDir }: Config, log: Logger): Promise<Answerer> {
  const { articles, unreadable } = await readCollection(seedsDir);
  for (const fault of unreadable) log.warn(describeUnreadable(fault));
  const index = new MiniSearchIndex();
  await index.add(articles.flatMap((article) => passagesOf(article)));
  return createAnswerer(index, () => articles);
}

/** Suggests what to ask and prints the address of the chat page, last of all. */
async function welcomeVisitors(
  local: Playground,
  answerer: Answerer,
  published: Promise<unknown>,
): Promise<void> {
  local.suggest(await answerer.examples(SUGGESTIONS));
  await Promise.allSettled([published]);
  process.stdout.write(localNotice(local));
}

/** Resolves when a signal has ended delivery in good order; rejects when delivery cannot go on. */
async function untilStopped(delivery: Delivery, log: Logger): Promise<void> {
  const signal = new Promise<string>((resolve) => {
    // A second signal finds no listener any more and ends the process at once.
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, resolve);
  });
  const received = await Promise.race([signal, delivery.done]);
  log.info({ signal: received }, 'stopping');
  const stopped = delivery.stop().then(() => true);
  if (!(await Promise.race([stopped, pause(STOP_MS)]))) log.warn('stopped with updates unfinished');
}

process.on('uncaughtException', exitOn);
await main().then(() => process.exit(0), exitOn);
