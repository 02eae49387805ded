import type { Range } from '../../language/range.js';
import { tokenize } from './tokenize.js';
import type { Vocabulary } from './vocabulary.js';

/** A window of an article, as it is read. */
export interface WindowText {
  /** What stands in front of it: title and header row. Folded; may be empty. */
  readonly context: string;
  /** Folded. */
  readonly text: string;
}

/** Question and window as the model takes them: `[CLS]` question `[SEP]` context`：`window `[SEP]`. */
export interface Encoded {
  /** Word pieces, `LENGTH` at most. */
  readonly ids: readonly number[];
  /** For each piece 0 (question) or 1 (window). */
  readonly types: readonly number[];
  /** Where in `ids` the window's text begins. */
  readonly first: number;
  /** For each piece of the window's text its place in that text, in UTF-16 units. */
  readonly places: readonly Range[];
}

/**
 * Most pieces of the question, of what stands in front of the window, and of the whole input. What is longer is cut at
 * the end. The model was learned with them: `lab/reader/encode.py`.
 */
export const QUESTION = 48;
export const CONTEXT = 56;
export const LENGTH = 256;
/** `[CLS]` and two `[SEP]`. */
const SIGNS = 3;

/** @param question folded */
export function encode(question: string, { context, text }: WindowText, vocabulary: Vocabulary): Encoded {
  const idsOf = (part: string, most: number): number[] =>
    tokenize(part, vocabulary)
      .slice(0, most)
      .map(({ id }) => id);
  const ask = idsOf(question, QUESTION);
  const front = idsOf(context === '' ? '' : `${context}：`, CONTEXT);
  const body = tokenize(text, vocabulary).slice(0, LENGTH - SIGNS - ask.length - front.length);
  return {
    ids: [vocabulary.whole, ...ask, vocabulary.end, ...front, ...body.map(({ id }) => id), vocabulary.end],
    types: [
      ...new Array<number>(ask.length + 2).fill(0),
      ...new Array<number>(front.length + body.length + 1).fill(1),
    ],
    first: ask.length + 2 + front.length,
    places: body.map(({ start, end }) => ({ start, end })),
  };
}
