import type { Stats } from 'node:fs';

/** What tells whether a file is as it was, without reading it. */
export interface Stamp {
  readonly bytes: number;
  /** Time of the last change of content as the file system states it, in milliseconds since 1970, with its fraction. */
  readonly modifiedMs: number;
  /** Time of the last change of content, name or rights, likewise; only compared where both sides have it. */
  readonly changedMs?: number;
}

export function stampOf({ size, mtimeMs, ctimeMs }: Stats): Stamp {
  return { bytes: size, modifiedMs: mtimeMs, changedMs: ctimeMs };
}
