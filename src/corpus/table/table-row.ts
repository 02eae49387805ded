/** A row of a table as people see it. */
export interface TableRow {
  /** Counted from 1, empty rows too, as programs for tables count. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Cells that reach over several columns: the first column and the last, counted from 0. Their text is in the first. */
  readonly across?: readonly (readonly [first: number, last: number])[];
}
