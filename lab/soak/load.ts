import { setTimeout as pause } from 'node:timers/promises';
import { exitOn } from '../../src/app/exit.js';
import { ExitCode, parseCommandLine, wholeNumber } from '../../src/cli/usage.js';
import { balanceLine, isBalanced, type Latency } from './ledger.js';
import { ARTICLES, repeatedly, type Stage, setStage } from './stage.js';

const USAGE = `Usage: npm run load -- [options]

Runs the bot as a process and has many people ask at a steady rate, while one chat floods it, somebody types without end, and
files are added. No question may be lost, answered wrong or answered twice, answers have to stay quick and memory flat. Before
that, questions come one a second and nothing else, for comparison.

  --minutes N   how long (default 10)
  --rate N      questions a second (default 20)
  --chats N     private chats that they come from (default 2000)
  --passages N  passages that the collection holds (default 20000)
  --help        this text`;

/** As Telegram limits chats; see https://core.telegram.org/bots/faq */
const CHAT_PACE = { messageMs: 1_000, groupPerMinute: 20 };
/** What the flooding chat, the typist and the stream of files do, in milliseconds between two. */
const FLOOD_MS = 100;
const TYPING_MS = 5;
const FILE_MS = 5_000;
/** What is asked of the bot: milliseconds from arrival to call, and the share by which memory may grow. */
const LONGEST_P99_MS = 1_000;
const MOST_GROWTH = 0.05;
const MINUTE_MS = 60_000;
const SAMPLE_MS = 2_000;
/** Questions that come before the load, and the milliseconds between two; the first do not count, since nothing is at hand then. */
const CALM = { warmUp: 10, questions: 100, everyMs: 1_000 };
/** How many have come when the load begins. */
const BEFORE = CALM.warmUp + CALM.questions;

interface Load {
  readonly rate: number;
  readonly chats: number;
  readonly minutes: number;
  readonly passages: number;
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseCommandLine(
    { options: { minutes: text, rate: text, chats: text, passages: text, help: { type: 'boolean' } } },
    USAGE,
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return ExitCode.done;
  }
  const load = {
    minutes: wholeNumber('minutes', values.minutes, 10, 1, 10_000),
    rate: wholeNumber('rate', values.rate, 20, 1, 1_000),
    chats: wholeNumber('chats', values.chats, 2_000, 1, 100_000),
    passages: wholeNumber('passages', values.passages, 20_000, 0, 1_000_000),
  };
  const stage = await setStage({ chatPace: CHAT_PACE }, load.passages);
  try {
    await calm(stage);
    const memory = await run(stage, load);
    await stage.settled(MINUTE_MS);
    return report(stage, memory, load);
  } finally {
    await stage.close();
  }
}

/** Asks one question a second, each in a chat of its own, and nothing besides. */
async function calm({ playground, ask, settled }: Stage): Promise<void> {
  for (let turn = 0; turn < BEFORE; turn++) {
    ask(playground.addUser(), turn);
    await pause(CALM.everyMs);
  }
  await settled(MINUTE_MS);
}

/** Loads the bot; gives how much memory it held in each minute, in megabytes, at the median. */
async function run(
  { playground, bot, ask, flood, article }: Stage,
  { rate, chats, minutes }: Load,
): Promise<number[]> {
  const people = Array.from({ length: chats }, () => playground.addUser());
  const [flooder, typist] = [playground.addUser(), playground.addUser()];
  const begun = performance.now();
  const until = begun + minutes * MINUTE_MS;
  const samples: number[][] = Array.from({ length: minutes }, () => []);
  let turn = 0;
  let files = 0;
  let typed = 0;
  // What is due is done at once where the timer came late, so that the rate is kept.
  const atRate = (perSecond: number, act: () => void) => {
    let done = 0;
    return () => {
      for (; done < ((performance.now() - begun) / 1_000) * perSecond; done++) act();
    };
  };
  await Promise.all([
    repeatedly(
      until,
      () => 10,
      atRate(rate, () => {
        const person = people[turn++ % chats] as (typeof people)[number];
        ask(person, turn);
      }),
    ),
    repeatedly(
      until,
      () => 20,
      atRate(1_000 / FLOOD_MS, () => flood(flooder)),
    ),
    repeatedly(
      until,
      () => 10,
      atRate(1_000 / TYPING_MS, () => {
        playground.typeInline(typist, `第${typed++}号`).catch(() => {});
      }),
    ),
    repeatedly(
      until,
      () => FILE_MS,
      () => article(ARTICLES + files++),
    ),
    repeatedly(
      until,
      () => SAMPLE_MS,
      () => {
        samples[Math.floor((performance.now() - begun) / MINUTE_MS)]?.push(bot.megabytes);
      },
    ),
  ]);
  return samples.map(
    (minute) => minute.sort((one, other) => one - other)[Math.floor(minute.length / 2)] ?? 0,
  );
}

function report({ ledger, bot }: Stage, memory: readonly number[], { minutes }: Load): number {
  const [alone, loaded] = [ledger.latency(CALM.warmUp, BEFORE), ledger.latency(BEFORE)];
  const [second, last] = [memory[1] ?? memory[0] ?? 0, memory.at(-1) ?? 0];
  const growth = minutes > 2 ? last / second - 1 : 0;
  process.stdout.write(
    `${balanceLine(ledger.balance)}\n${[...ledger.surprises, ...bot.faults].map((line) => `${line}\n`).join('')}` +
      `from arrival to call, one question a second: ${latencyLine(alone)}\n` +
      `from arrival to call under load: ${latencyLine(loaded)}, ${(loaded.p99 / alone.p99).toFixed(1)} times as long\n` +
      `memory by the minute, MB: ${memory.map((megabytes) => megabytes.toFixed(0)).join(' ')}\n`,
  );
  const isWell = isBalanced(ledger.balance) && ledger.balance.again === 0 && bot.faults.length === 0;
  const passed = isWell && loaded.p99 <= LONGEST_P99_MS && growth <= MOST_GROWTH;
  return passed ? ExitCode.done : ExitCode.failed;
}

function latencyLine({ p50, p99 }: Latency): string {
  return `${p50} ms at the median, ${p99} ms at the 99th percentile`;
}

await main().then((code) => process.exit(code), exitOn);
