/** A row of a table as people see it. */
export interface TableRow {
  /** Counted from 1, empty rows too, as programs for tables count. */
  readonly number: number;
  readonly cells: readonly string[];
}
