/**
 * Whether a word is another one but for a typing error: one character left out, added or exchanged, or two neighbours that
 * changed places. A word is no typing error of itself.
 */
export function isTypoOf(word: string, meant: string): boolean {
  if (word === meant) return false;
  const least = Math.min(word.length, meant.length);
  let start = 0;
  while (start < least && word[start] === meant[start]) start++;
  let end = 0;
  while (end < least - start && word.at(-1 - end) === meant.at(-1 - end)) end++;
  const [a, b] = [word.slice(start, word.length - end), meant.slice(start, meant.length - end)];
  if (a.length <= 1 && b.length <= 1) return true;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}
