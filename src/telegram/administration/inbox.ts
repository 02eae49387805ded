import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { beginning } from '../wording/shorten.js';

/** Folder of the collection in which is kept what comes by chat. */
export const INBOX = 'inbox';
/** Bytes of a name that file systems bear (255), with room for what is put before and behind. */
const NAME_BYTES = 180;

/** A file that was put into the inbox. */
export interface KeptFile {
  /** Path below the collection. */
  readonly source: string;
  /** Whether it took the place of another. */
  readonly isNewVersion: boolean;
  /** Takes it away again; what was there before is put back. */
  undo(): Promise<void>;
}

/** The files that administrators sent by chat. */
export class Inbox {
  readonly #folder: string;

  /** @param collection absolute path of the collection's folder */
  constructor(collection: string) {
    this.#folder = join(collection, INBOX);
  }

  /**
   * Keeps a file. One of the same name is taken to be its older version.
   * @param name as somebody gave it
   * @throws Error of `node:fs` when the disk refuses
   */
  async keep(name: string, content: Uint8Array): Promise<KeptFile> {
    const safe = safeName(name);
    const path = join(this.#folder, safe);
    const before = await readFile(path).catch(() => undefined);
    await this.#write(path, content);
    return {
      source: `${INBOX}/${safe}`,
      isNewVersion: before !== undefined,
      undo: () => (before === undefined ? rm(path, { force: true }) : this.#write(path, before)),
    };
  }

  /** Names of the files, in order; those of channels are not among them. */
  async list(): Promise<string[]> {
    const entries = await readdir(this.#folder, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  }

  /**
   * Removes the file of which this is the key.
   * @returns its name; `undefined` where there is none
   */
  async remove(key: string): Promise<string | undefined> {
    const name = (await this.list()).find((one) => keyOf(one) === key);
    if (name !== undefined) await rm(join(this.#folder, name), { force: true });
    return name;
  }

  /** All or nothing: who reads the folder meanwhile finds no half of a file. */
  async #write(path: string, content: Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const draft = join(this.#folder, `.${createHash('sha256').update(path).digest('hex').slice(0, 16)}`);
    await writeFile(draft, content);
    await rename(draft, path);
  }
}

/** What stands for a name in a button, which has no room for it: 12 of `A-Za-z0-9_-`. */
export function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 12);
}

/**
 * A name that leads nowhere else and that all systems bear: of letters, digits, blanks and a few signs, not hidden, not too
 * long; its ending stays.
 */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._()（）《》、，-]/gu, '_')
    .replace(/^[. _]+|[. ]+$/g, '');
  const ending = extname(plain);
  let stem = plain.slice(0, plain.length - ending.length);
  while (Buffer.byteLength(stem + ending) > NAME_BYTES) stem = beginning(stem, stem.length - 1);
  return `${stem || 'file'}${ending}`;
}
