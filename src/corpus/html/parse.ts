import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  type ParserOptions,
  parse,
  parseFragment,
} from 'parse5';
import { type Fault, unreadableBecause } from '../fault.js';
import type { Parent } from './tree.js';

/** Deepest nesting of elements; browsers draw none that is deeper (Blink: 512). Time grows with its square. */
const DEEPEST = 512;
/**
 * Most elements of a document: so many tiny ones are read in about two seconds. Pages of books have some 30 characters an
 * element, 2 MB of `<p><b>x` a million elements.
 */
const MOST_ELEMENTS = 200_000;

/** The tree of a document or a fragment, or why it has none. */
export type Parsed =
  | { readonly kind: 'parsed'; readonly root: Parent }
  | { readonly kind: 'refused'; readonly fault: Fault };

/** Parses a document. Never throws: what would take seconds is refused. */
export function parseDocument(html: string): Parsed {
  return within((options) => parse(html, options));
}

/** Parses what may stand in a document's body. */
export function parsePart(html: string): Parsed {
  return within((options) => parseFragment(html, options));
}

function within(build: (options: ParserOptions<DefaultTreeAdapterMap>) => Parent): Parsed {
  try {
    return { kind: 'parsed', root: build({ sourceCodeLocationInfo: true, treeAdapter: boundedAdapter() }) };
  } catch (error) {
    if (error instanceof BoundsError) return { kind: 'refused', fault: error.fault };
    throw error;
  }
}

/** Builds parse5's usual tree and gives up where a bound is passed. */
function boundedAdapter(): typeof defaultTreeAdapter {
  let depth = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...args) {
      if (++elements > MOST_ELEMENTS) throw new BoundsError(TOO_MANY);
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush() {
      if (++depth > DEEPEST) throw new BoundsError(TOO_DEEP);
    },
    onItemPop() {
      depth--;
    },
  };
}

const TOO_DEEP: Fault = {
  problem: unreadableBecause({
    en: `its elements are nested more than ${DEEPEST} deep`,
    zh: `元素嵌套超过 ${DEEPEST} 层`,
  }),
  remedy: {
    en: 'Close the elements that are left open, or save the text as .txt or .md.',
    zh: '请补上没有闭合的标签，或把文字另存为 .txt 或 .md。',
  },
};
const TOO_MANY: Fault = {
  problem: unreadableBecause({
    en: `it has more than ${MOST_ELEMENTS.toLocaleString('en')} elements`,
    zh: `元素超过 ${MOST_ELEMENTS.toLocaleString('en')} 个`,
  }),
  remedy: {
    en: 'Divide it into smaller files, or save the text as .txt or .md.',
    zh: '请拆成几个小文件，或把文字另存为 .txt 或 .md。',
  },
};

class BoundsError extends Error {
  constructor(readonly fault: Fault) {
    super(fault.problem.en);
    this.name = 'BoundsError';
  }
}
