import { setTimeout as pause } from 'node:timers/promises';
import dotenv from 'dotenv';
import type { Logger } from 'pino';
import { type Config, loadConfig } from '../src/app/config.js';
import { exitOn } from '../src/app/exit.js';
import { createLogger } from '../src/app/log.js';
import { misnamedSettings } from '../src/app/misnamed-settings.js';
import { npmGone } from '../src/app/npm-gone.js';
import { type RunningBot, runBot } from '../src/app/run.js';
import { SETTING_NAMES } from '../src/app/settings.js';
import { parseCommandLine } from '../src/cli/usage.js';
import { openLocalServer, welcomeVisitors } from './local-server.js';

const USAGE = `Usage: npm start

Runs the bot; without BOT_TOKEN, a chat page in place of Telegram. It takes no options: settings come from the environment
or from .env, and .env.example describes every one of them. For example: HTTP_PORT=9000 npm start`;

/**
 * How long a stop may take, in milliseconds: what is under way is finished, then the index is kept. Supervisors kill after 10 s.
 * Nothing is lost by an end before: what is not confirmed comes again, and a snapshot is written whole or not at all.
 */
const STOP_MS = 3_700;
const CLOSE_MS = 1_000;

/** Whether a text can be decoded: each `%` begins two digits. */
const URL_ENCODED = /^(?:[^%]|%[0-7][\dA-F])*$/i;

async function main(): Promise<void> {
  const abandoned = npmGone(process.env);
  const { values } = parseCommandLine({ options: { help: { type: 'boolean' } } }, USAGE);
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { parsed: file = {} } = dotenv.config({ quiet: true });
  const misnamed = misnamedSettings(SETTING_NAMES, Object.keys(file), Object.keys(process.env));
  const settings = loadConfig(process.env, misnamed);
  // What visitors of the chat page do is gone with it.
  const config = settings.botToken === undefined ? { ...settings, dataDir: undefined } : settings;
  // Without a token there is a server on this machine, which the bot cannot tell from Telegram's.
  const local = config.botToken === undefined ? await openLocalServer(config) : undefined;
  const { token, apiRoot } = local ?? { token: config.botToken as string, apiRoot: config.botApiRoot };
  const log = createLogger(config.logLevel, [
    token,
    config.webhookSecret ?? '',
    config.index?.password ?? '',
    ...proxySecrets(config),
  ]);
  for (const hint of misnamed) log.warn(hint);
  const bot = await runBot({ config, token, apiRoot, log, ...(local && { mount: local.mount }) });
  if (local) await welcomeVisitors(local, bot);
  await untilStopped(bot, abandoned, log);
  if (!(await inTime(bot.close(), CLOSE_MS))) log.warn('stopped before the index was kept');
}

/** The password of a proxy, as it stands in the address and as it is meant. */
function proxySecrets({ httpsProxy }: Config): string[] {
  if (httpsProxy === undefined) return [];
  const { password } = new URL(httpsProxy);
  return [password, ...(URL_ENCODED.test(password) ? [decodeURIComponent(password)] : [])];
}

/** Resolves when a signal, or npm's end, has ended the bot in good order; rejects when it cannot go on. */
async function untilStopped(bot: RunningBot, abandoned: Promise<void>, log: Logger): Promise<void> {
  const signal = new Promise<string>((resolve) => {
    // A second signal finds no listener any more and ends the process at once.
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, resolve);
  });
  const npm = abandoned.then(() => 'npm is gone');
  const cause = await Promise.race([signal, npm, bot.done]);
  log.info({ cause }, 'stopping');
  if (!(await inTime(bot.stop(), STOP_MS))) log.warn('stopped with updates unfinished');
}

/** Whether something is done within so many milliseconds. */
async function inTime(work: Promise<void>, ms: number): Promise<boolean> {
  return Promise.race([work.then(() => true), pause(ms, false)]);
}

process.on('uncaughtException', exitOn);
await main().then(() => process.exit(0), exitOn);
