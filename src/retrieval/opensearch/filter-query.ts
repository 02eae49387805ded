import type { DateValue } from '../../language/dates.js';
import type { PassageFilter } from '../passage-filter.js';
import { dayNumber } from './filter-fields.js';

export type Query = Readonly<Record<string, object>>;

/** A filter as queries that all have to hold: those passages that `passes` lets through. */
export function filterQueries({ folder, date, mentioned, publication, page, title }: PassageFilter): Query[] {
  return [
    ...(folder === undefined ? [] : [{ term: { folders: folder } }]),
    ...(publication === undefined ? [] : [{ term: { publication } }]),
    ...(page === undefined ? [] : [{ term: { page } }]),
    ...(title === undefined ? [] : [anyOf([holding('articleTitle', title), { term: { works: title } }])]),
    ...(date === undefined ? [] : [anyOf([ofDate(date), ...(mentioned === true ? speakingOf(date) : [])])]),
  ];
}

export function anyOf(queries: readonly Query[]): Query {
  return { bool: { should: queries, minimum_should_match: 1 } };
}

function holding(field: string, text: string): Query {
  return { wildcard: { [field]: { value: `*${text.replace(/[*?\\]/g, '\\$&')}*` } } };
}

/** What the article is of shares a day with the date. */
function ofDate({ kind, from, to }: DateValue): Query {
  const [first, last] = kind === 'range' ? ['from', 'to'] : ['yearlyFrom', 'yearlyTo'];
  return {
    bool: {
      filter: [
        { range: { [first as string]: { lte: dayNumber(to) } } },
        { range: { [last as string]: { gte: dayNumber(from) } } },
      ],
    },
  };
}

/** All of what is told lies within the date. */
function speakingOf({ kind, from, to }: DateValue): Query[] {
  const days = { gte: dayNumber(from), lte: dayNumber(to) };
  if (days.gte > days.lte) return [];
  if (kind === 'range') return [{ range: { told: { ...days, relation: 'within' } } }];
  return [{ range: { toldYearly: { ...days, relation: 'within' } } }];
}
