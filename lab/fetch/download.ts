import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A file could not be had from its address. */
export class DownloadFailedError extends Error {
  override readonly name = 'DownloadFailedError';
  readonly exitCode = 1;
}

export interface DownloadOptions {
  /** Hexadecimal; without one, what comes is not checked. */
  readonly sha256?: string;
  /** Longest time of one try, in milliseconds. */
  readonly timeoutMs?: number;
  /** How often it is tried when the network or the server fails. */
  readonly tries?: number;
  /** Between two tries, in milliseconds. */
  readonly pauseMs?: number;
  /** @param share of the file that is there, 0 to 1; nothing is told where the server does not state the length */
  progress?(share: number): void;
}

export interface Downloaded {
  readonly content: Buffer;
  readonly sha256: string;
  /** Whether it was there before. */
  readonly kept: boolean;
}

/** What a later try may mend: the network, a server that is busy, a connection that was cut. */
class Passing extends Error {}

/**
 * Brings a file here, or takes the one that is here when its checksum is right. What came of a download that was cut
 * stays beside it as `.part`, and the next try, or the next run, goes on from there.
 * @param path where the file is kept
 * @throws DownloadFailedError with the remedy
 */
export async function download(
  address: string,
  path: string,
  { sha256, timeoutMs = 300_000, tries = 3, pauseMs = 2_000, progress = () => {} }: DownloadOptions = {},
): Promise<Downloaded> {
  const there = existsSync(path) ? read(path) : undefined;
  if (there && (sha256 === undefined || there.sha256 === sha256)) return { ...there, kept: true };
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.part`;
  for (let left = tries - 1; ; left--) {
    try {
      // Without a checksum nothing tells whether both parts are of one file.
      if (sha256 === undefined) rmSync(part, { force: true });
      await fetchInto(part, address, timeoutMs, progress);
      const came = read(part);
      if (sha256 !== undefined && came.sha256 !== sha256) {
        rmSync(part);
        throw new DownloadFailedError(
          `${address}: the file that came has the checksum ${came.sha256}, expected was ${sha256}. It was not kept. ` +
            'Try again; if it is the same, something on the way changes it, or what is published there has changed.',
        );
      }
      renameSync(part, path);
      return { ...came, kept: false };
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      if (left === 0) throw failed(address, path, error);
    }
    await pause(pauseMs);
  }
}

function failed(address: string, path: string, { message, cause }: Passing): DownloadFailedError {
  return new DownloadFailedError(
    `${address}: ${message}. Check the network and run the command again: it goes on where it stopped. ` +
      `Where the address cannot be reached, name a mirror with --mirror, or bring the file by other means to ${path}.`,
    { cause },
  );
}

function read(path: string): Omit<Downloaded, 'kept'> {
  const content = readFileSync(path);
  return { content, sha256: createHash('sha256').update(content).digest('hex') };
}

/** One try: appends to what is there, if the server can go on from there. */
async function fetchInto(
  part: string,
  address: string,
  timeoutMs: number,
  progress: (share: number) => void,
): Promise<void> {
  const signal = AbortSignal.timeout(timeoutMs);
  const had = existsSync(part) ? statSync(part).size : 0;
  try {
    // Compressed, the length would be that on the way.
    const headers = { 'Accept-Encoding': 'identity', ...(had > 0 && { Range: `bytes=${had}-` }) };
    const response = await fetch(address, { signal, headers });
    const goesOn = response.status === 206;
    if (!response.ok || !response.body) await refuse(response, address, part);
    const begun = goesOn ? had : 0;
    const all = begun + Number(response.headers.get('content-length') ?? 0);
    const file = await open(part, goesOn ? 'a' : 'w');
    try {
      let there = begun;
      for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
        await file.write(chunk);
        there += chunk.length;
        if (all > begun) progress(there / all);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    if (signal.aborted) throw new Passing(`not done after ${timeoutMs / 1000} s`, { cause: error });
    if (!isOfNetwork(error)) throw error;
    throw new Passing(error.cause.message || error.cause.code || error.message, { cause: error });
  }
}

/** Throws for an answer that is no file. */
async function refuse(response: Response, address: string, part: string): Promise<never> {
  await response.body?.cancel();
  const { status } = response;
  // What is there is longer than the file, or the whole of it: it is asked for anew.
  if (status === 416) rmSync(part);
  if (status === 416 || status === 429 || status >= 500) throw new Passing(`the server answered ${status}`);
  throw new DownloadFailedError(
    `${address}: the server answered ${status}${status === 404 ? ', there is no such file' : ''}. ` +
      'The address has changed, or the mirror does not have it: see lab/fetch/sets.ts.',
  );
}

/** What `fetch` throws says no more than "fetch failed" or "terminated"; the reason is its cause. */
function isOfNetwork(error: unknown): error is Error & { cause: NodeJS.ErrnoException } {
  return error instanceof TypeError && error.cause instanceof Error;
}
