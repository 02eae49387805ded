import type { HtmlBlock } from './blocks.js';
import type { HtmlFacts } from './facts.js';

/** The blocks that the page states to be the lines above and below its headline. */
export interface HeadlineLines {
  readonly kicker?: HtmlBlock;
  readonly subtitle?: HtmlBlock;
}

/** Finds the lines that a page states, the first of that text each. */
export function headlineLines(
  blocks: readonly HtmlBlock[],
  { kicker, subtitle }: Pick<HtmlFacts, 'kicker' | 'subtitle'>,
  headline: HtmlBlock | undefined,
): HeadlineLines {
  const find = (stated: string | undefined) =>
    stated === undefined
      ? undefined
      : blocks.find((block) => block !== headline && isSame(block.text, stated));
  const [above, below] = [find(kicker), find(subtitle)];
  return { ...(above && { kicker: above }), ...(below && { subtitle: below }) };
}

function isSame(shown: string, stated: string): boolean {
  return shown.replace(/\s/gu, '') === stated.replace(/\s/gu, '');
}
