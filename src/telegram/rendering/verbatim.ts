import { cleanText } from './clean.js';

/**
 * Whether a quotation is made of the source's characters in their order: each fragment between ellipses stands in
 * the source as it is, one after the other. White space does not count, because line breaks of the page may go.
 * @param quotation what is about to be sent
 * @param source the passage that it claims to quote
 */
export function isVerbatim(quotation: string, source: string): boolean {
  const fragments = withoutSpace(quotation)
    .split(/…+/)
    .filter((fragment) => fragment !== '');
  const whole = withoutSpace(source);
  let from = 0;
  for (const fragment of fragments) {
    // The earliest place leaves the most room for the fragments that follow.
    const at = whole.indexOf(fragment, from);
    if (at < 0) return false;
    from = at + fragment.length;
  }
  return fragments.length > 0;
}

function withoutSpace(text: string): string {
  return cleanText(text).replace(/\s+/gu, '');
}
