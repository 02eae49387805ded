import type { HtmlBlock } from './blocks.js';
import type { HtmlFacts } from './facts.js';

/** The blocks that the page states to be the lines above and below its headline. */
export interface HeadlineLines {
  readonly kicker?: HtmlBlock;
  readonly subtitle?: HtmlBlock;
}

/** Finds the lines that a page states: of that text, the one nearest to the headline on its side of it, else the first. */
export function headlineLines(
  blocks: readonly HtmlBlock[],
  { kicker, subtitle }: Pick<HtmlFacts, 'kicker' | 'subtitle'>,
  headline: HtmlBlock | undefined,
): HeadlineLines {
  if (kicker === undefined && subtitle === undefined) return {};
  const at = headline ? blocks.indexOf(headline) : 0;
  const [before, after] = [blocks.slice(0, at).reverse(), blocks.slice(at + 1)];
  const find = (stated: string | undefined, sides: readonly HtmlBlock[]) =>
    sides.find(({ text }) => stated !== undefined && isSame(text, stated));
  const above = find(kicker, [...before, ...after]);
  const below = find(subtitle, [...after, ...before.reverse()]);
  return { ...(above && { kicker: above }), ...(below && below !== above && { subtitle: below }) };
}

function isSame(shown: string, stated: string): boolean {
  return shown.replace(/\s/gu, '') === stated.replace(/\s/gu, '');
}
