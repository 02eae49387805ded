import type { HtmlBlock } from './blocks.js';
import { HOLDERS, type Holder } from './content-holders.js';
import { isWithin, type Scope } from './scope.js';

/** Least share of the running text that the main content has to hold. */
const MAIN_SHARE = 0.85;
/** Least share of the running text for elements that are said to be the content to be taken at their word. */
const DECLARED_SHARE = 0.5;
/** A block of so many UTF-16 units is running text even where it does not end like a sentence. */
const RUNNING_UNITS = 40;
/** Share of a block in links from which on it is a list of links. */
const MOST_LINKED = 0.5;

/**
 * Picks the blocks of the main content: those of the innermost element that holds nearly all running text, less
 * lists of links. A page that says where its content is (`article`, `main`, the names that widespread systems give
 * it) is believed where text is there; what holds a part of it, as a post of a thread does, is all taken.
 */
export function mainContent(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  const parts = partsOfContent(blocks);
  const scope = parts ?? declared(blocks) ?? blocks;
  const root = parts ? undefined : innermost(scope);
  return scope.filter((block) => (!root || isWithin(block.scope, root)) && !isLinkList(block));
}

/** The blocks in the elements that each hold a part of the content, however short; `undefined` where there is none. */
export function partsOfContent(blocks: readonly HtmlBlock[]): readonly HtmlBlock[] | undefined {
  return heldBy(
    blocks,
    HOLDERS.filter(({ isPart }) => isPart),
    0,
  );
}

function declared(blocks: readonly HtmlBlock[]): readonly HtmlBlock[] | undefined {
  return heldBy(
    blocks,
    HOLDERS.filter(({ isPart }) => !isPart),
    runningUnits(blocks) * DECLARED_SHARE,
  );
}

/** The blocks that the first of these holders has which holds enough running text, in UTF-16 units. */
function heldBy(
  blocks: readonly HtmlBlock[],
  holders: readonly Holder[],
  enough: number,
): readonly HtmlBlock[] | undefined {
  const weights = weigh(blocks);
  for (const holder of holders) {
    const inside = insideOf(weights, holder);
    if (inside.length === 0) continue;
    const held = within(blocks, inside);
    if (runningUnits(held) >= enough && held.length > 0) return held;
  }
  return undefined;
}

/** The outermost elements of those that a test holds for; of those that are no parts of one text, the heaviest. */
function insideOf(weights: ReadonlyMap<Scope, number>, { test, isPart }: Holder): Scope[] {
  const found: Scope[] = [];
  for (const scope of [...weights.keys()].sort((a, b) => a.first - b.first)) {
    const last = found.at(-1);
    if (scope.element && test(scope.element) && !(last && isWithin(scope, last))) found.push(scope);
  }
  if (isPart || found.length < 2) return found;
  return [found.reduce((best, one) => ((weights.get(one) ?? 0) > (weights.get(best) ?? 0) ? one : best))];
}

/** The blocks in one of these elements, which stand in the order of the document and not in one another. */
function within(blocks: readonly HtmlBlock[], outer: readonly Scope[]): HtmlBlock[] {
  let next = 0;
  return blocks.filter(({ scope }) => {
    while (next < outer.length && outer[next]!.last < scope.first) next++;
    return next < outer.length && isWithin(scope, outer[next]!);
  });
}

/** The innermost element, other than a block's own, that holds the wanted share of the running text. */
function innermost(blocks: readonly HtmlBlock[]): Scope | undefined {
  const enough = runningUnits(blocks) * MAIN_SHARE;
  const own = new Set(blocks.map(({ scope }) => scope));
  let found: Scope | undefined;
  for (const [scope, weight] of weigh(blocks)) {
    if (weight < enough || own.has(scope) || !scope.element) continue;
    if (!found || scope.first > found.first) found = scope;
  }
  return found;
}

/** Running text in each element, in UTF-16 units. */
function weigh(blocks: readonly HtmlBlock[]): Map<Scope, number> {
  const weights = new Map<Scope, number>();
  for (const block of blocks) weights.set(block.scope, (weights.get(block.scope) ?? 0) + unitsOf(block));
  for (const scope of weights.keys())
    for (let outer = scope.parent; outer && !weights.has(outer); outer = outer.parent) weights.set(outer, 0);
  for (const scope of [...weights.keys()].sort((a, b) => b.first - a.first))
    if (scope.parent) weights.set(scope.parent, (weights.get(scope.parent) ?? 0) + (weights.get(scope) ?? 0));
  return weights;
}

/** How much running text there is outside links, in UTF-16 units. */
export function runningUnits(blocks: readonly HtmlBlock[]): number {
  return blocks.reduce((sum, block) => sum + unitsOf(block), 0);
}

function unitsOf(block: HtmlBlock): number {
  return isRunning(block) ? block.text.length * (1 - block.linked) : 0;
}

function isRunning({ text, linked, cells }: HtmlBlock): boolean {
  if (linked >= MOST_LINKED) return false;
  return cells !== undefined || text.length >= RUNNING_UNITS || /[。！？…][”’」』）)]*$/u.test(text);
}

function isLinkList(block: HtmlBlock): boolean {
  return block.linked >= MOST_LINKED && !block.cells && !isRunning({ ...block, linked: 0 });
}
