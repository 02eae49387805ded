import { type ChildProcess, fork } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Place, pathOf } from '../files.js';
import type { FileReading } from '../source-file.js';
import { type Stamp, stampOf } from '../stamp.js';
import { type Ending, explain } from './ending.js';
import type { ReadingLimits } from './limits.js';
import type { Answer, Order } from './messages.js';
import { Joining } from './parts.js';

/** How long the process is kept when there is nothing to read, in milliseconds: starting it takes a tenth of a second. */
const IDLE_MS = 5_000;

/**
 * Reads files in a process of its own, so that a file that takes too long or too much memory is left out with its reason
 * and nothing else suffers. It is no thread: a thread that meets its `resourceLimits` takes the whole process with it where
 * it asks for much at once (Node 20.20.2: so did a text of 100 MB, an array that grew and a full `Map`).
 */
export class ReadingProcess {
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(readonly limits: ReadingLimits) {}

  /** Reads one file of a collection, after those that were asked for before. Never throws for what is wrong with it. */
  read(place: Place, source: string): Promise<FileReading> {
    const reading = this.#last.then(() => this.#read(place, source));
    this.#last = reading.catch(() => {});
    return reading;
  }

  /** Ends the process, when it has read what it was asked for. It is started anew where something is to be read later. */
  async close(): Promise<void> {
    await this.#last;
    this.#end();
  }

  async #read(place: Place, source: string): Promise<FileReading> {
    clearTimeout(this.#idle);
    const stamp = await stampAt(pathOf(place, source));
    const ending = await this.#exchange(place, source);
    if (ending.kind === 'read') {
      this.#idle = setTimeout(() => this.#end(), IDLE_MS).unref();
      return ending.reading;
    }
    if (ending.kind !== 'defect') this.#end();
    const exceeded = ending.kind === 'late' || ending.kind === 'full';
    return {
      source,
      articles: [],
      unreadable: [{ source, ...explain(ending, this.limits) }],
      ...(exceeded && stamp && { fingerprint: { ...stamp, hash: '' }, exceeded: this.limits }),
    };
  }

  async #exchange(place: Place, source: string): Promise<Ending> {
    const started = this.#child ?? (await startChild(this.limits));
    if ('kind' in started) return started;
    this.#child = started;
    hold(started, true);
    try {
      return await exchange(started, { kind: 'read', place, source }, this.limits);
    } finally {
      hold(started, false);
    }
  }

  #end(): void {
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

/** Starts the process; resolves when it is ready, or with the reason why it is not. */
async function startChild({ megabytes }: ReadingLimits): Promise<ChildProcess | Ending> {
  const child = fork(MODULE, {
    execArgv: [...LOADER, `--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const failed = await new Promise<Ending | undefined>((resolve) => {
    child.once('message', () => resolve(undefined));
    child.once('error', ({ message }) => resolve({ kind: 'unstarted', why: message }));
    child.once('exit', (code, signal) => resolve({ kind: 'unstarted', why: `${signal ?? code}` }));
  });
  // What is sent to a process that has ended is lost; that it has is told by `exit`.
  child.on('error', () => {});
  return failed ?? child;
}

/** Has a file read. The time counts until the first answer: what follows is this side's work. */
function exchange(child: ChildProcess, order: Order, { seconds }: ReadingLimits): Promise<Ending> {
  return new Promise((resolve) => {
    const joining = new Joining();
    // Answers that came while this process was held up are looked at first.
    const timer = setTimeout(() => setImmediate(late), seconds * 1_000);
    const settle = (ending: Ending): void => {
      clearTimeout(timer);
      child.off('message', take).off('exit', ended);
      resolve(ending);
    };
    const ended = (code: number | null, signal: NodeJS.Signals | null): void =>
      settle(isOutOfMemory(code, signal) ? { kind: 'full' } : { kind: 'died', how: `${signal ?? code}` });
    let answered = false;
    const late = (): void => {
      if (!answered) settle({ kind: 'late' });
    };
    const take = (answer: Answer): void => {
      answered = true;
      clearTimeout(timer);
      if (answer.kind === 'defect') settle(answer);
      if (answer.kind === 'defect' || answer.kind === 'ready') return;
      const reading = joining.take(answer);
      if (reading) settle({ kind: 'read', reading });
      else setImmediate(() => child.send({ kind: 'more' } satisfies Order));
    };
    child.on('message', take).on('exit', ended);
    if (child.exitCode !== null || child.signalCode !== null) ended(child.exitCode, child.signalCode);
    else child.send(order);
  });
}

/** Keeps this process from ending while it waits for an answer, and only then. */
function hold(child: ChildProcess, held: boolean): void {
  if (held) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/** V8 ends a process that needs more memory than it may have by aborting it; 134 is what Windows and shells say then. */
function isOutOfMemory(code: number | null, signal: NodeJS.Signals | null): boolean {
  return signal === 'SIGABRT' || code === 134;
}

async function stampAt(path: string): Promise<Stamp | undefined> {
  try {
    return stampOf(await stat(path));
  } catch {
    // What is wrong with it is told by who reads it.
    return undefined;
  }
}

/** `.js` where this is compiled; from the source, Node needs a loader for TypeScript. */
const ENDING = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const MODULE = fileURLToPath(new URL(`./child${ENDING}`, import.meta.url));
const LOADER =
  ENDING === '.ts' ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
