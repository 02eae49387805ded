import type { Article, Block, Unreadable } from '../article.js';
import type { FileReading } from '../source-file.js';

/** A piece of a reading, small enough that taking it in does not hold up answers. */
export type Part =
  | { readonly kind: 'articles'; readonly articles: readonly Article[] }
  /** More blocks of the article before. */
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] }
  | { readonly kind: 'faults'; readonly faults: readonly Unreadable[] }
  /** The last one. */
  | { readonly kind: 'file'; readonly file: Omit<FileReading, 'articles' | 'unreadable'> };

/** Most that one part weighs, a unit of text being 1: it takes some milliseconds to be taken in. */
const MOST_WEIGHT = 100_000;
/** A block is as much work as so many units of text. */
const BLOCK_WEIGHT = 50;
const FAULT_WEIGHT = 200;
const MOST_BLOCKS = MOST_WEIGHT / BLOCK_WEIGHT;

/** Cuts a reading into parts, the file's own facts last. */
export function* partsOf({ articles, unreadable, ...file }: FileReading): Generator<Part> {
  for (const group of groups(articles, weightOf)) yield* articleParts(group);
  for (const faults of groups(unreadable, () => FAULT_WEIGHT)) yield { kind: 'faults', faults };
  yield { kind: 'file', file };
}

/** Puts parts together again. */
export class Joining {
  readonly #articles: Article[] = [];
  readonly #faults: Unreadable[] = [];

  /** @returns the reading, when this part was its last */
  take(part: Part): FileReading | undefined {
    switch (part.kind) {
      case 'articles':
        for (const article of part.articles) this.#articles.push(article);
        return undefined;
      case 'blocks':
        this.#lengthen(part.blocks);
        return undefined;
      case 'faults':
        for (const fault of part.faults) this.#faults.push(fault);
        return undefined;
      case 'file':
        return { ...part.file, articles: this.#articles, unreadable: this.#faults };
    }
  }

  #lengthen(more: readonly Block[]): void {
    // They came over a channel: nobody else holds them.
    const blocks = this.#articles.at(-1)?.blocks as Block[];
    for (const block of more) blocks.push(block);
  }
}

function* articleParts(articles: readonly Article[]): Generator<Part> {
  const [article] = articles;
  if (articles.length > 1 || article === undefined || article.blocks.length <= MOST_BLOCKS) {
    yield { kind: 'articles', articles };
    return;
  }
  const { blocks } = article;
  yield { kind: 'articles', articles: [{ ...article, blocks: blocks.slice(0, MOST_BLOCKS) }] };
  for (let start = MOST_BLOCKS; start < blocks.length; start += MOST_BLOCKS)
    yield { kind: 'blocks', blocks: blocks.slice(start, start + MOST_BLOCKS) };
}

function weightOf({ text, blocks }: Article): number {
  return text.length + blocks.length * BLOCK_WEIGHT;
}

/** Neighbours together, as many as weigh no more than a part may; what is heavier is alone. */
function* groups<T>(things: readonly T[], weigh: (thing: T) => number): Generator<readonly T[]> {
  let group: T[] = [];
  let weight = 0;
  for (const thing of things) {
    const more = weigh(thing);
    if (group.length > 0 && weight + more > MOST_WEIGHT) {
      yield group;
      group = [];
      weight = 0;
    }
    group.push(thing);
    weight += more;
  }
  if (group.length > 0) yield group;
}
