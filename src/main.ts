import { setTimeout as pause } from 'node:timers/promises';
import dotenv from 'dotenv';
import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { Answerer } from './answering/answer.js';
import { parseCommandLine } from './cli/usage.js';
import { type Config, DEFAULT_HTTP_PORT, loadConfig, SETTING_NAMES } from './config.js';
import { describeUnreadable } from './corpus/errors.js';
import { exitOn } from './exit.js';
import { addWords } from './language/dictionary.js';
import { localNotice, openLocalServer } from './local-server.js';
import { createLogger } from './log.js';
import { npmGone } from './npm-gone.js';
import { openCollection } from './open.js';
import type { Playground } from './playground/playground.js';
import { misnamedSettings } from './setting-names.js';
import { createBot, HANDLED_UPDATES, handleUpdate } from './telegram/bot.js';
import type { BotContext } from './telegram/context.js';
import { identify } from './telegram/delivery/connect.js';
import type { Delivery } from './telegram/delivery/delivery.js';
import { startPolling } from './telegram/delivery/polling.js';
import { startWebhook } from './telegram/delivery/webhook.js';
import { publishCommands } from './telegram/surfaces/commands.js';
import { readUserWords } from './user-words.js';

const USAGE = `Usage: npm start

Runs the bot; without BOT_TOKEN, a chat page in place of Telegram. It takes no options: settings come from the environment
or from .env, and .env.example describes every one of them. For example: HTTP_PORT=9000 npm start`;

/** How long handlers may go on after a signal to stop, in milliseconds. */
const STOP_MS = 10_000;
/** How many questions the chat page suggests to ask. */
const SUGGESTIONS = 6;

async function main(): Promise<void> {
  const abandoned = npmGone(process.env);
  const { values } = parseCommandLine({ options: { help: { type: 'boolean' } } }, USAGE);
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { parsed: file = {} } = dotenv.config({ quiet: true });
  const misnamed = misnamedSettings(SETTING_NAMES, Object.keys(file), Object.keys(process.env));
  const config = loadConfig(process.env, misnamed);
  // Without a token there is a server on this machine, which the bot cannot tell from Telegram's.
  const local = config.botToken === undefined ? await openLocalServer(config) : undefined;
  const { token, apiRoot } = local ?? { token: config.botToken as string, apiRoot: config.botApiRoot };
  const log = createLogger(config.logLevel, [token, config.webhookSecret ?? '']);
  for (const hint of misnamed) log.warn(hint);

  const me = await identify(token, apiRoot);
  if (config.userDict !== undefined) addWords(await readUserWords(config.userDict));
  const collection = await openCollection(config.seedsDir, {
    cacheDir: config.indexCacheDir,
    watch: true,
    log,
  });
  const { answerer } = collection;
  for (const fault of collection.unreadable) log.warn(describeUnreadable(fault));
  const bot = createBot({ token, apiRoot, allowedIds: config.allowedIds, me, answerer, log });
  const delivery = await startDelivery(bot, apiRoot, config, log);
  log.info({ bot: me.username, articles: answerer.summary(0).articles }, 'ready');
  const published = publishCommands(bot.api);
  published.catch((error: unknown) => log.warn({ err: error }, 'no menu of commands'));
  if (local) await welcomeVisitors(local, answerer, published);
  await untilStopped(delivery, abandoned, log);
  await collection.close();
}

async function startDelivery(
  bot: Bot<BotContext>,
  apiRoot: string,
  { botMode, webhookUrl, webhookSecret, httpHost, httpPort = DEFAULT_HTTP_PORT }: Config,
  log: Logger,
): Promise<Delivery> {
  const handle = (update: Update) => handleUpdate(bot, update);
  const options = { api: bot.api, handle, kinds: HANDLED_UPDATES, log };
  if (botMode === 'polling') return startPolling({ ...options, apiRoot });
  // `loadConfig` sees to it that webhook mode has both.
  const address = { url: webhookUrl as string, secret: webhookSecret as string };
  return startWebhook({ ...options, ...address, host: httpHost, port: httpPort });
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

/** Resolves when a signal, or npm's end, has ended delivery in good order; rejects when delivery cannot go on. */
async function untilStopped(delivery: Delivery, abandoned: Promise<void>, log: Logger): Promise<void> {
  const signal = new Promise<string>((resolve) => {
    // A second signal finds no listener any more and ends the process at once.
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, resolve);
  });
  const npm = abandoned.then(() => 'npm is gone');
  const cause = await Promise.race([signal, npm, delivery.done]);
  log.info({ cause }, 'stopping');
  const stopped = delivery.stop().then(() => true);
  if (!(await Promise.race([stopped, pause(STOP_MS)]))) log.warn('stopped with updates unfinished');
}

process.on('uncaughtException', exitOn);
await main().then(() => process.exit(0), exitOn);
