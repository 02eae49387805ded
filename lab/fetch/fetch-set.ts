import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvalSet } from '../eval/set.js';
import { parseSquad, questionIds, toEvalSet } from './convert.js';
import { type Downloaded, type DownloadOptions, download } from './download.js';
import { GITHUB, type PublicSet, type PublishedFile } from './sets.js';

export interface FetchOptions extends Pick<DownloadOptions, 'timeoutMs' | 'tries' | 'pauseMs'> {
  /** The folder of the sets; published files are kept below it, in `published/`. */
  readonly to: string;
  /** What stands in the place of `https://raw.githubusercontent.com/`. */
  readonly mirror?: string;
  progress?(file: string, share: number): void;
}

export interface FetchedSet {
  readonly set: EvalSet;
  /** The file of the set. */
  readonly path: string;
  /** Whether what is published was here before. */
  readonly kept: boolean;
  /** What came and could not be checked: its name and its SHA-256. */
  readonly unchecked: readonly { readonly file: string; readonly sha256: string }[];
}

/** The folder of the sets takes no files. */
export class FolderNotWritableError extends Error {
  override readonly name = 'FolderNotWritableError';
  readonly exitCode = 1;

  constructor(folder: string, cause: NodeJS.ErrnoException) {
    super(`${folder} cannot be written to (${cause.code}). Make room or name another folder with --to.`, {
      cause,
    });
  }
}

/**
 * Brings a public set here, in the form that `readSet` reads.
 * @throws DownloadFailedError, UnexpectedFormError, FolderNotWritableError
 */
export async function fetchSet(wanted: PublicSet, options: FetchOptions): Promise<FetchedSet> {
  try {
    return await bringAll(wanted, options);
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    throw fault.syscall !== undefined && fault.path !== undefined
      ? new FolderNotWritableError(options.to, fault)
      : error;
  }
}

async function bringAll(
  { name, id, source, without }: PublicSet,
  options: FetchOptions,
): Promise<FetchedSet> {
  const files = without ? [source, without] : [source];
  const came: Downloaded[] = [];
  for (const file of files) came.push(await bring(file, options));
  const [published, other] = came.map(({ content }, i) =>
    parseSquad(content, placeOf(files[i] as PublishedFile, options)),
  );
  const set = toEvalSet(published as NonNullable<typeof published>, id, other && questionIds(other));
  const path = join(options.to, `${name}.json`);
  mkdirSync(options.to, { recursive: true });
  writeFileSync(`${path}.part`, JSON.stringify(set));
  renameSync(`${path}.part`, path);
  return {
    set,
    path,
    kept: came.every(({ kept }) => kept),
    unchecked: files.flatMap(({ file, sha256 }, i) =>
      sha256 === undefined ? [{ file, sha256: (came[i] as Downloaded).sha256 }] : [],
    ),
  };
}

function placeOf({ file }: PublishedFile, { to }: FetchOptions): string {
  return join(to, 'published', file);
}

function bring(published: PublishedFile, options: FetchOptions): Promise<Downloaded> {
  const { mirror, progress = () => {}, timeoutMs, tries, pauseMs } = options;
  const { file, address, sha256 } = published;
  const from =
    mirror !== undefined && address.startsWith(GITHUB) ? mirror + address.slice(GITHUB.length) : address;
  return download(from, placeOf(published, options), {
    ...(sha256 !== undefined && { sha256 }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(tries !== undefined && { tries }),
    ...(pauseMs !== undefined && { pauseMs }),
    progress: (share) => progress(file, share),
  });
}
