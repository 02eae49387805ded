import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { randomFrom } from '../../lab/random.js';
import type { openCollection as OpenCollectionFunction } from '../../src/app/open.js';
import { folderOf } from '../corpus/folder.js';
import { build } from '../telegram/support/bot-process.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = join(ROOT, 'dist');
const CHURN = join(ROOT, 'test/collection/support/churn.mjs');
/** Collections that are tried side by side, and how many times the process of each is killed. */
const LANES = 3;
const KILLS = 8;
/** What happens when follows from it; a failure names it, and `CRASH_SEED=N` in the environment does the same again. */
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);

let openCollection: typeof OpenCollectionFunction;

beforeAll(async () => {
  build();
  ({ openCollection } = await import(pathToFileURL(join(DIST, 'src/app/open.js')).href));
});

/** Moments to kill a process, from the beginning of its life to the writing of its index. */
type Moment = (child: ChildProcess, cacheDir: string, random: () => number) => Promise<unknown>;
const MOMENTS: readonly Moment[] = [
  (_, __, random) => pause(random() * 1_000),
  async (child, _, random) => {
    await once(child.stdout as Readable, 'data');
    await pause(random() * 400);
  },
  async (_, cacheDir, random) => {
    for await (const { filename } of watch(cacheDir)) if (filename?.endsWith('.tmp')) break;
    await pause(random() * 20);
  },
];

/** Lets a process serve and change the collection, and kills it. */
async function liveAndDie(
  folder: string,
  cacheDir: string,
  kill: number,
  random: () => number,
): Promise<void> {
  const seed = Math.floor(random() * 2 ** 31);
  const child = spawn(process.execPath, [CHURN, DIST, folder, cacheDir, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([MOMENTS[kill % MOMENTS.length]?.(child, cacheDir, random), ended]);
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
}

/** What the next start makes of what is there, without changing it. */
async function nextStart(folder: string, cacheDir?: string): Promise<{ version: string; answer: unknown }> {
  const copy = cacheDir === undefined ? undefined : folderOf({});
  if (cacheDir !== undefined && copy !== undefined) cpSync(cacheDir, copy, { recursive: true });
  const { answerer, close } = await openCollection(folder, {
    index: { kind: 'memory', cacheDir: copy },
    reader: 'off',
  });
  await close();
  return { version: answerer.version, answer: await answerer.answer({ text: '第500号井停水多久？' }) };
}

async function killAgainAndAgain(lane: number): Promise<void> {
  const random = randomFrom(SEED + lane);
  const [folder, cacheDir] = [folderOf({}), folderOf({})];
  writeFileSync(join(folder, 'always.txt'), '# 图书馆延长开放\n市图书馆每晚开到21点。\n');
  for (let kill = 0; kill < KILLS; kill++) {
    await liveAndDie(folder, cacheDir, kill, random);
    expect(await nextStart(folder, cacheDir)).toEqual(await nextStart(folder));
  }
}

it(
  `killed ${LANES * KILLS} times while it takes in changes and keeps its index, it starts right each time (seed ${SEED})`,
  () => Promise.all(Array.from({ length: LANES }, (_, lane) => killAgainAndAgain(lane))),
  300_000,
);
