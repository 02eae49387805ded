/** A half-open stretch of a text in UTF-16 units: from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
