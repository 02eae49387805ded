import { createHash } from 'node:crypto';

/** Bounds of the time for which Telegram may repeat an answer by itself, in seconds. */
const MIN_S = 5;
const MAX_S = 60;
/** Share of a version's age for which its answers are taken to stay true: RFC 9111, section 4.2.2. */
const SHARE = 0.1;

/** Since when the collection has been as it is. */
export class Freshness {
  private version: string | undefined;
  private since = 0;

  /** Milliseconds since this version was first seen. */
  ageMs(version: string, now: number): number {
    if (version !== this.version) {
      this.version = version;
      this.since = now;
    }
    return now - this.since;
  }
}

/**
 * For how long an inline answer may be cached, in whole seconds. A cached answer outlives a change of the
 * collection, so one that has just changed, and may go on changing, is cached for a moment only.
 */
export function cacheSeconds(ageMs: number): number {
  return Math.round(Math.min(Math.max((ageMs / 1000) * SHARE, MIN_S), MAX_S));
}

/** The offset of a further batch, at most 64 bytes: its first result, and for which version of the collection. */
export function encodeOffset(first: number, version: string): string {
  return `${first}@${digest(version)}`;
}

/** The first result of the batch, or `undefined` when the collection has changed since the batch before. */
export function decodeOffset(offset: string, version: string): number | undefined {
  if (offset === '') return 0;
  const [, first, of] = /^(\d{1,3})@([\w-]+)$/.exec(offset) ?? [];
  return first !== undefined && of === digest(version) ? Number(first) : undefined;
}

function digest(version: string): string {
  return createHash('sha256').update(version).digest('base64url').slice(0, 16);
}
