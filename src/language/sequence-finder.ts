/** A power of two; Chinese questions have some dozens of different first units. */
const SLOTS = 1024;

/**
 * Looks for many short sequences at once, in one pass over a text. A question has dozens of terms and a search dozens
 * of passages; one search a term and passage takes several times as long.
 */
export class SequenceFinder {
  /** By the last bits of a first unit: the first sequence that may begin with it, counted from 1; 0 for none. */
  readonly #heads = new Uint16Array(SLOTS);
  /** The sequence to try after each, counted from 1. */
  readonly #next: Uint16Array;

  /** @param sequences none empty; fewer than 65,535 */
  constructor(readonly sequences: readonly Uint16Array[]) {
    this.#next = new Uint16Array(sequences.length + 1);
    for (let s = sequences.length; s > 0; s--) {
      const slot = (sequences[s - 1]?.[0] as number) & (SLOTS - 1);
      this.#next[s] = this.#heads[slot] as number;
      this.#heads[slot] = s;
    }
  }

  /**
   * Tells where the sequences stand, from the first place to the last; at one place in the order of the sequences.
   * @param units where to look
   * @param take is given the sequence's index and where it begins
   */
  find(units: Uint16Array, take: (sequence: number, at: number) => void): void {
    for (let at = 0; at < units.length; at++) {
      const first = units[at] as number;
      let s = this.#heads[first & (SLOTS - 1)] as number;
      while (s !== 0) {
        if (standsAt(units, at, this.sequences[s - 1] as Uint16Array)) take(s - 1, at);
        s = this.#next[s] as number;
      }
    }
  }
}

function standsAt(units: Uint16Array, at: number, sequence: Uint16Array): boolean {
  for (let i = 0; i < sequence.length; i++) if (units[at + i] !== sequence[i]) return false;
  return true;
}
