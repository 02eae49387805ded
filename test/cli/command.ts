import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../telegram/support/articles.js';
import type { Ended } from '../telegram/support/bot-process.js';

export { build } from '../telegram/support/bot-process.js';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the build puts the commands, below `dist`. */
const COMMANDS = {
  ask: 'src/cli/ask.js',
  read: 'src/cli/read.js',
  eval: 'lab/eval/eval.js',
  bench: 'lab/bench/bench.js',
  'fetch-sets': 'lab/fetch/fetch.js',
  figures: 'lab/figures/figures.js',
  train: 'lab/reader/learn.js',
  'train:ranking': 'lab/ranking/train.js',
} as const;
export type Command = keyof typeof COMMANDS;

export interface RunOptions {
  /** What is written to standard input, which then ends; by default it is empty. */
  readonly input?: string;
  /** Settings; there are no others. */
  readonly env?: Readonly<Record<string, string>>;
  /** The current folder; by default an empty one. */
  readonly folder?: string;
}

/** Runs a built command (`ask`, `eval`) to its end. */
export async function run(
  command: Command,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  const child = await start(command, args, options);
  child.stdin?.end(options.input ?? '');
  return collect(child);
}

/** Starts a built command; its standard input stays open. */
export async function start(
  command: Command,
  args: readonly string[],
  { env = {}, folder }: RunOptions = {},
): Promise<ChildProcess> {
  const { PATH, HOME } = process.env;
  return spawn(process.execPath, [join(ROOT, 'dist', COMMANDS[command]), ...args], {
    cwd: folder ?? (await temporaryFolder()),
    env: { PATH, HOME, INDEX_CACHE_DIR: '', ...env },
    stdio: 'pipe',
  });
}

/** Waits for a process to end. */
export async function collect(child: ChildProcess): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      written[name] += chunk;
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...written };
}

/** A new folder with these files. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}
