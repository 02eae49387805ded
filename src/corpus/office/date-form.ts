/** What of a day and a time a format shows. */
export interface DateForm {
  readonly shows: ReadonlySet<DateUnit>;
  /** Whether it counts on beyond a day, as a sum of times does. */
  readonly isSpan: boolean;
}

export type DateUnit = 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second';

/** Letters that stand for a part of a day or a time; what is quoted or escaped stands for itself. */
const TOKEN =
  /"[^"]*"|[\\!_*].|\[(?<span>h+|m+)\]|\[[^\]]*\]|AM\/PM|A\/P|上午\/下午|(?<letters>y+|e+|m+|d+|h+|s+|a+)|(?<end>;)/gisu;
const MS_OF_SECOND = 1000;
const MS_OF_DAY = 24 * 60 * 60 * MS_OF_SECOND;
/** The day from which days are counted: a time alone is one of this day. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const WEEKDAYS = '日一二三四五六';

/** What a format shows, of its code in `styles.xml`. */
export function dateForm(code: string): DateForm {
  const letters: string[] = [];
  let isSpan = false;
  for (const { groups = {} } of code.matchAll(TOKEN)) {
    if (groups.end !== undefined) break;
    isSpan ||= groups.span !== undefined;
    const written = groups.span ?? groups.letters;
    if (written !== undefined) letters.push(written.toLowerCase());
  }
  return { shows: new Set(letters.map((_, i) => unitAt(letters, i))), isSpan };
}

function unitAt(letters: readonly string[], at: number): DateUnit {
  const { [at]: written = '', [at - 1]: before = '', [at + 1]: after = '' } = letters;
  switch (written[0]) {
    case 'm':
      return before.startsWith('h') || after.startsWith('s') ? 'minute' : 'month';
    case 'd':
      return written.length > 2 ? 'weekday' : 'day';
    case 'a':
      return 'weekday';
    case 'h':
      return 'hour';
    case 's':
      return 'second';
    default:
      return 'year';
  }
}

/** Without a format: the day and, where it is not midnight, the time. */
const WHOLE: DateForm = {
  shows: new Set(['year', 'month', 'day', 'hour', 'minute', 'second']),
  isSpan: false,
};

/**
 * Of a day and a time what the format shows, always in one form: 2026-03-08, 2026年3月, 3月8日, 8:30. A day before 1900 is none,
 * but what a time alone is counted from.
 */
export function shownDate(value: Date, form: DateForm = WHOLE): string {
  const ms = Math.round(value.getTime() / MS_OF_SECOND) * MS_OF_SECOND;
  if (!Number.isFinite(ms)) return '';
  const date = new Date(ms);
  const { shows, isSpan } = form.shows.size === 0 ? WHOLE : form;
  if (isSpan && date.getUTCFullYear() <= 1900) return shownTime((ms - DAY_ZERO) / MS_OF_SECOND, shows);
  const day = shownDay(date, shows);
  const seconds = ((((ms - DAY_ZERO) % MS_OF_DAY) + MS_OF_DAY) % MS_OF_DAY) / MS_OF_SECOND;
  if (date.getUTCFullYear() < 1900 || day === '') return shownTime(seconds, shows);
  return seconds === 0 || !shows.has('hour') ? day : `${day} ${shownTime(seconds, shows)}`;
}

function shownDay(date: Date, shows: DateForm['shows']): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const told = [
    shows.has('year') && `${year}年`,
    shows.has('month') && `${month}月`,
    shows.has('day') && `${day}日`,
  ];
  if (told.every((part) => part !== false)) return date.toISOString().slice(0, 10);
  const text = told.filter((part) => part !== false).join('');
  return text === '' && shows.has('weekday') ? `星期${WEEKDAYS[date.getUTCDay()]}` : text;
}

/** @param seconds since midnight */
function shownTime(seconds: number, shows: DateForm['shows']): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const padded = (count: number) => String(count).padStart(2, '0');
  if (shows.has('minute') && !shows.has('hour')) return `${hours * 60 + minutes}:${padded(rest)}`;
  const time = `${hours}:${padded(minutes)}`;
  return rest === 0 || (shows.has('hour') && !shows.has('second')) ? time : `${time}:${padded(rest)}`;
}
