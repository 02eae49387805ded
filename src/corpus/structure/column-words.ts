/** Names of columns are shorter; UTF-16 units. */
const LONGEST_NAME = 40;
/** Figures with what they count, days, times, telephone numbers: what stands in rows, and in no header. */
const VALUE =
  /^[^\p{L}]*\d[^\p{L}]*(?:元|角|分|[万亿]元?|个|人|件|次|本|路|站|米|[公千]米|[公千]克|公斤|岁|天|[年月日号]|小?时|分钟|AM|PM)?$/iu;
/** Years, months, several months and quarters name columns too, beside others that are words. */
const PERIOD = /^(?:\d{4}年?|(?:\d{4}年)?(?:\d{1,2}月?[—–～~至到-]{1,2})?\d{1,2}月|第?[一二三四1-4]季度)$/u;

/** Whether a cell is a figure, a day, a time or a number: what stands in rows. */
export function isFigure(cell: string): boolean {
  return VALUE.test(cell);
}

/** Whether it is a year, a month or a quarter, which may be the name of a column. */
export function isPeriod(cell: string): boolean {
  return PERIOD.test(cell);
}

/** Whether it may be the name of a column by its form: a short word. */
export function isColumnName(cell: string): boolean {
  return cell.length <= LONGEST_NAME && !VALUE.test(cell) && !/[。！？；]$/u.test(cell);
}
