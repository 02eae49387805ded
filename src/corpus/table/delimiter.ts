/** What parts the cells of a row, the likelier first. */
const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How people call them. */
export const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'comma',
  '\t': 'tab',
  ';': 'semicolon',
  '|': 'vertical bar',
};

/** How much of a file is looked at: so many lines, within so many UTF-16 units. */
const [MOST_LINES, MOST_UNITS] = [50, 64 * 1024];

/** Finds the delimiter: the one that stands equally often in most of the first lines, quoted cells left out. */
export function delimiterOf(text: string, otherwise: Delimiter): Delimiter {
  const lines = withoutQuoted(text.slice(0, MOST_UNITS))
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_LINES);
  let [best, most] = [otherwise, 0];
  for (const delimiter of DELIMITERS) {
    const agreeing = agreeingLines(lines, delimiter);
    if (agreeing > most) [best, most] = [delimiter, agreeing];
  }
  return best;
}

/** How many lines have the delimiter as often as most of those do that have it. */
function agreeingLines(lines: readonly string[], delimiter: Delimiter): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

function withoutQuoted(text: string): string {
  return text.replace(/"[^"]*"/gu, '');
}
