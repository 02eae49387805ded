const BEGINS = /^\s*<(?:!doctype|[a-z][a-z0-9]*)[\s/>]/i;
const BLOCK = /<\/(?:p|div|h[1-6]|li|ul|ol|table|section|article|blockquote)>|<br\s?\/?>/gi;
/** So many block elements are no slip of a text about HTML. */
const LEAST_BLOCKS = 2;

/** Whether a text clearly is HTML: it begins with an element and holds another, or it holds several blocks. */
export function isHtml(text: string): boolean {
  if (!text.includes('<')) return false;
  if (BEGINS.test(text) && text.trimEnd().endsWith('>')) return true;
  BLOCK.lastIndex = 0;
  for (let blocks = 1; BLOCK.test(text); blocks++) if (blocks >= LEAST_BLOCKS) return true;
  return false;
}
