/** What the reading of one file may take. */
export interface ReadingLimits {
  /** How long, in seconds. */
  readonly seconds: number;
  /** How much memory for text and structure, in MB. */
  readonly megabytes: number;
}

/** A page of a newspaper is read in milliseconds, and a book in a second or two. */
export const DEFAULT_LIMITS: ReadingLimits = { seconds: 30, megabytes: 512 };

/** Whether what exceeded some limits may well keep within others. */
export function isMore(limits: ReadingLimits, than: ReadingLimits): boolean {
  return limits.seconds > than.seconds || limits.megabytes > than.megabytes;
}
