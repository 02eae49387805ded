import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../../playground/playground.js';
import { exitOn } from '../../src/app/exit.js';
import { ExitCode, parseCommandLine, wholeNumber } from '../../src/cli/usage.js';
import { pick, randomFrom } from '../random.js';
import { balanceLine, isBalanced } from './ledger.js';
import { ARTICLES, repeatedly, type Stage, setStage } from './stage.js';

const USAGE = `Usage: npm run soak -- [options]

Runs the bot as a process against the local Bot API server and makes everything fail in turn: the network, the server, the
process itself, the files. Meanwhile people ask, and at the end every question has to have its answer, the right one, and once;
again only where a process ended while it was under way.

  --minutes N   how long (default 10)
  --seed N      which faults, and when (default 1)
  --help        this text`;

/** People who ask, so that nobody asks faster than is answered. */
const PEOPLE = 100;
/** How long answers may still come when all is well again, in milliseconds. */
const RECOVERY_MS = 180_000;
/** Answers that may be under way when a process ends, and come again. */
const UNDER_WAY = 3;
/** People whose chats meet a flood limit at the same moment: more than a poll brings updates. */
const CROWD = 130;
/** How many of the starts are cut off, and within how many milliseconds. */
const ENDED_AT_START = 0.2;
const START_MS = 2_000;

const FAULTS: readonly Fault[] = [
  { kind: 'hang' },
  { kind: 'drip' },
  { kind: 'reset' },
  { kind: 'drop' },
  { kind: 'drop', after: true },
  { kind: 'html' },
  { kind: 'conflict' },
  { kind: 'error', code: 502, description: 'Bad Gateway' },
  { kind: 'flood', retryAfter: 3 },
  { kind: 'flood', retryAfter: 25 },
  { kind: 'slow', ms: 3_000 },
];

async function main(): Promise<number> {
  const { values } = parseCommandLine(
    { options: { minutes: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } } },
    USAGE,
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return ExitCode.done;
  }
  const minutes = wholeNumber('minutes', values.minutes, 10, 1, 100_000);
  const random = randomFrom(wholeNumber('seed', values.seed, 1, 0, 1_000_000));
  const stage = await setStage();
  try {
    const ends = await soak(stage, performance.now() + minutes * 60_000, random);
    stage.playground.recover();
    await stage.settled(RECOVERY_MS);
    const { balance } = stage.ledger;
    const { faults } = stage.bot;
    process.stdout.write(
      `${balanceLine(balance)}\n${ends} restarts\n${[...stage.ledger.surprises, ...faults].map((line) => `${line}\n`).join('')}`,
    );
    const isWell = isBalanced(balance) && faults.length === 0;
    return isWell && balance.again <= ends * UNDER_WAY ? ExitCode.done : ExitCode.failed;
  } finally {
    await stage.close();
  }
}

/** Lets everything happen until the time is over; gives how often the process was ended. */
async function soak(stage: Stage, until: number, random: () => number): Promise<number> {
  const { playground } = stage;
  const people = Array.from({ length: PEOPLE }, () => playground.addUser());
  const crowd = Array.from({ length: CROWD }, () => playground.addUser());
  const between = (least: number, most: number) => () => (least + random() * (most - least)) * 1_000;
  const someArticle = (): number => Math.floor(random() * ARTICLES);
  // A poll that hangs is given up after 45 seconds: were others to hang behind it, nobody would be heard for a quarter of an hour.
  let failingPolls = 0;
  const unsubscribe = playground.subscribe((event) => {
    if (event.type === 'call' && event.call.method === 'getUpdates' && event.call.fault) failingPolls -= 1;
  });
  let ends = 0;
  await Promise.all([
    repeatedly(until, between(0.1, 1), () => stage.ask(pick(people, random), someArticle())),
    repeatedly(until, between(30, 90), () => {
      for (const person of crowd) {
        playground.fail({ kind: 'flood', retryAfter: 20 }, { method: 'sendMessage', chat: person.id });
        stage.ask(person, someArticle());
      }
    }),
    repeatedly(until, between(3, 12), () => {
      const method = pick(['getUpdates', 'sendMessage'], random);
      const fault = pick(FAULTS, random);
      const times = 1 + (random() < 0.3 ? 2 : 0);
      if (method === 'getUpdates' ? failingPolls > 0 : fault.kind === 'conflict') return;
      if (method === 'getUpdates') failingPolls += times;
      playground.fail(fault, { method, times });
    }),
    repeatedly(until, between(15, 60), async () => {
      ends += await restart(stage, random);
    }),
    repeatedly(until, between(2, 10), () => stage.article(Math.floor(random() * 2 * ARTICLES))),
  ]);
  unsubscribe();
  return ends;
}

/** Ends the process and starts it again, now and then to end it before it is ready; gives how often it was ended. */
async function restart({ bot, ledger }: Stage, random: () => number): Promise<number> {
  const signal = pick(['SIGKILL', 'SIGTERM'] as const, random);
  for (let ends = 1; ; ends += 1) {
    await bot.end(signal);
    ledger.restarted();
    const started = bot.start();
    if (random() < ENDED_AT_START) await pause(random() * START_MS);
    else {
      await started;
      return ends;
    }
  }
}

await main().then((code) => process.exit(code), exitOn);
