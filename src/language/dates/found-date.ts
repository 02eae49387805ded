import type { Range } from '../range.js';
import type { DateValue } from './calendar.js';

/** A date in a text, UTF-16 units, half-open. */
export interface FoundDate extends Range {
  readonly value: DateValue;
}
