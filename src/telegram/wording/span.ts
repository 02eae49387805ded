/** Two dates with a word between them, or the one where they are the same. */
export function span(first: string, last: string, to: string): string {
  return first === last ? first : `${first}${to}${last}`;
}
