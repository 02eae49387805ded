import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dictionaryName } from '../../language/dictionary.js';

/** Goes up when the same code would read a snapshot wrongly that is as it should be. */
const FORMAT = 1;
/** The rooms whose code decides what is in a snapshot. */
const ROOMS = ['language', 'corpus', 'retrieval', 'collection'];
const CODE = /\.(?:js|ts|txt)$/;

/**
 * Everything that shaped an index besides its files. A snapshot that states anything else is of no use: its articles
 * would be read, cut or segmented otherwise today. The code states itself, so that nobody has to remember a number.
 * @param collection absolute path of the collection
 */
export function snapshotSettings(collection: string): string {
  return JSON.stringify({
    format: FORMAT,
    collection,
    code: codeName(),
    dictionary: dictionaryName(),
    // Folding and the tests for letters and Han characters follow it.
    unicode: process.versions.unicode,
  });
}

/**
 * A name of everything that shapes an index besides its files, where it is kept by name: a–f and 0–9. What differs in it is
 * built beside what there is.
 */
export function indexVersion(): string {
  return createHash('sha256').update(snapshotSettings('')).digest('hex').slice(0, 16);
}

/**
 * Whether settings that a snapshot states are for the same collection as others, whatever else differs.
 * @param stated may be what another version wrote
 */
export function isSameCollection(stated: string, settings: string): boolean {
  return collectionOf(stated) === collectionOf(settings);
}

function collectionOf(settings: string): unknown {
  try {
    return (JSON.parse(settings) as { readonly collection?: unknown }).collection;
  } catch {
    return undefined;
  }
}

/** A hash of the code of the rooms, and of the versions of the packages that they use. */
function codeName(): string {
  const source = fileURLToPath(new URL('../..', import.meta.url));
  const hash = createHash('sha256');
  for (const room of ROOMS) {
    for (const path of filesBelow(join(source, room)))
      hash.update(path).update(readFileSync(join(source, room, path)));
  }
  // Compiled code lies one folder deeper.
  const lock = ['..', '../..']
    .map((up) => join(source, up, 'package-lock.json'))
    .find((path) => existsSync(path));
  if (lock !== undefined) hash.update(readFileSync(lock));
  return hash.digest('base64url').slice(0, 16);
}

function filesBelow(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => CODE.test(path)).sort();
}
