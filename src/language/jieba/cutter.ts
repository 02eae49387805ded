import { isHalf } from '../unit-class.js';
import { type Lexicon, NO_WORD } from './lexicon.js';
import type { UnknownWords } from './unknown-words.js';
import { NOWHERE, ROOT } from './word-trie.js';

/** Told where each word ends, in UTF-16 units. Words follow one another from the beginning of the text. */
export type TakeEnd = (end: number) => void;

const ASCII_UNITS = 0x80;
/** Letters with digits after them, and numbers: words of a stretch that the dictionary has no words for. */
const ASCII_WORD = /[a-zA-Z][a-zA-Z0-9]*|[0-9][0-9.]*|[\s\S]/y;

/**
 * Cuts text into words as jieba does (its `cut` with the model of unknown words): of all ways to divide a text into
 * words of the dictionary it takes the most probable one, and looks for words that the dictionary lacks where that
 * leaves single signs.
 */
export class Cutter {
  /** For each place of a text the weight of the best way from there to the end. */
  #weights = new Float64Array(0);
  /** For each place where the first word of that way ends. */
  #next = new Int32Array(0);

  constructor(
    readonly lexicon: Lexicon,
    readonly unknown: UnknownWords,
  ) {}

  /** @param text without lone halves of surrogate pairs */
  cut(text: string, take: TakeEnd): void {
    if (text.length >= this.#next.length) {
      this.#weights = new Float64Array(text.length * 2);
      this.#next = new Int32Array(text.length * 2);
    }
    let start = 0;
    for (let at = 0; at <= text.length; at++) {
      if (at < text.length && !isSeparator(text.charCodeAt(at))) continue;
      if (start < at) this.#cutPart(text, start, at, take);
      if (at < text.length) take(at + 1);
      start = at + 1;
    }
  }

  #cutPart(text: string, start: number, end: number, take: TakeEnd): void {
    this.#weigh(text, start, end);
    let alone = start;
    for (let at = start; at < end; ) {
      const next = this.#next[at] as number;
      const single = next === at + signLength(text, at);
      if (!single) {
        if (alone < at) this.#cutSigns(text, alone, at, take);
        take(next);
        alone = next;
      }
      at = next;
    }
    if (alone < end) this.#cutSigns(text, alone, end, take);
  }

  /** Finds the best way from each place to the end, the last place first. Of equal ones the shorter word wins. */
  #weigh(text: string, start: number, end: number): void {
    const { words, weights: weightOf } = this.lexicon;
    const weights = this.#weights;
    weights[end] = 0;
    for (let at = end - 1; at >= start; at--) {
      if (isLowHalf(text.charCodeAt(at))) continue;
      let stop = at + 1;
      let node = words.step(ROOT, text.charCodeAt(at));
      if (stop < end && isLowHalf(text.charCodeAt(stop))) {
        if (node !== NOWHERE) node = words.step(node, text.charCodeAt(stop));
        stop++;
      }
      const kind = node === NOWHERE ? NO_WORD : words.valueAt(node);
      let best = (weights[stop] as number) + (weightOf[kind] as number);
      let next = stop;
      while (node !== NOWHERE && stop < end) {
        node = words.step(node, text.charCodeAt(stop++));
        const longer = node === NOWHERE ? NO_WORD : words.valueAt(node);
        if (longer === NO_WORD) continue;
        const weight = (weights[stop] as number) + (weightOf[longer] as number);
        if (weight <= best) continue;
        best = weight;
        next = stop;
      }
      weights[at] = best;
      this.#next[at] = next;
    }
  }

  /** Cuts a stretch of single signs. */
  #cutSigns(text: string, start: number, end: number, take: TakeEnd): void {
    let at = start;
    while (at < end) {
      if (text.charCodeAt(at) < ASCII_UNITS) {
        ASCII_WORD.lastIndex = at;
        at = Math.min(end, at + (ASCII_WORD.exec(text)?.[0].length ?? 1));
        take(at);
        continue;
      }
      const from = at;
      while (at < end && text.charCodeAt(at) >= ASCII_UNITS) at++;
      if (at === from + signLength(text, from)) take(at);
      else this.unknown.cut(text, from, at, take);
    }
  }
}

function isSeparator(unit: number): boolean {
  return unit === 0x20 || unit === 0x3002 || unit === 0xff0c || unit === 0x0a || unit === 0x09;
}

function isLowHalf(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}

/** Length of the sign at a place, in UTF-16 units: 2 for a surrogate pair. */
function signLength(text: string, at: number): number {
  return isHalf(text.charCodeAt(at)) ? 2 : 1;
}
