/** Terms that are not in a table have this number. */
export const UNKNOWN_TERM = -1;

/** A table's content as it is kept on disk. */
export interface TermTableData {
  /** The terms' UTF-16 units, one term after the other. */
  readonly units: Uint16Array<ArrayBuffer>;
  /** Where each term ends in `units`. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/**
 * Gives each term a number, counted from 0. A hash table in typed arrays: an archive has some million terms, which
 * as strings in a `Map` would take about five times the memory and would have to be made anew one by one when an
 * index is read back from disk.
 */
export class TermTable {
  #units: Uint16Array<ArrayBuffer>;
  #ends: Uint32Array<ArrayBuffer>;
  #size: number;
  /** Term numbers plus 1 by hash, 0 where free; always a power of two, at most half full. */
  #slots: Int32Array;

  /** @param data terms with the numbers in whose order they stand; taken over, not copied */
  constructor({ units, ends }: TermTableData = { units: new Uint16Array(), ends: new Uint32Array() }) {
    this.#units = units;
    this.#ends = ends;
    this.#size = ends.length;
    this.#slots = new Int32Array(slotsFor(this.#size));
    this.#fillSlots();
  }

  /** How many terms have a number. */
  get size(): number {
    return this.#size;
  }

  /** The number of a term, `UNKNOWN_TERM` where it has none. */
  find(term: string): number {
    return (this.#slots[this.#slotOf(term)] as number) - 1;
  }

  /** The number of a term, a new one where it has none yet. */
  intern(term: string): number {
    const slot = this.#slotOf(term);
    const known = this.#slots[slot] as number;
    if (known !== 0) return known - 1;
    const number = this.#append(term);
    if (this.#size * 2 > this.#slots.length) {
      this.#slots = new Int32Array(slotsFor(this.#size));
      this.#fillSlots();
    } else this.#slots[slot] = number + 1;
    return number;
  }

  /** The term of this number. */
  term(number: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#startOf(number), this.#ends[number]));
  }

  /** Some of the terms as a table of their own, numbered in the order given. */
  pick(numbers: Uint32Array): TermTableData {
    const ends = new Uint32Array(numbers.length);
    let end = 0;
    numbers.forEach((number, i) => {
      end += (this.#ends[number] as number) - this.#startOf(number);
      ends[i] = end;
    });
    const units = new Uint16Array(end);
    numbers.forEach((number, i) => {
      const start = i === 0 ? 0 : (ends[i - 1] as number);
      for (let at = this.#startOf(number), to = start; at < (this.#ends[number] as number); at++, to++) {
        units[to] = this.#units[at] as number;
      }
    });
    return { units, ends };
  }

  /** The slot that holds the term, or the free one where it belongs. */
  #slotOf(term: string): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(term) & mask;
    for (let held = this.#slots[slot] as number; held !== 0; held = this.#slots[slot] as number) {
      if (this.#isTerm(held - 1, term)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #isTerm(number: number, term: string): boolean {
    const start = this.#startOf(number);
    if ((this.#ends[number] as number) - start !== term.length) return false;
    for (let i = 0; i < term.length; i++) {
      if (this.#units[start + i] !== term.charCodeAt(i)) return false;
    }
    return true;
  }

  #append(term: string): number {
    const start = this.#startOf(this.#size);
    const end = start + term.length;
    if (end > this.#units.length) this.#units = grown(this.#units, end, Uint16Array);
    if (this.#size === this.#ends.length) this.#ends = grown(this.#ends, this.#size + 1, Uint32Array);
    for (let i = 0; i < term.length; i++) this.#units[start + i] = term.charCodeAt(i);
    this.#ends[this.#size] = end;
    return this.#size++;
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] as number);
  }

  #fillSlots(): void {
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let hash = 0;
      for (let i = this.#startOf(number); i < (this.#ends[number] as number); i++) {
        hash = mixed(hash, this.#units[i] as number);
      }
      let slot = finished(hash) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

/** Places to begin with, in a table or list of units. */
const LEAST_ROOM = 256;

function slotsFor(size: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(64, size * 4)));
}

/** Multiplier of FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
const FNV_PRIME = 0x01000193;

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}

/** Lets the high bits, where FNV mixes best, bear on the low ones, which choose the slot. */
function finished(hash: number): number {
  return hash ^ (hash >>> 15);
}

function hashOf(term: string): number {
  let hash = 0;
  for (let i = 0; i < term.length; i++) hash = mixed(hash, term.charCodeAt(i));
  return finished(hash);
}

function grown<T extends Uint16Array | Uint32Array>(
  array: T,
  least: number,
  Kind: new (length: number) => T,
): T {
  const larger = new Kind(Math.max(LEAST_ROOM, least, Math.ceil(array.length * 1.5)));
  larger.set(array);
  return larger;
}
