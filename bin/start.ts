import { setTimeout as pause } from 'node:timers/promises';
import dotenv from 'dotenv';
import { loadConfig } from '../src/app/config.js';
import { exitOn } from '../src/app/exit.js';
import { createLogger } from '../src/app/log.js';
import { didYouMean, misnamedSettings } from '../src/app/misnamed-settings.js';
import { npmGone } from '../src/app/npm-gone.js';
import { runBot } from '../src/app/run.js';
import { secretsIn } from '../src/app/secrets.js';
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

async function main(): Promise<void> {
  const stopped = toldToStop();
  const { values } = parseCommandLine({ options: { help: { type: 'boolean' } } }, USAGE);
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { parsed: file = {} } = dotenv.config({ quiet: true });
  const misnamed = misnamedSettings(SETTING_NAMES, Object.keys(file), Object.keys(process.env)).map(
    didYouMean,
  );
  const settings = loadConfig(process.env, misnamed);
  // What visitors of the chat page do is gone with it.
  const config = settings.botToken === undefined ? { ...settings, dataDir: undefined } : settings;
  // Without a token there is a server on this machine, which the bot cannot tell from Telegram's.
  const local = config.botToken === undefined ? await openLocalServer(config) : undefined;
  const { token, apiRoot } = local ?? { token: config.botToken as string, apiRoot: config.botApiRoot };
  const log = createLogger(config.logLevel, [token, ...secretsIn(process.env)]);
  for (const { en } of misnamed) log.warn(en);
  const starting = runBot({ config, token, apiRoot, log, ...(local && { mount: local.mount }) });
  const bot = await Promise.race([starting, stopped.then(() => undefined)]);
  if (!bot) {
    log.info({ cause: await stopped }, 'stopping before it is ready');
    return;
  }
  if (local) await Promise.race([welcomeVisitors(local, bot), stopped]);
  const cause = await Promise.race([stopped, bot.done]);
  log.info({ cause }, 'stopping');
  if (!(await inTime(bot.stop(), STOP_MS))) log.warn('stopped with updates unfinished');
  if (!(await inTime(bot.close(), CLOSE_MS))) log.warn('stopped before the index was kept');
}

/** Resolves with the reason when the process is to end: a signal, or npm's end. Heard from now on, whatever it is at. */
function toldToStop(): Promise<string> {
  const signal = new Promise<string>((resolve) => {
    // A second signal finds no listener any more and ends the process at once.
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, resolve);
  });
  return Promise.race([signal, npmGone(process.env).then(() => 'npm is gone')]);
}

/** Whether something is done within so many milliseconds. */
async function inTime(work: Promise<void>, ms: number): Promise<boolean> {
  return Promise.race([work.then(() => true), pause(ms, false)]);
}

process.on('uncaughtException', exitOn);
await main().then(() => process.exit(0), exitOn);
