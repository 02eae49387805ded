import type { Fault } from '../../playground/playground.js';
import { exitOn } from '../../src/app/exit.js';
import { ExitCode, parseCommandLine, wholeNumber } from '../../src/cli/usage.js';
import { pick, randomFrom } from '../random.js';
import { questionOn, repeatedly, type Stage, setStage } from './stage.js';

const USAGE = `Usage: npm run soak -- [options]

Runs the bot as a process against the local Bot API server and makes everything fail in turn: the network, the server, the
process itself, the files. Meanwhile people ask, and at the end every question has to have its answer.

  --minutes N   how long (default 10)
  --seed N      which faults, and when (default 1)
  --help        this text`;

/** People who ask, so that nobody asks faster than is answered. */
const PEOPLE = 100;
/** How long answers may still come when all is well again, in milliseconds. */
const RECOVERY_MS = 180_000;
/** Answers that may be under way when a process is killed, and come again. */
const UNDER_WAY = 10;

const FAULTS: readonly Fault[] = [
  { kind: 'hang' },
  { kind: 'drip' },
  { kind: 'reset' },
  { kind: 'drop' },
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
    const kills = await soak(stage, performance.now() + minutes * 60_000, random);
    stage.playground.recover();
    await stage.settled(RECOVERY_MS);
    const { asked, lost, twice } = stage.ledger.balance;
    process.stdout.write(`${asked} questions, ${kills} kills: ${lost} lost, ${twice} answered twice\n`);
    return lost === 0 && twice <= kills * UNDER_WAY ? ExitCode.done : ExitCode.failed;
  } finally {
    await stage.close();
  }
}

/** Lets everything happen until the time is over; gives how often the process was killed. */
async function soak(stage: Stage, until: number, random: () => number): Promise<number> {
  const { playground, bot, ledger } = stage;
  const people = Array.from({ length: PEOPLE }, () => playground.addUser());
  const between = (least: number, most: number) => () => (least + random() * (most - least)) * 1_000;
  let kills = 0;
  await Promise.all([
    repeatedly(until, between(0.1, 1), () => {
      const person = pick(people, random);
      ledger.asked(playground.say(person, person, questionOn(Math.floor(random() * 20))));
    }),
    repeatedly(until, between(3, 12), () => {
      const method = pick(['getUpdates', 'sendMessage'], random);
      const fault = pick(FAULTS, random);
      if (fault.kind !== 'conflict' || method === 'getUpdates')
        playground.fail(fault, { method, times: 1 + (random() < 0.3 ? 2 : 0) });
    }),
    repeatedly(until, between(15, 60), async () => {
      const signal = pick(['SIGKILL', 'SIGTERM'] as const, random);
      if (signal === 'SIGKILL') kills += 1;
      await bot.end(signal);
      await bot.start();
    }),
    repeatedly(until, between(2, 10), () => stage.article(Math.floor(random() * 40))),
  ]);
  return kills;
}

await main().then((code) => process.exit(code), exitOn);
