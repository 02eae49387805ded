/** Seconds since 1970, or milliseconds: from 2001 on, before which there were no such exports. */
const EPOCH = /^\d{10}(?:\d{3})?$/;
/** The year 2100 begins, in milliseconds; what is later is another number. */
const LATEST_MS = Date.UTC(2100, 0, 1);
/** China's time is eight hours ahead of UTC, in milliseconds. */
const CHINA_MS = 8 * 60 * 60 * 1000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::\d\d(?:\.\d{1,9})?)?`;
const ZONE = String.raw`(?<zone>(?:GMT|UTC?)?[+-]\d\d:?\d\d|Z|UTC?|GMT)`;
const MONTH = '(?<name>[a-z]{3})[a-z]{0,6}';
/** As programs write times: ISO 8601, RFC 822 as RSS has it, and what C and JavaScript print, as Weibo has it. */
const FORMS: readonly RegExp[] = [
  String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})[T ]${TIME} ?${ZONE}?$`,
  String.raw`^(?:[a-z]{3,9},? )?(?<day>\d{1,2}) ${MONTH} (?<year>\d{4})(?: ${TIME}(?: ${ZONE}.{0,20})?)?$`,
  String.raw`^[a-z]{3,9} ${MONTH} (?<day>\d{1,2}) ${TIME}(?: ${ZONE})? (?<year>\d{4})$`,
  String.raw`^[a-z]{3,9} ${MONTH} (?<day>\d{1,2}) (?<year>\d{4}) ${TIME}(?: ${ZONE}.{0,40})?$`,
].map((form) => new RegExp(form, 'i'));
const IS_UTC = /^(?:(?:GMT|UTC?)?[+-]00:?00|Z|UTC?|GMT)$/i;
/** A longer text is no time stamp; UTF-16 units. */
const LONGEST = 80;

/**
 * The day of a time stamp as programs write it, or of a count of seconds or milliseconds since 1970.
 * @returns the day in the zone that is stated, as ISO 8601 has it. One in UTC is the day in China: systems that keep UTC write
 *   a morning there as the evening before. `undefined` where it is no time stamp.
 */
export function dayOfTimestamp(stated: string): string | undefined {
  const text = stated.trim().replace(/\s+/g, ' ');
  if (EPOCH.test(text)) return dayOfEpoch(Number(text) * (text.length === 10 ? 1000 : 1));
  const parts =
    text.length <= LONGEST ? FORMS.map((form) => form.exec(text)?.groups).find(Boolean) : undefined;
  if (!parts) return undefined;
  const { year, month, name = '', day, hour = '0', minute = '0', zone = '' } = parts;
  const [y, m, d] = [
    Number(year),
    month === undefined ? MONTHS.indexOf(name.toLowerCase()) + 1 : Number(month),
    Number(day),
  ];
  const midnight = Date.UTC(y, m - 1, d);
  const isDay = m > 0 && new Date(midnight).getUTCMonth() === m - 1 && new Date(midnight).getUTCDate() === d;
  if (!isDay) return undefined;
  const ms = midnight + (Number(hour) * 60 + Number(minute)) * 60_000;
  return isoDay(IS_UTC.test(zone) ? ms + CHINA_MS : midnight);
}

function dayOfEpoch(ms: number): string | undefined {
  return ms < LATEST_MS ? isoDay(ms + CHINA_MS) : undefined;
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
