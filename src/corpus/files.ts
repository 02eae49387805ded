import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Unreadable } from './article.js';
import { MissingCollectionError } from './errors.js';
import { faultOf, reasonOf } from './fault.js';
import { READERS } from './readers.js';

/** Where a collection is: a folder with all that is below it, or one file of a folder. */
export interface Place {
  /** The path as it was asked for. */
  readonly path: string;
  /** Absolute. */
  readonly folder: string;
  /** Name of the one file, where the collection is one. */
  readonly file?: string;
}

/** A file of a format that is read. */
export interface ListedFile {
  /** Path below the collection, with `/` between folders. */
  readonly source: string;
  readonly stats: Stats;
}

export interface Listing {
  /** Sorted by `source`, so that every listing of the same folder has the same order. */
  readonly files: readonly ListedFile[];
  /** Folders and links that could not be opened. */
  readonly unreadable: readonly Unreadable[];
  /** How many files have an ending that no reader is for. */
  readonly passedOver: number;
}

/** Finds a collection. Throws `MissingCollectionError` when there is nothing at the path. */
export async function locate(path: string): Promise<Place> {
  const absolute = resolve(path);
  try {
    if ((await stat(absolute)).isDirectory()) return { path, folder: absolute };
  } catch (error) {
    throw new MissingCollectionError(path, reasonOf(error), { cause: error });
  }
  return { path, folder: dirname(absolute), file: basename(absolute) };
}

/** Absolute path of a file of the collection. */
export function pathOf({ folder }: Place, source: string): string {
  return join(folder, source);
}

/**
 * Lists a collection's files, links followed. Each folder is listed once, however many links lead to it, so that a
 * link to a folder above it does no harm. Names that begin with a dot are passed over.
 * Throws `MissingCollectionError` when the folder itself cannot be listed.
 */
export async function listFiles(place: Place): Promise<Listing> {
  const walk = new Walk(place.folder);
  if (place.file !== undefined) await walk.take(place.file, true);
  else {
    try {
      await walk.enter('');
    } catch (error) {
      throw new MissingCollectionError(place.path, reasonOf(error), { cause: error });
    }
  }
  walk.files.sort((a, b) => (a.source < b.source ? -1 : 1));
  return walk;
}

class Walk implements Listing {
  readonly files: ListedFile[] = [];
  readonly unreadable: Unreadable[] = [];
  passedOver = 0;
  readonly #seen = new Set<string>();

  constructor(readonly folder: string) {}

  async enter(below: string): Promise<void> {
    const path = join(this.folder, below);
    const real = await realpath(path);
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    const entries = await readdir(path, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) if (!entry.name.startsWith('.')) await this.#visit(below, entry);
  }

  /** Adds a file when there is a reader for its ending, or in any case when it was asked for by name. */
  async take(source: string, asked = false): Promise<void> {
    if (!asked && !READERS.has(extname(source).toLowerCase())) this.passedOver++;
    else this.files.push({ source, stats: await stat(join(this.folder, source)) });
  }

  async #visit(below: string, entry: Dirent): Promise<void> {
    const source = below === '' ? entry.name : `${below}/${entry.name}`;
    try {
      if (await this.#isFolder(source, entry)) await this.enter(source);
      else await this.take(source);
    } catch (error) {
      this.unreadable.push({ source, ...faultOf(error) });
    }
  }

  async #isFolder(source: string, entry: Dirent): Promise<boolean> {
    if (!entry.isSymbolicLink()) return entry.isDirectory();
    return (await stat(join(this.folder, source))).isDirectory();
  }
}
