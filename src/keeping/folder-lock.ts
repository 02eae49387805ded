import { createHash, randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Who holds a folder. */
export interface Holder {
  readonly pid: number;
  /** Name of the machine or container. */
  readonly host: string;
  /** When it took the folder, ISO 8601, by its clock. */
  readonly since: string;
}

/** What became of the wish to have a folder for oneself. */
export type Claim =
  | { readonly kind: 'held'; release(): Promise<void> }
  /** Another process has it; who, where its note can be read. */
  | { readonly kind: 'taken'; readonly holder: Holder | undefined }
  /** Nothing can be written there: whether another process has it is not known. */
  | { readonly kind: 'impossible'; readonly error: Error };

export interface ClaimOptions {
  /** How often the holder shows that it lives, in milliseconds; default 2,000. */
  readonly beatMs?: number;
  /** How long a holder may show nothing until it counts as gone, in milliseconds; default 10,000. */
  readonly patienceMs?: number;
}

interface Note extends Holder {
  /** Tells this holding from every other. */
  readonly id: string;
}

const NAME = '.in-use';
const BEAT_MS = 2_000;
const PATIENCE_MS = 10_000;
/** More attempts than processes that begin at the same moment. */
const MOST_ATTEMPTS = 10;

/**
 * Takes a folder for this process alone, by a note in it that only one can make. What a killed process left is recognised:
 * at once where its number is free on this machine, else (another container, a number given anew) when its note has not
 * been touched for some seconds. Clocks are not compared. The folder is made where there is none.
 */
export async function claimFolder(
  folder: string,
  { beatMs = BEAT_MS, patienceMs = PATIENCE_MS }: ClaimOptions = {},
): Promise<Claim> {
  const path = join(folder, NAME);
  const note: Note = {
    id: randomUUID(),
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
  };
  try {
    await mkdir(folder, { recursive: true });
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const taking = await take(path, note, { beatMs, patienceMs });
      if (taking.kind === 'mine') return held(path, note, beatMs);
      if (taking.kind === 'taken') return taking;
    }
    return { kind: 'taken', holder: noteIn(textAt(path)) };
  } catch (error) {
    return { kind: 'impossible', error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Who left a note in a folder, alive or not; `undefined` where there is none that can be read. */
export async function holderOf(folder: string): Promise<Holder | undefined> {
  return noteIn(textAt(join(folder, NAME)));
}

type Taking =
  | { readonly kind: 'mine' }
  | { readonly kind: 'taken'; readonly holder: Holder | undefined }
  /** Somebody else did something meanwhile: to be tried again. */
  | { readonly kind: 'changed' };

/**
 * Puts a note where there is none, or one whose holder is gone. That one is never removed to make room: whoever does so a
 * moment late removes the note of who came first. It is inherited, by a second note which only one can make (and which is
 * inherited in its turn if its maker is killed), and replaced in one step.
 */
async function take(path: string, note: Note, options: Required<ClaimOptions>): Promise<Taking> {
  if (leaveNote(path, note)) return { kind: 'mine' };
  const left = textAt(path);
  if (left === undefined) return { kind: 'changed' };
  const holder = noteIn(left);
  if (!(await isGone(path, holder, options))) return { kind: 'taken', holder };

  const heir = `${path}.${createHash('sha256').update(left).digest('hex').slice(0, 16)}`;
  const heirship = await take(heir, note, options);
  if (heirship.kind !== 'mine') return heirship;
  // From here to the end nothing is waited for, so that a process which is told to end has done both or neither.
  if (textAt(path) !== left) {
    rmSync(heir, { force: true });
    return { kind: 'changed' };
  }
  renameSync(heir, path);
  return { kind: 'mine' };
}

/**
 * Leaves a note at once, so that a process which is told to end meanwhile has left it or not, and takes it away in the first
 * case.
 * @returns false where there is one already
 */
function leaveNote(path: string, note: Note): boolean {
  const file = opened(path);
  if (file === undefined) return false;
  try {
    writeFileSync(file, `${JSON.stringify(note)}\n`);
  } catch (error) {
    // A full disk takes the name of a file and not its content.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return true;
}

/** A new file, `undefined` where there is one of this name. */
function opened(path: string): number | undefined {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

function held(path: string, note: Note, beatMs: number): Claim {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, beatMs);
  beat.unref();
  // However the process ends, unless it is killed: who comes next in its place, with its number, need not wait.
  const leave = (): void => takeAway(path, note);
  process.once('exit', leave);
  return {
    kind: 'held',
    async release() {
      clearInterval(beat);
      process.off('exit', leave);
      leave();
    },
  };
}

/** Takes away the note of this holding, if it is still there. */
function takeAway(path: string, { id }: Note): void {
  try {
    if (noteIn(textAt(path))?.id === id) rmSync(path, { force: true });
  } catch {
    // Without a note, or with one that cannot be removed, the next finds it untouched after some seconds.
  }
}

/** Whether whoever left the note lives no more. */
async function isGone(
  path: string,
  note: Note | undefined,
  { beatMs, patienceMs }: Required<ClaimOptions>,
): Promise<boolean> {
  if (note?.host === hostname() && !isRunning(note.pid)) return true;
  const before = await touchedAt(path);
  for (let waited = 0; waited < patienceMs; waited += beatMs / 2) {
    const now = await touchedAt(path);
    if (now === undefined) return true;
    if (now !== before) return false;
    await pause(beatMs / 2);
  }
  return (await touchedAt(path)) === before;
}

/** What is written in a note, `undefined` where there is none. */
function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function noteIn(text: string | undefined): Note | undefined {
  if (text === undefined) return undefined;
  try {
    const note = JSON.parse(text) as Partial<Note>;
    const isNote =
      typeof note.id === 'string' && typeof note.pid === 'number' && typeof note.host === 'string';
    return isNote && typeof note.since === 'string' ? (note as Note) : undefined;
  } catch {
    return undefined;
  }
}

/** When the note was last touched, in the file system's own count; `undefined` where there is none. */
async function touchedAt(path: string): Promise<bigint | undefined> {
  const stats = await stat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return stats && stats.mtimeNs ^ stats.ctimeNs ^ stats.ino;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process is there, but another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
