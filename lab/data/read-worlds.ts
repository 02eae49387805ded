import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseWorld, type World } from './world.js';

/** Where the worlds stand, seen from the compiled code. */
const WORLDS = fileURLToPath(new URL('../../../lab/data/worlds/', import.meta.url));

/** The names of all worlds, in order. */
export function worldNames(): string[] {
  const files = readdirSync(WORLDS).filter((name) => name.endsWith('.txt'));
  return files.map((name) => name.slice(0, -'.txt'.length)).sort();
}

/**
 * Reads worlds.
 * @param names by default all
 * @throws MalformedWorldError, or the file system's error for a world that is not there
 */
export function readWorlds(names: readonly string[] = worldNames()): World[] {
  return names.map((name) => parseWorld(readFileSync(`${WORLDS}${name}.txt`, 'utf8'), `${name}.txt`));
}
