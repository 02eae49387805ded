/** A cell as `read-excel-file` gives it. */
export type CellValue = string | number | boolean | Date | null | undefined;

/** A double holds so many digits; the last ones of a sum are noise. */
const EXACT_DIGITS = 15;
/** Of fractions, programs show some ten digits, and people want four after the point. */
const [SHOWN_DIGITS, SHOWN_DECIMALS] = [10, 4];
/** What stands in a cell whose formula went wrong. */
const FAULT = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/u;
const MS_OF_SECOND = 1000;

/** A cell as people see it: days as 2026-03-08, times as 8:30, numbers without the noise of their last digits. */
export function shownCell(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return FAULT.test(value) ? '' : value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? shownNumber(value) : shownDate(value);
}

function shownNumber(value: number): string {
  const exact = Number(value.toPrecision(EXACT_DIGITS));
  if (Number.isInteger(exact)) return String(exact);
  const whole = String(Math.trunc(Math.abs(exact))).length;
  return String(
    Number(exact.toPrecision(Math.min(EXACT_DIGITS, Math.max(SHOWN_DIGITS, whole + SHOWN_DECIMALS)))),
  );
}

/** The day and, where it is not midnight, the time; a day before 1900 is none, but what a time alone is counted from. */
function shownDate(value: Date): string {
  const ms = Math.round(value.getTime() / MS_OF_SECOND) * MS_OF_SECOND;
  if (!Number.isFinite(ms)) return '';
  const [day = '', clock = ''] = new Date(ms).toISOString().split(/[T.]/u);
  const time = clock.replace(/^0(?=\d:)/u, '').replace(/:00$/u, '');
  if (value.getUTCFullYear() < 1900) return time;
  return clock === '00:00:00' ? day : `${day} ${time}`;
}
