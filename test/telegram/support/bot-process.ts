import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Playground } from '../../../playground/interface.js';
import { ARTICLES, temporaryFolder } from './articles.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Tests ask more in a minute than people do. */
const UNLIMITED = { QUESTIONS_PER_PERSON: '0', QUESTIONS_PER_CHAT: '0' };

/** How a process ended, and what it wrote. */
export interface Ended {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The bot as users run it: a process of its own. */
export interface BotProcess {
  /** What it wrote to standard error so far. */
  readonly log: () => string;
  readonly ended: Promise<Ended>;
  /** Resolves with the first line of the log that has the text; rejects when the process ends before. */
  logged(text: string): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<Ended>;
}

/** Builds what has changed, if the run of tests has not done so already (see test/build.ts). */
export function build(): void {
  if (process.env.BUILT_FOR_TESTS) return;
  execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}

/**
 * Runs the built `main` with these settings and no others; its folder has no `.env`. It listens at a free port unless they
 * say otherwise.
 * @param root where the build is; by default this project
 */
export async function runMain(
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  root = ROOT,
): Promise<BotProcess> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(root, 'dist/bin/start.js'), ...args], {
    cwd: await temporaryFolder(),
    env: { PATH, HOME, INDEX_CACHE_DIR: '', DATA_DIR: '', HTTP_PORT: '0', ...UNLIMITED, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return watch(child);
}

/**
 * Starts the bot against the playground and waits until it is ready.
 * @param root where the build is; by default this project
 */
export async function startBot(
  { token, apiRoot }: Pick<Playground, 'apiRoot' | 'token'>,
  settings: Readonly<Record<string, string>> = {},
  root = ROOT,
): Promise<BotProcess> {
  const own = { BOT_TOKEN: token, BOT_API_ROOT: apiRoot, SEEDS_DIR: ARTICLES };
  const bot = await runMain({ ...own, ...settings }, [], root);
  await bot.logged('"ready"');
  return bot;
}

/** Where a bot that has started serves its health routes, without a slash at the end. */
export async function httpAddress(bot: BotProcess): Promise<string> {
  const { host, port } = JSON.parse(await bot.logged('"listening"')) as { host: string; port: number };
  return `http://${host}:${port}`;
}

/** A port of this machine where nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function watch(child: ChildProcess): BotProcess {
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
    for (const listener of listeners) listener();
  });
  const ended = once(child, 'close').then(
    ([code]): Ended => ({ code: code as number | null, stdout, stderr }),
  );
  return {
    log: () => stderr,
    ended,
    logged: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const line = stderr.split('\n').find((candidate) => candidate.includes(text));
          if (line !== undefined) resolve(line);
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`the process ended without logging ${text}:\n${stderr}`)));
      }),
    kill: (signal) => void child.kill(signal),
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
