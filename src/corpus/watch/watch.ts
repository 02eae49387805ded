import { setTimeout as pause } from 'node:timers/promises';
import type { Unreadable } from '../article.js';
import { describeUnreadable } from '../errors.js';
import { type Listing, listFiles, locate, type Place } from '../files.js';
import { type Stamp, stampOf } from '../stamp.js';
import { FolderEvents } from './folder-events.js';
import { type FileChanges, Settling } from './settling.js';

export type { FileChanges } from './settling.js';

export interface WatchOptions {
  /**
   * Files that have been read, with their fingerprints as they were then: whatever differs is told first of all.
   * Default: what is there when the watch begins.
   */
  readonly known?: ReadonlyMap<string, Stamp>;
  /** How long a file has to stay the same before it is told, in milliseconds; default 1,000. */
  readonly quietMs?: number;
  /** Takes what went wrong: a folder that cannot be looked at or watched, or an error of `onChange`. */
  readonly onError?: (error: unknown) => void;
  /** Told when the folder can be looked at again after it could not. */
  readonly onRecovered?: () => void;
  /** Told of what lies in the collection and can be no part of it, each once while it lasts. */
  readonly onUnreadable?: (fault: Unreadable) => void;
}

export interface CollectionWatch {
  /** What lies in the collection and can be no part of it, as of the last look. */
  readonly unreadable: readonly Unreadable[];
  /**
   * Looks at once, and again until whatever differs has stayed the same for long enough and has been told: what is still
   * being written is waited for, half a minute at most. @returns what was told meanwhile
   */
  look(): Promise<FileChanges>;
  /** Ends the watch; resolves when the last `onChange` has returned. */
  close(): Promise<void>;
}

const QUIET_MS = 1_000;
/** How long somebody who has the folder looked at waits for files that are still being written, in milliseconds. */
const LOOK_MS = 30_000;
/** While events come in a stream: the pause in lengths of a look, so that looking costs 20 % of one processor. */
const BUSY_PAUSE = { factor: 4, least: 100, most: 1_000 };
/**
 * Without any event the folder is looked at all the same, since network drives and containers lose events. The pause
 * is a hundred times as long as a look takes, so that looking costs 1 % of one processor. Bounds in milliseconds.
 */
const IDLE_PAUSE = { factor: 100, least: 1_500, most: 60_000 };

/**
 * Watches a collection's files. Events only say when to look; what has changed is found by comparing the folder with
 * what is known of it, so that a lost or doubled event does no harm.
 * Throws `MissingCollectionError` when there is nothing at the path. A collection that goes later on, as when a drive
 * is taken out, is an error and not the removal of its files.
 * @param onChange told each change once, one call at a time; when it throws, the same changes are told again later
 */
export async function watchCollection(
  path: string,
  onChange: (changes: FileChanges) => void | Promise<void>,
  options: WatchOptions = {},
): Promise<CollectionWatch> {
  const place = await locate(path);
  const listing = await listFiles(place);
  const known = options.known ?? stampsOf(listing);
  const loop = new Loop(place, new Settling(known, options.quietMs ?? QUIET_MS), onChange, options);
  loop.faults = faultsOf(listing);
  loop.start();
  return loop;
}

class Loop implements CollectionWatch {
  readonly #events = new FolderEvents(
    () => this.#soon(),
    (error) => this.#report(error),
  );
  #timer: NodeJS.Timeout | undefined;
  #timerAt = Infinity;
  #running: Promise<void> | undefined;
  #lookAgain = false;
  #lastLook = -Infinity;
  #lookMs = 0;
  #lastError = '';
  #lost = false;
  #closed = false;
  /** Who waits to hear what is told. */
  readonly #listening = new Set<FileChanges[]>();
  /** What was unreadable at the last look, by its description. */
  faults: ReadonlyMap<string, Unreadable> = new Map();

  constructor(
    readonly place: Place,
    readonly settling: Settling,
    readonly onChange: (changes: FileChanges) => void | Promise<void>,
    readonly told: Pick<WatchOptions, 'onError' | 'onRecovered' | 'onUnreadable'>,
  ) {}

  get unreadable(): readonly Unreadable[] {
    return [...this.faults.values()];
  }

  start(): void {
    this.#at(performance.now());
  }

  async look(): Promise<FileChanges> {
    const told: FileChanges[] = [];
    this.#listening.add(told);
    const until = performance.now() + LOOK_MS;
    while (!this.#closed && performance.now() < until) {
      while (this.#running) await this.#running;
      clearTimeout(this.#timer);
      this.#run();
      await this.#running;
      const due = this.settling.dueAt;
      if (due === undefined) break;
      await pause(Math.max(0, due - performance.now()));
    }
    this.#listening.delete(told);
    return joined(told);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#events.close();
    await this.#running;
  }

  #soon(): void {
    this.#lookAgain = true;
    this.#at(this.#lastLook + this.#lookMs + this.#pause(BUSY_PAUSE));
  }

  /** Sets the clock for the next look, unless it comes sooner anyway or one is under way. */
  #at(time: number): void {
    if (this.#closed || this.#running || time >= this.#timerAt) return;
    clearTimeout(this.#timer);
    this.#timerAt = time;
    this.#timer = setTimeout(() => this.#run(), Math.max(0, time - performance.now()));
  }

  #run(): void {
    this.#timerAt = Infinity;
    this.#lookAgain = false;
    this.#running = this.#look()
      .catch((error: unknown) => this.#report(error))
      .finally(() => {
        this.#running = undefined;
        this.#plan();
      });
  }

  async #look(): Promise<void> {
    const began = performance.now();
    this.#lastLook = began;
    const listing = await this.#list();
    if (this.#closed) return;
    this.#tellFaults(listing);
    if (this.#events.follow(listing.folders)) this.#lookAgain = true;
    this.#lookMs = performance.now() - began;
    const changes = this.settling.look(withUnseen(stampsOf(listing), listing, this.settling.known), began);
    if (changes.added.length + changes.changed.length + changes.removed.length > 0) {
      await this.onChange(changes);
      this.settling.accept(changes);
      for (const told of this.#listening) told.push(changes);
    }
    this.#lastError = '';
  }

  /** Lists the files, and tells when that is possible again. */
  async #list(): Promise<Listing> {
    const lost = this.#lost;
    this.#lost = true;
    const listing = await listFiles(this.place);
    this.#lost = false;
    if (lost && !this.#closed) this.told.onRecovered?.();
    return listing;
  }

  #tellFaults(listing: Listing): void {
    const faults = faultsOf(listing);
    for (const [text, fault] of faults) if (!this.faults.has(text)) this.told.onUnreadable?.(fault);
    this.faults = faults;
  }

  /** When to look again: after an event at once, else when a change has been quiet, else after a while. */
  #plan(): void {
    const looked = this.#lastLook + this.#lookMs;
    this.#at(looked + this.#pause(IDLE_PAUSE));
    const due = this.settling.dueAt;
    if (due !== undefined) this.#at(Math.max(due, looked + this.#pause(BUSY_PAUSE)));
    if (this.#lookAgain) this.#soon();
  }

  #pause({ factor, least, most }: typeof IDLE_PAUSE): number {
    return Math.min(most, Math.max(least, this.#lookMs * factor));
  }

  /** The same error is told once until a look succeeds. */
  #report(error: unknown): void {
    const text = String(error);
    if (text !== this.#lastError) this.told.onError?.(error);
    this.#lastError = text;
  }
}

function joined(all: readonly FileChanges[]): FileChanges {
  const each = (list: keyof FileChanges): string[] => [...new Set(all.flatMap((one) => one[list]))].sort();
  return { added: each('added'), changed: each('changed'), removed: each('removed') };
}

function stampsOf({ files }: Listing): Map<string, Stamp> {
  return new Map(files.map(({ source, stats }) => [source, stampOf(stats)]));
}

function faultsOf({ unreadable }: Listing): Map<string, Unreadable> {
  return new Map(unreadable.map((fault) => [describeUnreadable(fault, 'en'), fault]));
}

/** Files in folders that cannot be looked into at the moment count as they were. */
function withUnseen(
  found: Map<string, Stamp>,
  { unseen }: Listing,
  known: ReadonlyMap<string, Stamp>,
): ReadonlyMap<string, Stamp> {
  for (const [source, stamp] of known) {
    if (unseen.some((folder) => source.startsWith(`${folder}/`))) found.set(source, stamp);
  }
  return found;
}
