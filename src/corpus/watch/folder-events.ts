import { type FSWatcher, watch } from 'node:fs';

/**
 * Tells when something happens in any of a set of folders, not what: systems differ in that, and lose events.
 * Each folder is watched by itself, since watching below a folder is not the same on all systems.
 */
export class FolderEvents {
  readonly #watchers = new Map<string, FSWatcher>();
  #failed = false;

  /**
   * @param onEvent called for every event, from any folder
   * @param onError called once when a folder cannot be watched, as when the system's limit is reached; the others
   *   are watched all the same
   */
  constructor(
    readonly onEvent: () => void,
    readonly onError: (error: unknown) => void,
  ) {}

  /**
   * Watches these folders and no others.
   * @param folders their paths by their identities
   * @returns whether a folder has become watched that was not, so that what came before may have been missed
   */
  follow(folders: ReadonlyMap<string, string>): boolean {
    for (const identity of this.#watchers.keys()) if (!folders.has(identity)) this.#stop(identity);
    let grown = false;
    for (const [identity, path] of folders) {
      if (!this.#watchers.has(identity)) grown = this.#start(identity, path) || grown;
    }
    return grown;
  }

  close(): void {
    for (const identity of this.#watchers.keys()) this.#stop(identity);
  }

  #start(identity: string, path: string): boolean {
    try {
      const watcher = watch(path, () => this.onEvent());
      watcher.on('error', (error) => this.#lose(identity, error));
      this.#watchers.set(identity, watcher);
      return true;
    } catch (error) {
      this.#lose(identity, error);
      return false;
    }
  }

  #lose(identity: string, error: unknown): void {
    this.#stop(identity);
    if (this.#failed || isGone(error)) return;
    this.#failed = true;
    this.onError(error);
  }

  #stop(identity: string): void {
    this.#watchers.get(identity)?.close();
    this.#watchers.delete(identity);
  }
}

/** A folder that was removed is no fault. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EPERM');
}
