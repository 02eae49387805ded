import type { PageText, Run } from './page-text.js';

/** A page's text by the directions in which it runs. */
export interface Directions {
  /** From the left to the right. */
  readonly across: PageText;
  /**
   * From the top to the bottom, line after line from the right to the left: turned, so that it is read as if it ran across.
   */
  readonly down: PageText;
}

/** How far from one another characters of a vertical line are, in sizes of the font, and how far out of line they may be. */
const [NEAREST, FARTHEST, OUT_OF_LINE] = [0.8, 2, 0.15];
/** So many single characters below one another are a vertical line, and as few where most of a page is set so. */
const [LEAST_IN_LINE, LEAST_ON_PAGE] = [6, 2];
/** Share of the font's size that stands above the line of a character. */
const ABOVE_LINE = 0.88;
/** The forms that signs have in vertical text, and what is written. */
const [VERTICAL_FORMS, WRITTEN] = [
  '︐︑︒︓︔︕︖︗︘︙︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈',
  '，、。：；！？〖〗…—（）｛｝〔〕【】《》〈〉「」『』［］',
];

/**
 * Parts the text of a page by its directions. Vertical text is set in a vertical font, or character by character, each below
 * the one before.
 */
export function directionsOf(page: PageText): Directions {
  const { across, down } = parted(withStacks(page.runs));
  const { width, height } = page;
  return {
    across: { ...page, runs: across },
    down: { width: height, height: width, runs: down.map((run) => turned(run, width)), turned: 0 },
  };
}

function parted(runs: readonly Run[]): { readonly across: Run[]; readonly down: Run[] } {
  return { across: runs.filter(({ down }) => !down), down: runs.filter(({ down }) => down) };
}

/** What stands at a distance from the right stands at that distance from the top, and what is low is far on. */
function turned({ x, y, ...run }: Run, width: number): Run {
  return { ...run, x: y, y: width - x, text: Array.from(run.text, written).join('') };
}

function written(sign: string): string {
  const form = VERTICAL_FORMS.indexOf(sign);
  return form < 0 ? sign : WRITTEN[form]!;
}

/** The runs, each stack of single characters as one that runs downwards. */
function withStacks(runs: readonly Run[]): Run[] {
  const chains = chainsOf(runs);
  const stacked = chains.reduce((units, { length }) => units + (length >= LEAST_ON_PAGE ? length : 0), 0);
  const all = runs.reduce((units, { text }) => units + text.length, 0);
  const least = stacked > all / 2 ? LEAST_ON_PAGE : LEAST_IN_LINE;
  return chains.flatMap((chain) => (chain.length >= least ? stackOf(chain) : chain));
}

/** The runs in the order in which they were set; characters that follow one another downwards together. */
function chainsOf(runs: readonly Run[]): Run[][] {
  const chains: Run[][] = [];
  for (const run of runs) {
    const before = chains.at(-1)?.at(-1);
    if (before && isBelow(run, before)) chains.at(-1)!.push(run);
    else chains.push([run]);
  }
  return chains;
}

function isBelow(run: Run, before: Run): boolean {
  if (!isSingle(run) || !isSingle(before)) return false;
  const [aside, below] = [Math.abs(run.x - before.x) / run.size, (run.y - before.y) / run.size];
  return aside <= OUT_OF_LINE && below >= NEAREST && below <= FARTHEST;
}

function isSingle({ text, down }: Run): boolean {
  return !down && /^[\p{Script=Han}\d\u3000-\u303f\uff00-\uff60\ufe10-\ufe48]$/u.test(text);
}

function stackOf(chain: readonly Run[]): Run {
  const [first, last] = [chain[0]!, chain.at(-1)!];
  const { size } = first;
  return {
    ...first,
    text: chain.map(({ text }) => text).join(''),
    x: first.x + size / 2,
    y: first.y - size * ABOVE_LINE,
    width: last.y - first.y + size,
    down: true,
  };
}
