import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is used of better-sqlite3, which has no types of its own. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): { run(...values: string[]): unknown; all(...values: string[]): { id: string }[] };
  close(): void;
}

/** Where the packages are that only the bench needs. */
const PACKAGES = fileURLToPath(new URL('../../../../lab/bench/packages/', import.meta.url));
const NAME = 'better-sqlite3';
const ADDON = join(PACKAGES, 'node_modules', NAME, 'build/Release/better_sqlite3.node');

/**
 * Installs SQLite unless it is there. It is no dependency of the project, because where it cannot be had ready-made
 * it takes more than a minute to compile, and only the bench needs it.
 * @returns whether it is there now
 */
export function ensureSqlite(): boolean {
  if (existsSync(ADDON)) return true;
  process.stderr.write('Installing SQLite to compare with (only once; about a minute) …\n');
  const command = [
    'ci',
    '--prefix',
    PACKAGES,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--ignore-scripts=false',
  ];
  spawnSync('npm', command, { cwd: PACKAGES, stdio: ['ignore', 2, 2] });
  return existsSync(ADDON);
}

/** Opens a database. Throws what `require` throws when SQLite has not been installed. */
export function openDatabase(path: string): Database {
  const Sqlite = createRequire(join(PACKAGES, 'package.json'))(NAME) as new (path: string) => Database;
  return new Sqlite(path);
}
