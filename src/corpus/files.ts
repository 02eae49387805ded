import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import type { Unreadable } from './article.js';
import { MissingCollectionError } from './errors.js';
import { type Fault, faultOf, reasonOf } from './fault.js';
import { READERS } from './readers.js';
import { unreadDocument } from './unread.js';

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
  /** Folders and links that could not be opened, and documents of kinds that are not read. */
  readonly unreadable: readonly Unreadable[];
  /** How many files have an ending that no reader is for. */
  readonly passedOver: number;
  /** Absolute paths of the folders that were listed, by a name that a folder put in another's place does not share. */
  readonly folders: ReadonlyMap<string, string>;
  /** Folders below the collection that could not be listed: what is in them is not known. */
  readonly unseen: readonly string[];
}

const LEADS_OUT: Fault = {
  problem: {
    en: 'It is a link that leads out of the collection.',
    zh: '这是一个链接，指到了文章文件夹外面。',
  },
  remedy: {
    en: 'Put the file or folder itself into the collection, or name the place that it leads to with SEEDS_DIR.',
    zh: '请把文件或文件夹本身放进来，或用 SEEDS_DIR 指定它指到的地方。',
  },
};
const UNPRINTABLE: Fault = {
  problem: { en: 'Its name has a control character in it.', zh: '名称里有控制字符。' },
  remedy: { en: 'Give it another name.', zh: '请改个名称。' },
};
/** Control characters, and those that reverse the direction of a line, so that another name is shown than there is. */
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

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
 * Lists a collection's files. Links are followed where they stay in the collection; those that lead out of it are left
 * out. Each folder is listed once, however many links lead to it, so that a link to a folder above it does no harm. Names
 * that begin with a dot are passed over.
 * Throws `MissingCollectionError` when the folder itself cannot be listed.
 */
export async function listFiles(place: Place): Promise<Listing> {
  const walk = new Walk(place.folder);
  try {
    if (place.file === undefined) await walk.enter('');
    else await walk.enterFor(place.file);
  } catch (error) {
    throw new MissingCollectionError(place.path, reasonOf(error), { cause: error });
  }
  walk.files.sort((a, b) => (a.source < b.source ? -1 : 1));
  return walk;
}

class Walk implements Listing {
  readonly files: ListedFile[] = [];
  readonly unreadable: Unreadable[] = [];
  readonly folders = new Map<string, string>();
  readonly unseen: string[] = [];
  passedOver = 0;
  #realFolder: string | undefined;

  constructor(readonly folder: string) {}

  async enter(below: string): Promise<void> {
    const path = join(this.folder, below);
    const identity = await identityOf(path);
    if (this.folders.has(identity)) return;
    const entries = await readdir(path, { withFileTypes: true });
    this.folders.set(identity, path);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) if (!entry.name.startsWith('.')) await this.#visit(below, entry);
  }

  /** Lists one file of the folder, whatever its ending, unless that tells of a kind that is not read. */
  async enterFor(file: string): Promise<void> {
    this.folders.set(await identityOf(this.folder), this.folder);
    if (unreadDocument(file)) this.#passOver(file);
    else await this.#take(file);
  }

  async #visit(below: string, entry: Dirent): Promise<void> {
    const source = below === '' ? entry.name : `${below}/${entry.name}`;
    if (CONTROL.test(entry.name)) {
      this.#refuse(source, UNPRINTABLE);
      return;
    }
    try {
      if (entry.isSymbolicLink() && (await this.#leadsOut(source))) {
        this.#refuse(source, LEADS_OUT);
        return;
      }
      if (await this.#isFolder(source, entry)) await this.#enterIfAllowed(source);
      else if (READERS.has(extname(source).toLowerCase())) await this.#take(source);
      else this.#passOver(source);
    } catch (error) {
      // A file may go between being listed and being looked at; a link that leads nowhere is a fault.
      if (isGone(error) && !entry.isSymbolicLink()) return;
      this.unreadable.push({ source, ...faultOf(error) });
    }
  }

  async #enterIfAllowed(source: string): Promise<void> {
    try {
      await this.enter(source);
    } catch (error) {
      if (!isGone(error)) this.unseen.push(source);
      throw error;
    }
  }

  async #take(source: string): Promise<void> {
    this.files.push({ source, stats: await stat(join(this.folder, source)) });
  }

  /** Whether a link leads to a place outside the folder, over however many links. */
  async #leadsOut(source: string): Promise<boolean> {
    this.#realFolder ??= await realpath(this.folder);
    const target = await realpath(join(this.folder, source));
    // The folder may be the root of a file system, whose path ends with the separator.
    const inside = this.#realFolder.endsWith(sep) ? this.#realFolder : this.#realFolder + sep;
    return target !== this.#realFolder && !target.startsWith(inside);
  }

  /** The name of the file is told so that it can be shown. */
  #refuse(source: string, fault: Fault): void {
    this.unreadable.push({ source: shown(source), ...fault });
  }

  #passOver(source: string): void {
    this.passedOver++;
    const fault = unreadDocument(source);
    if (fault) this.unreadable.push({ source, ...fault });
  }

  async #isFolder(source: string, entry: Dirent): Promise<boolean> {
    if (!entry.isSymbolicLink()) return entry.isDirectory();
    return (await stat(join(this.folder, source))).isDirectory();
  }
}

/** A path with its control characters written out: `\\u{7}`. */
function shown(source: string): string {
  return source.replace(new RegExp(CONTROL, 'gu'), (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

/** Names a folder by its place on the disk and the time of its making, since a new folder may take an old place. */
async function identityOf(path: string): Promise<string> {
  const { dev, ino, birthtimeNs } = await stat(path, { bigint: true });
  return `${dev}:${ino}:${birthtimeNs}`;
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
