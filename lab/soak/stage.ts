import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../playground/playground.js';
import { BotUnderTest } from './bot-under-test.js';
import { Ledger } from './ledger.js';

/** A bot with a server, a collection and a ledger of its own. */
export interface Stage {
  readonly playground: Playground;
  readonly bot: BotUnderTest;
  readonly ledger: Ledger;
  /** Writes or replaces an article of the collection. */
  article(number: number): Promise<void>;
  /** Waits until every question has its answer, for so many milliseconds at most. */
  settled(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** What people ask about the articles of the stage. */
export function questionOn(number: number): string {
  return `第${number}号水库什么时候完工？`;
}

/** Sets the stage: a folder of twenty articles, and the bot running. */
export async function setStage(options: PlaygroundOptions = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-soak-'));
  const articles = join(folder, 'articles');
  await mkdir(articles);
  const article = (number: number): Promise<void> =>
    writeFile(
      join(articles, `${number}.md`),
      `# 第${number}号水库\n\n第${number}号水库将于${number + 2000}年完工。\n`,
    );
  for (let number = 0; number < 20; number++) await article(number);
  const playground = await startPlayground(options);
  const ledger = new Ledger();
  playground.subscribe((event) => {
    if (event.type === 'call') ledger.called(event.call);
  });
  const bot = new BotUnderTest(
    {
      BOT_TOKEN: playground.token,
      BOT_API_ROOT: playground.apiRoot,
      SEEDS_DIR: articles,
      DATA_DIR: join(folder, 'data'),
    },
    folder,
  );
  await bot.start();
  return {
    playground,
    bot,
    ledger,
    article,
    async settled(ms) {
      const until = performance.now() + ms;
      while (ledger.balance.lost > 0 && performance.now() < until) await pause(500);
    },
    async close() {
      await bot.end('SIGTERM');
      await playground.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Does something over and over until the time is over, with a pause before each that `every` gives in milliseconds. */
export async function repeatedly(until: number, every: () => number, act: () => unknown): Promise<void> {
  for (;;) {
    const ms = every();
    if (performance.now() + ms > until) return;
    await pause(ms);
    await act();
  }
}
