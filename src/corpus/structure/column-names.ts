/** What a cell says that covers several rows is told again for each, if it is no longer; UTF-16 units. */
export const LONGEST_REPEATED = 200;

/**
 * The names of columns that stand in several rows, those of each column joined: `票价 周末`.
 * @param heads the rows by column, from the uppermost down; what covers several columns stands in each
 */
export function joinedNames(heads: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...heads.map(({ length }) => length));
  return Array.from({ length: columns }, (_, column) => {
    const names = heads.map((texts) => texts[column] ?? '');
    return [...new Set(names)].filter((name) => name !== '').join(' ');
  });
}
