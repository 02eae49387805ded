/**
 * For each term, the documents that hold it and how often: MiniSearch's `Map<document, frequency>` a term in one
 * typed array for all. A posting takes 4 bytes in place of some 40, and a list is read in one sweep.
 */

/** A posting is the document's number in the upper 24 bits and the term's frequency in the lower 8. */
const FREQUENCY_BITS = 8;
/** Higher frequencies count as this one; BM25 hardly tells them apart. */
const MOST_FREQUENT = 2 ** FREQUENCY_BITS - 1;
/** Documents have numbers below this. */
export const MOST_DOCUMENTS = 2 ** (32 - FREQUENCY_BITS);

export function documentOf(posting: number): number {
  return posting >>> FREQUENCY_BITS;
}

export function frequencyOf(posting: number): number {
  return posting & MOST_FREQUENT;
}

export function postingOf(document: number, frequency: number): number {
  return ((document << FREQUENCY_BITS) | Math.min(frequency, MOST_FREQUENT)) >>> 0;
}

/**
 * Posting lists by term number, each in the order of the documents. A list that outgrows its block moves to one of
 * twice the size; blocks that are left serve other lists.
 */
export class PostingLists {
  #pool = new Uint32Array(1024);
  #poolEnd = 0;
  #starts = new Uint32Array(256);
  #counts = new Uint32Array(256);
  #capacities = new Uint32Array(256);
  /** Starts of free blocks by the power of two that their size is at least. */
  readonly #free: number[][] = Array.from({ length: 32 }, () => []);

  /**
   * Lists as they were kept on disk; both arrays are taken over, not copied.
   * @param counts how many postings each term has
   * @param postings list after list without gaps
   */
  static restore(counts: Uint32Array<ArrayBuffer>, postings: Uint32Array<ArrayBuffer>): PostingLists {
    const lists = new PostingLists();
    lists.#pool = postings;
    lists.#poolEnd = postings.length;
    lists.#counts = counts;
    lists.#capacities = counts.slice();
    lists.#starts = new Uint32Array(counts.length);
    for (let term = 1; term < counts.length; term++) {
      lists.#starts[term] = (lists.#starts[term - 1] as number) + (counts[term - 1] as number);
    }
    return lists;
  }

  /** All lists' postings; a list's own are from `start(term)` on. Replaced when the lists grow. */
  get pool(): Uint32Array {
    return this.#pool;
  }

  start(term: number): number {
    return this.#starts[term] ?? 0;
  }

  /** How many documents hold the term. */
  count(term: number): number {
    return this.#counts[term] ?? 0;
  }

  /** How often the document holds the term; 0 where it does not. */
  frequency(term: number, document: number): number {
    const at = this.#find(term, document);
    return this.#isAt(at, term, document) ? frequencyOf(this.#pool[at] as number) : 0;
  }

  /** Notes how often the document holds the term, once or more. */
  set(term: number, document: number, frequency: number): void {
    const at = this.#find(term, document);
    if (this.#isAt(at, term, document)) this.#pool[at] = postingOf(document, frequency);
    else this.#insert(at - this.start(term), term, postingOf(document, frequency));
  }

  /** Notes that the document does not hold the term. */
  delete(term: number, document: number): void {
    const at = this.#find(term, document);
    if (!this.#isAt(at, term, document)) return;
    const end = this.start(term) + this.count(term);
    this.#pool.copyWithin(at, at + 1, end);
    this.#counts[term] = this.count(term) - 1;
  }

  clear(term: number): void {
    if (term < this.#counts.length) this.#counts[term] = 0;
  }

  /** Where the document's posting is in the pool, or would be. */
  #find(term: number, document: number): number {
    const pool = this.#pool;
    const wanted = postingOf(document, 0);
    let low = this.start(term);
    let high = low + this.count(term);
    // Documents are added in the order of their numbers, so the end is by far the most likely place.
    if (high > low && (pool[high - 1] as number) < wanted) return high;
    if (high > low && documentOf(pool[high - 1] as number) === document) return high - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pool[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isAt(at: number, term: number, document: number): boolean {
    return at < this.start(term) + this.count(term) && documentOf(this.#pool[at] as number) === document;
  }

  #insert(place: number, term: number, posting: number): void {
    const count = this.count(term);
    if (count === (this.#capacities[term] ?? 0)) this.#move(term, count);
    const at = this.start(term) + place;
    this.#pool.copyWithin(at + 1, at, this.start(term) + count);
    this.#pool[at] = posting;
    this.#counts[term] = count + 1;
  }

  /** Moves a full list to a larger block. */
  #move(term: number, count: number): void {
    if (term >= this.#starts.length) this.#makeRoomFor(term);
    const capacity = this.#capacities[term] as number;
    const old = this.#starts[term] as number;
    const power = 32 - Math.clz32(capacity);
    const start = this.#free[power]?.pop() ?? this.#allocate(2 ** power);
    this.#pool.copyWithin(start, old, old + count);
    this.#starts[term] = start;
    this.#capacities[term] = 2 ** power;
    if (capacity > 0) this.#free[31 - Math.clz32(capacity)]?.push(old);
  }

  #allocate(size: number): number {
    const start = this.#poolEnd;
    this.#poolEnd += size;
    if (this.#poolEnd > this.#pool.length) this.#pool = grown(this.#pool, this.#poolEnd, 1.25);
    return start;
  }

  #makeRoomFor(term: number): void {
    this.#starts = grown(this.#starts, term + 1, 1.5);
    this.#counts = grown(this.#counts, term + 1, 1.5);
    this.#capacities = grown(this.#capacities, term + 1, 1.5);
  }
}

function grown(array: Uint32Array, least: number, factor: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, Math.ceil(array.length * factor)));
  larger.set(array);
  return larger;
}
