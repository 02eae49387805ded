import { setTimeout as pause } from 'node:timers/promises';
import { type SnapshotContent, saveSnapshot } from './snapshot.js';

/**
 * How long the content has to stay the same before it is written: some time, in milliseconds, and so many times what
 * the last writing took that a busy folder costs 2 % of the disk's time.
 */
const QUIET = { least: 5_000, factor: 50 };

export interface KeeperOptions {
  /** How long the content has to stay the same before it is written, in milliseconds; default: 5,000 or more. */
  readonly quietMs?: number;
  /** Told once when a snapshot could not be written, until one could again. */
  readonly onError: (error: unknown) => void;
}

/**
 * Keeps a snapshot up to date, in the background. What cannot be written is not: the service goes on without.
 */
export class SnapshotKeeper {
  #due = false;
  #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #lastTookMs = 0;
  #failed = false;

  /**
   * @param path of the snapshot's file
   * @param settings as `snapshotSettings` gives them
   * @param content gives what is to be kept; it may change only between `pause` and `changed`
   */
  constructor(
    readonly path: string,
    readonly settings: string,
    readonly content: () => SnapshotContent,
    readonly options: KeeperOptions,
  ) {}

  /** Notes that the content is not what was written last. */
  changed(): void {
    this.#due = true;
    this.#stop = new AbortController();
    this.#running = this.#saveLater(this.#stop.signal);
  }

  /** Stops writing for now; resolves when the content may change. */
  async pause(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Writes what has not been written yet, and ends. */
  async close(): Promise<void> {
    await this.pause();
    if (this.#due) await this.#save(new AbortController().signal);
  }

  async #saveLater(signal: AbortSignal): Promise<void> {
    const { quietMs = Math.max(QUIET.least, this.#lastTookMs * QUIET.factor) } = this.options;
    try {
      await pause(quietMs, undefined, { signal, ref: false });
    } catch {
      return;
    }
    await this.#save(signal);
  }

  async #save(signal: AbortSignal): Promise<void> {
    const began = performance.now();
    try {
      await saveSnapshot(this.path, this.settings, this.content(), signal);
      this.#due = false;
      this.#failed = false;
    } catch (error) {
      if (signal.aborted) return;
      if (!this.#failed) this.options.onError(error);
      this.#failed = true;
    }
    this.#lastTookMs = performance.now() - began;
  }
}
