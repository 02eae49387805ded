import type { CellForm } from './cell-forms.js';
import { shownDate } from './date-form.js';
import { shownNumber } from './shown-number.js';

/** A cell as `read-excel-file` gives it. */
export type CellValue = string | number | boolean | Date | null | undefined;

/** What stands in a cell whose formula went wrong. */
const FAULT = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/u;

/**
 * A cell as people see it: days as 2026-03-08, times as 8:30, numbers as their format has them (35%, ¥1,200.00, 007), and
 * those without one less the noise of their last digits.
 */
export function shownCell(value: CellValue, form?: CellForm): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return FAULT.test(value) ? '' : value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return form?.number?.(value) ?? shownNumber(value);
  return shownDate(value, form?.date);
}
