/** Seconds since 1970, or milliseconds: from 2001 on, before which there were no such exports. */
const SECONDS = /^\d{10}$/;
const MILLISECONDS = /^\d{13}$/;
/** The year 2100 begins, in milliseconds; what is later is another number. */
const LATEST_MS = Date.UTC(2100, 0, 1);
/** China's time is eight hours ahead of UTC, in milliseconds. */
const CHINA_MS = 8 * 60 * 60 * 1000;

/** The day in China, as ISO 8601 has it, of a date that is stated as a count since 1970; anything else unchanged. */
export function dayOfEpoch(date: string): string {
  const ms = SECONDS.test(date) ? Number(date) * 1000 : MILLISECONDS.test(date) ? Number(date) : undefined;
  if (ms === undefined || ms >= LATEST_MS) return date;
  return new Date(ms + CHINA_MS).toISOString().slice(0, 10);
}
