import type { Collection } from '../corpus/collection.js';
import { describeUnreadable } from '../corpus/errors.js';
import { surveyOf } from '../corpus/survey.js';
import { inARow } from '../language/bilingual.js';
import { inColumns } from './columns.js';
import type { ReadLocale } from './read-locale.js';
import type { FileReport } from './read-report.js';

/** What was read, as a person reads it in a terminal: a table, then what is left out, then all of it in a line. */
export function* reportTable(
  reports: readonly FileReport[],
  { articles, unreadable, passedOver }: Collection,
  locale: ReadLocale,
): Generator<string> {
  const read = reports.filter(({ status }) => status === 'read');
  const leftOut = reports.filter(({ status }) => status === 'left out');
  if (read.length > 0) {
    const [head = '', ...rows] = inColumns([locale.columns, ...read.map((report) => rowOf(report, locale))]);
    yield head;
    for (const [i, row] of rows.entries()) {
      yield row;
      yield* remarks(read[i] as FileReport, locale);
    }
    yield '';
  }
  if (leftOut.length > 0) {
    yield locale.leftOut;
    for (const { source, faults } of leftOut)
      for (const fault of faults) yield `  ${describeUnreadable({ source, ...fault }, locale.language)}`;
    yield '';
  }
  yield locale.summary(surveyOf(articles, unreadable), passedOver);
}

function rowOf(
  { source, format, encoding, numbers, articles, dates }: FileReport,
  locale: ReadLocale,
): string[] {
  const range = numbers ? between(String(numbers[0]), String(numbers[1])) : '';
  return [
    source,
    format,
    encoding ?? '',
    String(articles),
    range,
    dates ? between(dates.first, dates.last) : locale.noDate,
  ];
}

/** Below a file's row: the names of its fields, and what of it is left out. */
function* remarks({ fields, faults }: FileReport, locale: ReadLocale): Generator<string> {
  const named = Object.entries(fields ?? {}).map(([field, name]) => `${field} ← ${name}`);
  if (named.length > 0) yield `  ${locale.fields(named)}`;
  for (const { line, problem, remedy } of faults)
    yield `  ! ${line === undefined ? '' : locale.atLine(line)}${inARow(locale.language, problem, remedy)}`;
}

function between(first: string, last: string): string {
  return first === last ? first : `${first} – ${last}`;
}
