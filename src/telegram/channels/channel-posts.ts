import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A post as a line of a JSONL file; docs/articles.md has the fields. */
export interface PostLine {
  /** The same for every version of the post. */
  readonly id: string;
  readonly publication: string;
  /** `2026-03-08`. */
  readonly date: string;
  readonly url: string;
  readonly text: string;
}

/**
 * The posts of channels as files of the collection: one a channel and month, so that a new post has only a month read anew.
 * Calls for one channel have to come one after the other.
 */
export class ChannelPosts {
  /** @param folder absolute path of the folder that they are kept in; it need not exist */
  constructor(private readonly folder: string) {}

  /**
   * Keeps a post, in the place of an earlier version of it.
   * @param channel id of the channel
   * @throws Error of `node:fs` when the disk refuses
   */
  async put(channel: number, line: PostLine): Promise<void> {
    const path = this.#pathOf(channel, line.date);
    const written = JSON.stringify(line);
    const lines = await linesOf(path);
    const place = lines.findIndex((one) => idOf(one) === line.id);
    await write(path, place < 0 ? [...lines, written] : lines.with(place, written));
  }

  /** Removes a post, as when its text was taken out. */
  async remove(channel: number, { id, date }: Pick<PostLine, 'id' | 'date'>): Promise<void> {
    const path = this.#pathOf(channel, date);
    const lines = await linesOf(path);
    const rest = lines.filter((one) => idOf(one) !== id);
    if (rest.length === lines.length) return;
    if (rest.length === 0) await rm(path, { force: true });
    else await write(path, rest);
  }

  #pathOf(channel: number, date: string): string {
    return join(this.folder, String(Math.abs(channel)), `${date.slice(0, 7)}.jsonl`);
  }
}

async function linesOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').filter((line) => line !== '');
}

function idOf(line: string): unknown {
  try {
    return (JSON.parse(line) as Partial<PostLine> | null)?.id;
  } catch {
    return undefined;
  }
}

/** All or nothing: who reads the folder meanwhile finds no half of a file. */
async function write(path: string, lines: readonly string[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = join(dirname(path), '.draft');
  await writeFile(draft, lines.map((line) => `${line}\n`).join(''));
  await rename(draft, path);
}
