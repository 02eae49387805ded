/** The number of terms that have none. */
export const UNKNOWN_TERM = 0;

/** A dictionary's content as it is kept on disk. */
export interface TermDictionaryData {
  /** The terms' UTF-16 units, one term after the other. */
  readonly units: Uint16Array<ArrayBuffer>;
  /** Where the term of each number ends in `units`; the first entry, of no term, is 0. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** Terms of so many units fill a key of 32 bits: nearly all bigrams, three quarters of what is looked up. */
const SHORT = 2;

/**
 * Gives each term a number, counted from 1: a hash table in typed arrays: an archive has some million terms, which as
 * texts in a `Map` would take about five times the memory, and would have to be made anew one by one when an index is
 * read back from disk.
 */
export class TermDictionary {
  #units: Uint16Array<ArrayBuffer>;
  #ends: Uint32Array<ArrayBuffer>;
  #size: number;
  /** Pairs of a key and twice a term's number, plus 1 for a long term; the number is 0 where the slot is free. */
  #slots: Int32Array;
  #mask: number;

  /** @param data terms in the order of their numbers; taken over, not copied */
  constructor({ units, ends }: TermDictionaryData = { units: new Uint16Array(), ends: new Uint32Array(1) }) {
    this.#units = units;
    this.#ends = ends;
    this.#size = ends.length - 1;
    this.#mask = maskFor(this.#size);
    this.#slots = this.#filledSlots();
  }

  /** How many terms have a number. It is the highest number, too. */
  get size(): number {
    return this.#size;
  }

  /** The number of a term, `UNKNOWN_TERM` where it has none. */
  find(term: string): number {
    const slot = this.#slotOf(term, 0, term.length, keyOf(term, 0, term.length));
    return (this.#slots[slot + 1] as number) >> 1;
  }

  /** The number of a term, a new one where it has none yet. The term stands in a text, in UTF-16 units. */
  intern(text: string, start = 0, end = text.length): number {
    const key = keyOf(text, start, end);
    const slot = this.#slotOf(text, start, end, key);
    const known = (this.#slots[slot + 1] as number) >> 1;
    if (known !== UNKNOWN_TERM) return known;
    const number = this.#append(text, start, end);
    this.#slots[slot] = key;
    this.#slots[slot + 1] = number * 2 + (end - start > SHORT ? 1 : 0);
    if (number * 2 > this.#mask) {
      this.#mask = maskFor(number);
      this.#slots = this.#filledSlots();
    }
    return number;
  }

  /** Some of the terms as a dictionary of their own, numbered in the order given. */
  pick(numbers: Uint32Array): TermDictionaryData {
    const ends = new Uint32Array(numbers.length + 1);
    numbers.forEach((number, i) => {
      ends[i + 1] = (ends[i] as number) + this.#end(number) - this.#end(number - 1);
    });
    const units = new Uint16Array(ends[numbers.length] as number);
    numbers.forEach((number, i) => {
      for (let at = this.#end(number - 1), to = ends[i] as number; at < this.#end(number); at++, to++) {
        units[to] = this.#units[at] as number;
      }
    });
    return { units, ends };
  }

  /** The slot that holds the term, or the free one where it belongs. */
  #slotOf(text: string, start: number, end: number, key: number): number {
    const kind = end - start > SHORT ? 1 : 0;
    let slot = first(key) & this.#mask;
    for (;;) {
      const held = this.#slots[2 * slot + 1] as number;
      if (held === 0) return 2 * slot;
      if (this.#slots[2 * slot] === key && (held & 1) === kind) {
        if (kind === 0 || this.#isTerm(held >> 1, text, start, end)) return 2 * slot;
      }
      slot = (slot + 1) & this.#mask;
    }
  }

  #isTerm(number: number, text: string, start: number, end: number): boolean {
    const at = this.#end(number - 1);
    if (this.#end(number) - at !== end - start) return false;
    for (let i = 0; i < end - start; i++) {
      if (this.#units[at + i] !== text.charCodeAt(start + i)) return false;
    }
    return true;
  }

  #append(text: string, start: number, end: number): number {
    const at = this.#end(this.#size);
    const number = ++this.#size;
    if (at + end - start > this.#units.length) {
      this.#units = grown(this.#units, at + end - start, Uint16Array);
    }
    if (number === this.#ends.length) this.#ends = grown(this.#ends, number + 1, Uint32Array);
    for (let i = 0; i < end - start; i++) this.#units[at + i] = text.charCodeAt(start + i);
    this.#ends[number] = at + end - start;
    return number;
  }

  #end(number: number): number {
    return this.#ends[number] as number;
  }

  #filledSlots(): Int32Array {
    const slots = new Int32Array(2 * (this.#mask + 1));
    for (let number = 1; number <= this.#size; number++) {
      const [start, end] = [this.#end(number - 1), this.#end(number)];
      const key = keyOfUnits(this.#units, start, end);
      let slot = first(key) & this.#mask;
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.#mask;
      slots[2 * slot] = key;
      slots[2 * slot + 1] = number * 2 + (end - start > SHORT ? 1 : 0);
    }
    return slots;
  }
}

/** One less than a power of two of slots, of which at most half will be taken for a while. */
function maskFor(size: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(64, size * 4))) - 1;
}

/** The units of a short term themselves; a hash of a long one (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
function keyOf(text: string, start: number, end: number): number {
  if (end - start <= SHORT)
    return text.charCodeAt(start) | (end - start < SHORT ? 0 : text.charCodeAt(end - 1) << 16);
  let hash = 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function keyOfUnits(units: Uint16Array, start: number, end: number): number {
  const unit = (at: number): number => units[at] as number;
  if (end - start <= SHORT) return unit(start) | (end - start < SHORT ? 0 : unit(end - 1) << 16);
  let hash = 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ unit(i), 0x01000193);
  return hash;
}

/** Spreads keys over slots, so that neighbours in the character set do not crowd (Fibonacci hashing). */
function first(key: number): number {
  const spread = Math.imul(key, 0x9e3779b1);
  return spread ^ (spread >>> 15);
}

/** Places to begin with. */
const LEAST_ROOM = 256;

function grown<T extends Uint16Array | Uint32Array>(
  array: T,
  least: number,
  Kind: new (length: number) => T,
): T {
  const larger = new Kind(Math.max(LEAST_ROOM, least, Math.ceil(array.length * 1.5)));
  larger.set(array);
  return larger;
}
