import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Playground, startPlayground } from '../../../playground/playground.js';
import { temporaryFolder } from '../../telegram/support/articles.js';
import { type BotProcess, freePort, startBot } from '../../telegram/support/bot-process.js';
import { type Balancer, startBalancer } from './balancer.js';
import { type Ferry, ferry } from './ferries.js';

/** Articles before the first question. */
const FIRST = 100;
const BOTS = 2;

/** Two bots of one token behind a balancer, which share a folder and an index; Telegram in front of them. */
export interface Stage {
  readonly playground: Playground;
  readonly folder: string;
  /** All articles so far, in the order in which they came. */
  readonly ferries: readonly Ferry[];
  /** Puts another article into the folder, whole at once. */
  add(): Promise<Ferry>;
  /** Number of the bot that writes the index, as far as it has been told; `undefined`: none. */
  writer(): number | undefined;
  /** Ends a bot as a machine does that loses its power. */
  kill(bot: number): Promise<void>;
  start(bot: number): Promise<void>;
  /** Whether each bot says that it answers (`/readyz`). */
  ready(): Promise<boolean[]>;
  close(): Promise<void>;
}

/**
 * @param name of the index
 * @param urls nodes of its cluster
 */
export async function openStage(name: string, urls: readonly string[]): Promise<Stage> {
  const folder = join(await temporaryFolder(), 'articles');
  await mkdir(folder);
  const outside = await temporaryFolder();
  const ferries: Ferry[] = [];
  const add = async (): Promise<Ferry> => {
    const next = ferry(ferries.length);
    // Written elsewhere, so that nobody reads a part.
    await writeFile(join(outside, next.file), next.text);
    await rename(join(outside, next.file), join(folder, next.file));
    ferries.push(next);
    return next;
  };
  for (let i = 0; i < FIRST; i++) await add();
  const playground = await startPlayground();
  const ports = await Promise.all(Array.from({ length: BOTS }, freePort));
  const balancer: Balancer = await startBalancer(ports);
  const settings = {
    BOT_MODE: 'webhook',
    WEBHOOK_URL: `${balancer.url}/telegram`,
    WEBHOOK_SECRET: 'only-telegram-knows',
    SEEDS_DIR: folder,
    INDEX_URL: urls.join(','),
    INDEX_NAME: name,
    // What is tested is the index: two cores have three nodes and two bots to run, and reading would take what is left.
    READER: 'off',
  };
  const bots: BotProcess[] = [];
  const start = async (bot: number): Promise<void> => {
    bots[bot] = await startBot(playground, { ...settings, HTTP_PORT: String(ports[bot]) });
  };
  await Promise.all(ports.map((_, bot) => start(bot)));
  const kill = async (bot: number): Promise<void> => {
    bots[bot]?.kill('SIGKILL');
    await bots[bot]?.ended;
  };
  return {
    playground,
    folder,
    ferries,
    add,
    kill,
    start,
    ready: () =>
      Promise.all(
        ports.map(async (port) => {
          const { status } = await fetch(`http://127.0.0.1:${port}/readyz`);
          return status === 200;
        }),
      ),
    writer() {
      const found = bots.findIndex((bot) => isWriting(bot.log()));
      return found < 0 ? undefined : found;
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.stop()));
      await balancer.close();
      await playground.close();
    },
  };
}

/** What a bot last said of its part. */
function isWriting(log: string): boolean {
  return log.lastIndexOf('"writing the index"') > log.lastIndexOf('"another process writes the index"');
}
