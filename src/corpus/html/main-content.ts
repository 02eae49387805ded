import type { HtmlBlock } from './blocks.js';
import type { Element } from './tree.js';

/** Least share of the running text that the main content has to hold. */
const MAIN_SHARE = 0.85;
/** Least share of the running text for an `article` or `main` element to be taken at its word. */
const DECLARED_SHARE = 0.5;
/** A block of so many UTF-16 units is running text even where it does not end like a sentence. */
const RUNNING_UNITS = 40;
/** Share of a block in links from which on it is a list of links. */
const MOST_LINKED = 0.5;

/**
 * Picks the blocks of the main content: those of the innermost element that holds nearly all running text, less
 * lists of links. A page that says where its content is (`article`, `main`) is believed where text is there.
 */
export function mainContent(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  const scope = declared(blocks) ?? blocks;
  const root = innermost(scope);
  return scope.filter((block) => (!root || block.path.includes(root)) && !isLinkList(block));
}

function declared(blocks: readonly HtmlBlock[]): readonly HtmlBlock[] | undefined {
  const all = runningUnits(blocks);
  for (const name of ['article', 'main']) {
    const [best] = heaviest(blocks, ({ tagName }) => tagName === name);
    const inside = best && blocks.filter(({ path }) => path.includes(best));
    if (inside && runningUnits(inside) >= all * DECLARED_SHARE) return inside;
  }
  return undefined;
}

/** The innermost element, other than a block's own, that holds the wanted share of the running text. */
function innermost(blocks: readonly HtmlBlock[]): Element | undefined {
  const enough = runningUnits(blocks) * MAIN_SHARE;
  const own = new Set(blocks.map(({ path }) => path.at(-1)));
  const weights = weigh(blocks, (element) => !own.has(element));
  let found: Element | undefined;
  for (const [element, weight] of weights) if (weight >= enough) found = element;
  return found;
}

function heaviest(blocks: readonly HtmlBlock[], test: (element: Element) => boolean): Element[] {
  return [...weigh(blocks, test)].sort(([, a], [, b]) => b - a).map(([element]) => element);
}

/** Running text in each element, in UTF-16 units; outer elements stand before the ones in them. */
function weigh(blocks: readonly HtmlBlock[], test: (element: Element) => boolean): Map<Element, number> {
  const weights = new Map<Element, number>();
  for (const block of blocks) {
    const weight = runningUnits([block]);
    for (const element of block.path)
      if (test(element)) weights.set(element, (weights.get(element) ?? 0) + weight);
  }
  return weights;
}

/** How much running text there is outside links, in UTF-16 units. */
export function runningUnits(blocks: readonly HtmlBlock[]): number {
  return blocks.filter(isRunning).reduce((sum, { text, linked }) => sum + text.length * (1 - linked), 0);
}

function isRunning({ text, linked }: HtmlBlock): boolean {
  return linked < MOST_LINKED && (text.length >= RUNNING_UNITS || /[。！？…][”’」』）)]*$/u.test(text));
}

function isLinkList(block: HtmlBlock): boolean {
  return block.linked >= MOST_LINKED && !isRunning({ ...block, linked: 0 });
}
