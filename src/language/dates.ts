/** Days, months and years in texts and questions: what other rooms need of `dates/`. */

export {
  type DateRange,
  type DateValue,
  isDay,
  overlaps,
  partsOf,
  spanOf,
  writeDate,
} from './dates/calendar.js';
export { dayOf } from './dates/day-of.js';
export { findDates, findSingleDates } from './dates/find-dates.js';
