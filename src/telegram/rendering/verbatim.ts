import { cleanText } from './clean.js';

/**
 * Whether a quotation is made of the source's characters in their order: each stretch between ellipses stands in
 * the source as it is, one after the other. White space does not count, because line breaks of the page may go.
 * @param quotation what is about to be sent
 * @param source the passage that it claims to quote
 */
export function isVerbatim(quotation: string, source: string): boolean {
  const stretches = bare(quotation)
    .split(/…+/)
    .filter((stretch) => stretch !== '');
  const whole = bare(source);
  let from = 0;
  for (const stretch of stretches) {
    // The earliest place leaves the most room for the stretches that follow.
    const at = whole.indexOf(stretch, from);
    if (at < 0) return false;
    from = at + stretch.length;
  }
  return stretches.length > 0;
}

function bare(text: string): string {
  return cleanText(text).replace(/\s+/gu, '');
}
