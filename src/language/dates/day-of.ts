/**
 * The day of a moment, as ISO 8601 has it: `2026-03-08`.
 * @param timeZone IANA name: `Asia/Shanghai`
 */
export function dayOf(moment: Date, timeZone: string): string {
  // Sweden writes dates as ISO 8601 does.
  const format = FORMATS.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  FORMATS.set(timeZone, format);
  return format.format(moment);
}

/** By time zones, of which a process has one or two. Making one takes longer than answering. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();
