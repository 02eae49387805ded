import { appendFile, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** For its owner alone: it may tell which chats wait for what. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** What gives all lines that are to be in the file, asked at the moment when it is written. */
export type Whole = () => readonly string[];

/**
 * A file of lines that grows at its end, and is written anew at times. Changes are made one after the other; after one that
 * failed, the next writes the whole file, so that nothing is missing in the middle.
 */
export class JournalFile {
  #work: Promise<void> = Promise.resolve();
  /** Whether the file holds all lines, each with its end. */
  #isWhole = true;
  #waiting: string[] = [];
  #scheduled = false;

  /**
   * @param path the file; its folder is made when it is needed
   * @param onFault told of the first of several failures in a row
   */
  constructor(
    readonly path: string,
    private readonly onFault: (error: Error) => void = () => {},
  ) {}

  /**
   * The lines that the file holds, none where there is no file.
   * @throws Error of `node:fs` when it cannot be read
   */
  async read(): Promise<string[]> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    // A line without its end was cut off: the next would be glued to it.
    if (text !== '' && !text.endsWith('\n')) this.#isWhole = false;
    return text.split('\n').filter((line) => line !== '');
  }

  /** Whether the disk has taken all that was settled so far. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Adds a line, soon. @param whole what to write instead, where lines are missing in the file */
  append(line: string, whole: Whole): void {
    this.#waiting.push(line);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#after(async () => {
      this.#scheduled = false;
      const lines = this.#waiting;
      this.#waiting = [];
      if (!this.#isWhole) return this.#replace(whole());
      await this.#inFolder(() => appendFile(this.path, textOf(lines), { mode: FILE_MODE }));
    });
  }

  /** Writes the file anew, soon. */
  rewrite(whole: Whole): void {
    this.#after(() => {
      // What waits to be added is among the whole already.
      this.#waiting = [];
      return this.#replace(whole());
    });
  }

  /** Resolves when all that was asked for is done, or has failed. */
  async settled(): Promise<void> {
    let work: Promise<void>;
    do {
      work = this.#work;
      await work;
    } while (work !== this.#work);
  }

  #after(step: () => Promise<void>): void {
    this.#work = this.#work.then(step).then(
      () => {
        this.#isWhole = true;
      },
      (error: unknown) => {
        const isFirst = this.#isWhole;
        this.#isWhole = false;
        if (isFirst) this.onFault(error instanceof Error ? error : new Error(String(error)));
      },
    );
  }

  /** All or nothing: a crash leaves the file as it was before, or as it is to be. */
  async #replace(lines: readonly string[]): Promise<void> {
    const draft = `${this.path}.new`;
    try {
      const file = await this.#inFolder(() => open(draft, 'w', FILE_MODE));
      try {
        await file.writeFile(textOf(lines));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, this.path);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => {});
      throw error;
    }
  }

  /** Does something in the file's folder, which is made where it is missing. */
  async #inFolder<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    await mkdir(dirname(this.path), { recursive: true, mode: FOLDER_MODE });
    return act();
  }
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
