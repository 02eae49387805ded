import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { User } from '@grammyjs/types';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../playground/playground.js';
import { writeArchive } from './archive.js';
import { BotUnderTest } from './bot-under-test.js';
import { Ledger } from './ledger.js';

/** How many articles there are from the beginning, which people ask about. */
export const ARTICLES = 20;

/** A bot with a server, a collection and a ledger of its own. */
export interface Stage {
  readonly playground: Playground;
  readonly bot: BotUnderTest;
  readonly ledger: Ledger;
  /** Has somebody ask in private about one of the first articles, or the archive, and enters it in the ledger. */
  ask(person: User, number: number): void;
  /** Has somebody ask of whom nothing is expected. */
  flood(person: User): void;
  /** Writes or replaces an article of the collection. */
  article(number: number): Promise<void>;
  /** Waits until every question has its answer, for so many milliseconds at most. */
  settled(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Of two characters each, so that no question can be taken to follow up another. */
const [FIRST, SECOND] = ['青白红金银玉龙凤云松', '石潭溪湾桥井'];

/** What an article of the stage is about. */
function placeOf(number: number): string {
  const first = FIRST.charAt(number % FIRST.length);
  const second = SECOND.charAt(Math.floor(number / FIRST.length) % SECOND.length);
  const again = Math.floor(number / (FIRST.length * SECOND.length));
  return `${first}${second}水库${again === 0 ? '' : `${again}期`}`;
}

/** What people ask about an article of the stage. */
function questionOn(number: number): string {
  return `${placeOf(number)}什么时候完工？`;
}

/** What answers it. */
function answerOn(number: number): string {
  return `${number + 2000}年`;
}

/** What an answer has to say where nobody knows it. */
const ANYTHING = '';

/**
 * Sets the stage: a folder of twenty articles, and the bot running.
 * @param archive how many passages of everyday articles there are besides; every other question is on them
 */
export async function setStage(options: PlaygroundOptions = {}, archive = 0): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-soak-'));
  const articles = join(folder, 'articles');
  await mkdir(articles);
  const article = (number: number): Promise<void> =>
    writeFile(
      join(articles, `${number}.md`),
      `# ${placeOf(number)}\n\n${placeOf(number)}将于${answerOn(number)}完工。\n`,
    );
  for (let number = 0; number < ARTICLES; number++) await article(number);
  const others = archive === 0 ? [] : await writeArchive(articles, archive);
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
    ask(person, number) {
      const other = number % 2 === 0 ? undefined : others[(number >> 1) % others.length];
      const about = number % ARTICLES;
      if (other !== undefined) ledger.asked(playground.say(person, person, other), ANYTHING);
      else ledger.asked(playground.say(person, person, questionOn(about)), answerOn(about));
    },
    flood: (person) => void playground.say(person, person, questionOn(3)),
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
