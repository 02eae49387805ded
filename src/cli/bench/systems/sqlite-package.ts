import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the packages are that only the bench needs. */
export const PACKAGES = fileURLToPath(new URL('../../../../scripts/bench/', import.meta.url));
const ADDON = join(PACKAGES, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node');

/**
 * Installs SQLite unless it is there. It is no dependency of the project, because where it cannot be had ready-made
 * it takes more than a minute to compile, and only the bench needs it.
 * @returns whether it is there now
 */
export function ensureSqlite(): boolean {
  if (existsSync(ADDON)) return true;
  process.stderr.write('Installing SQLite to compare with (only once; about a minute) …\n');
  const command = ['ci', '--prefix', PACKAGES, '--no-audit', '--no-fund', '--loglevel=error'];
  spawnSync('npm', command, { cwd: PACKAGES, stdio: ['ignore', 2, 2] });
  return existsSync(ADDON);
}
