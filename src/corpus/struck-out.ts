/** The elements of HTML for what its author has withdrawn; Markdown may have their tags, too. In small letters. */
const STRIKING: ReadonlySet<string> = new Set(['del', 's', 'strike']);

/** Whether an element is struck out, so that what is in it no longer holds. */
export function isStruckOut({ tagName }: { readonly tagName: string }): boolean {
  return STRIKING.has(tagName);
}
