/** Milliseconds of a day, by which records grow old. */
export const DAY_MS = 86_400_000;
