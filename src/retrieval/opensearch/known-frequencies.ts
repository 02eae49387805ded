import type { Frequency } from './score.js';

/** Terms that are remembered: those of some hundreds of questions. */
const MOST = 20_000;

interface Known {
  readonly frequency: Frequency;
  /** Of the index, when it was counted. */
  readonly version: string;
}

/** How often terms stood in an index when they were counted last; those that were not asked for longest are forgotten. */
export class KnownFrequencies {
  readonly #known = new Map<string, Known>();

  /** How often a term stands in an index of this version; `undefined` where that is not known. */
  of(term: string, version: string): Frequency | undefined {
    const known = this.#known.get(term);
    return known?.version === version ? known.frequency : undefined;
  }

  /** The same of several terms; `undefined` where one is not known. */
  all(terms: readonly string[], version: string): Map<string, Frequency> | undefined {
    const frequencies = new Map<string, Frequency>();
    for (const term of terms) {
      const frequency = this.of(term, version);
      if (!frequency) return undefined;
      frequencies.set(term, frequency);
    }
    return frequencies;
  }

  /** How often a term stood in the texts when it was counted last, whatever has changed since; 0 where it never was. */
  lately(term: string): number {
    return this.#known.get(term)?.frequency.text ?? 0;
  }

  note(frequencies: Iterable<readonly [term: string, frequency: Frequency]>, version: string): void {
    for (const [term, frequency] of frequencies) {
      this.#known.delete(term);
      this.#known.set(term, { frequency, version });
    }
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST) break;
      this.#known.delete(oldest);
    }
  }
}
