import { cpSync, mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { User } from 'grammy/types';
import { afterAll, beforeAll } from 'vitest';
import { type Playground, startPlayground } from '../../../playground/playground.js';
import { loadConfig } from '../../../src/app/config.js';
import type { Routes } from '../../../src/app/http.js';
import { loggerTo } from '../../../src/app/log.js';
import { type RunningBot, runBot } from '../../../src/app/run.js';
import { ARTICLES, temporaryFolder } from './articles.js';

/** The whole bot in the tests' own process, with a folder of articles that may be changed. */
export interface WholeBot {
  readonly playground: Playground;
  /** Where its articles are. */
  readonly seeds: string;
  /** Where it keeps what outlasts it. */
  readonly data: string;
  /** All that it logged, at the level trace. */
  readonly log: () => string;
  readonly routes: Routes;
  /** What `/metrics` answers. */
  metrics(): Promise<string>;
  /** Resolves when it has handled all that was said. */
  settled(): Promise<void>;
  /** Ends it and starts it again with the same folders. */
  restart(): Promise<void>;
}

/**
 * The bot of a file's tests, polling over HTTP, without the reader.
 * @param settings of people who are made first
 */
export function useWholeBot(
  settings: (people: {
    readonly admin: User;
    readonly playground: Playground;
  }) => Record<string, string> = () => ({}),
): WholeBot & { readonly admin: User } {
  let playground: Playground;
  let admin: User;
  let seeds: string;
  let data: string;
  let bot: RunningBot;
  let routes: Routes = {};
  let log = '';
  const start = async (): Promise<void> => {
    const config = loadConfig({
      SEEDS_DIR: seeds,
      DATA_DIR: data,
      INDEX_CACHE_DIR: '',
      READER: 'off',
      ADMIN_IDS: String(admin.id),
      ...settings({ admin, playground }),
    });
    const { token, apiRoot } = playground;
    const write = (line: string): void => {
      log += line;
    };
    const mount = (mounted: Routes): void => {
      routes = mounted;
    };
    const logger = loggerTo({ write }, 'trace', [token]);
    bot = await runBot({ config, token, apiRoot, log: logger, mount });
    await bot.published.catch(() => {});
  };
  beforeAll(async () => {
    playground = await startPlayground({
      settings: { canReadAllGroupMessages: true },
      queryTimeoutMs: 60_000,
    });
    admin = playground.addUser({ first_name: '编' });
    const folder = await temporaryFolder();
    seeds = join(folder, 'seeds');
    data = join(folder, 'data');
    mkdirSync(seeds);
    cpSync(ARTICLES, seeds, { recursive: true });
    await start();
  });
  const end = async (): Promise<void> => {
    await bot.stop();
    await bot.close();
  };
  afterAll(async () => {
    await end();
    await playground.close();
  });
  const metrics = (): Promise<string> => {
    return new Promise((resolve, reject) => {
      const response = { writeHead: () => response, end: resolve };
      const listener = routes['GET /metrics'];
      if (listener)
        listener({} as IncomingMessage, response as unknown as ServerResponse & { req: IncomingMessage });
      else reject(new Error('no such route'));
    });
  };
  return {
    metrics,
    async settled() {
      await playground.waitForPoll();
      while (!(await metrics()).includes('jianbao_updates_under_way 0\n')) await pause(20);
    },
    get playground() {
      return playground;
    },
    get admin() {
      return admin;
    },
    get seeds() {
      return seeds;
    },
    get data() {
      return data;
    },
    log: () => log,
    get routes() {
      return routes;
    },
    async restart() {
      await end();
      await start();
    },
  };
}
