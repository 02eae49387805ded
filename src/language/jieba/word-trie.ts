/** The node that no sign has led to yet. */
export const ROOT = 0;
/** What a step gives where no word goes on like that. */
export const NOWHERE = -1;
/** Values are numbers from 1 to this. */
export const HIGHEST_VALUE = 0xffff;

/** What leads to a node lies side by side, since looking it up waits for memory more than for anything else. */
const PARENT = 0;
const SIGN = 1;
const WIDTH = 2;
/** Slots to begin with: the dictionary's half a million beginnings of words take half of them. */
const SLOTS = 2 ** 20;
/** Share of the slots that may be taken before there have to be more. */
const FULLEST = 3 / 4;

/**
 * Words with a number each, to be walked sign by sign: a hash table of all beginnings of words in one typed array,
 * where a node is known by its slot. A tree of maps takes ten times the memory.
 */
export class WordTrie {
  /** For each slot its parent's number plus 1, 0 where the slot is free; then the sign, with the value above it. */
  #slots = emptySlots(SLOTS);
  #taken = 1;

  /**
   * Puts a word in, or another value in the place of its old one.
   * @param text in which the word stands from `start` to `end`, in UTF-16 units
   */
  set(text: string, start: number, end: number, value: number): void {
    if (this.#taken + end - start > (this.#slots.length / WIDTH) * FULLEST) this.#grow();
    let node = ROOT;
    for (let i = start; i < end; i++) node = this.#enter(node, text.charCodeAt(i));
    this.#setValue(node, value);
  }

  /** The node that a sign leads to, `NOWHERE` where there is none. */
  step(node: number, unit: number): number {
    const slot = this.#slotOf(node, unit);
    return this.#slots[slot * WIDTH + PARENT] === 0 ? NOWHERE : slot;
  }

  /** The value of the word that ends at a node, 0 where none does. */
  valueAt(node: number): number {
    return (this.#slots[node * WIDTH + SIGN] as number) >>> 16;
  }

  /** The slot of the node that a sign leads to, or the free one where it belongs. */
  #slotOf(node: number, unit: number): number {
    const slots = this.#slots;
    const mask = slots.length / WIDTH - 1;
    let slot = hashOf(node, unit) & mask;
    for (;;) {
      const parent = slots[slot * WIDTH + PARENT] as number;
      if (parent === 0) return slot;
      if (parent === node + 1 && ((slots[slot * WIDTH + SIGN] as number) & 0xffff) === unit) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #enter(node: number, unit: number): number {
    const slot = this.#slotOf(node, unit);
    if (this.#slots[slot * WIDTH + PARENT] !== 0) return slot;
    this.#slots[slot * WIDTH + PARENT] = node + 1;
    this.#slots[slot * WIDTH + SIGN] = unit;
    this.#taken++;
    return slot;
  }

  #setValue(node: number, value: number): void {
    const at = node * WIDTH + SIGN;
    this.#slots[at] = ((this.#slots[at] as number) & 0xffff) | (value << 16);
  }

  /** Moves everything to twice as many slots, parents before their children. */
  #grow(): void {
    const old = this.#slots;
    const moved = new Int32Array(old.length / WIDTH);
    this.#slots = emptySlots(moved.length * 2);
    this.#taken = 1;
    const move = (slot: number): number => {
      if (slot === ROOT || moved[slot] !== 0) return moved[slot] as number;
      const sign = old[slot * WIDTH + SIGN] as number;
      const node = this.#enter(move((old[slot * WIDTH + PARENT] as number) - 1), sign & 0xffff);
      this.#setValue(node, sign >>> 16);
      moved[slot] = node;
      return node;
    };
    for (let slot = 1; slot < moved.length; slot++) if (old[slot * WIDTH + PARENT] !== 0) move(slot);
  }
}

/** Slots of which only the root's is taken; it has no parent. */
function emptySlots(count: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(count * WIDTH);
  slots[ROOT * WIDTH + PARENT] = -1;
  return slots;
}

/** Spreads children of one node, and those of neighbours (multipliers of Fibonacci hashing and MurmurHash3). */
function hashOf(node: number, unit: number): number {
  const mixed = Math.imul(node ^ Math.imul(unit, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
