import { homedir } from 'node:os';
import { join } from 'node:path';

/** Settings that name a file or a folder. */
export const PATHS = ['SEEDS_DIR', 'DATA_DIR', 'INDEX_CACHE_DIR', 'INDEX_CA', 'USER_DICT'] as const;

/** A path as a shell would take it, though none reads `.env`: `~` at its beginning is the user's own folder. */
export function fromHome(path: string): string {
  return path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : path;
}

/** A path among settings, for commands that heed few of them; `undefined` where it is not set. */
export function pathIn(
  env: Readonly<Record<string, string | undefined>>,
  name: (typeof PATHS)[number],
): string | undefined {
  const path = env[name]?.trim();
  return path ? fromHome(path) : undefined;
}
