/**
 * For each term, the documents that hold it and how often, in one typed array for all. A posting takes 4 bytes where a
 * `Map<document, frequency>` a term takes some 40, and a list is read in one sweep.
 */

/** A posting is the document's number in the upper 24 bits and the term's frequency in the lower 8. */
const FREQUENCY_BITS = 8;
/** Higher frequencies count as this one; BM25 hardly tells them apart. */
export const MOST_FREQUENT = 2 ** FREQUENCY_BITS - 1;
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
 * What is known of a list: where it starts in the pool, how many postings it has, and for how many there is room.
 * They lie side by side, since looking them up waits for memory more than for anything else.
 */
const HEAD = { start: 0, count: 1, room: 2, width: 3 } as const;

/**
 * Posting lists by term number, each in the order of the documents. A list that outgrows its block moves to one of
 * twice the size; blocks that are left serve other lists.
 */
export class PostingLists {
  #pool = new Uint32Array(1024);
  #poolEnd = 0;
  #heads = new Uint32Array(256 * HEAD.width);
  /** Starts of free blocks by the power of two that their size is at least. */
  readonly #free: number[][] = Array.from({ length: 32 }, () => []);

  /**
   * Lists as they were kept on disk.
   * @param counts how many postings each term has
   * @param postings list after list without gaps; taken over, not copied
   */
  static restore(counts: Uint32Array, postings: Uint32Array<ArrayBuffer>): PostingLists {
    const lists = new PostingLists();
    lists.#pool = postings;
    lists.#heads = new Uint32Array(counts.length * HEAD.width);
    for (let term = 0, head = 0; term < counts.length; term++, head += HEAD.width) {
      const count = counts[term] as number;
      lists.#heads[head + HEAD.start] = lists.#poolEnd;
      lists.#heads[head + HEAD.count] = count;
      lists.#heads[head + HEAD.room] = count;
      lists.#poolEnd += count;
    }
    return lists;
  }

  /** All lists' postings; a list's own are from `start(term)` on. Replaced when the lists grow. */
  get pool(): Uint32Array {
    return this.#pool;
  }

  start(term: number): number {
    return this.#heads[term * HEAD.width + HEAD.start] ?? 0;
  }

  /** How many documents hold the term. */
  count(term: number): number {
    return this.#heads[term * HEAD.width + HEAD.count] ?? 0;
  }

  /** How often the document holds the term; 0 where it does not. */
  frequency(term: number, document: number): number {
    const at = this.#find(term, document);
    return this.#isAt(at, term, document) ? frequencyOf(this.#pool[at] as number) : 0;
  }

  /** Notes how often a document holds a term, once or more. Its number is higher than those that are in the list. */
  append(term: number, document: number, frequency: number): void {
    const head = term * HEAD.width;
    const count = this.#heads[head + HEAD.count] ?? 0;
    if (count === (this.#heads[head + HEAD.room] ?? 0)) this.#move(head, count);
    this.#pool[(this.#heads[head + HEAD.start] as number) + count] = postingOf(document, frequency);
    this.#heads[head + HEAD.count] = count + 1;
  }

  /** Notes that the document does not hold the term. */
  delete(term: number, document: number): void {
    const at = this.#find(term, document);
    if (!this.#isAt(at, term, document)) return;
    const count = this.count(term);
    this.#pool.copyWithin(at, at + 1, this.start(term) + count);
    this.#heads[term * HEAD.width + HEAD.count] = count - 1;
  }

  /**
   * Looks for documents in the lists of some terms.
   * @param wanted other than 0 at the number of each document that is looked for
   * @param from first of the terms
   * @param to after the last of them
   * @param take told of each posting of such a document, in the order of terms and documents
   */
  eachOf(wanted: Uint8Array, from: number, to: number, take: (document: number, term: number) => void): void {
    const pool = this.#pool;
    for (let term = from; term < to; term++) {
      const start = this.start(term);
      const end = start + this.count(term);
      for (let at = start; at < end; at++) {
        const document = documentOf(pool[at] as number);
        if (wanted[document] !== 0) take(document, term);
      }
    }
  }

  /** Where the document's posting is in the pool, or would be. */
  #find(term: number, document: number): number {
    const pool = this.#pool;
    let low = this.start(term);
    let high = low + this.count(term);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (documentOf(pool[middle] as number) < document) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isAt(at: number, term: number, document: number): boolean {
    return at < this.start(term) + this.count(term) && documentOf(this.#pool[at] as number) === document;
  }

  /** Moves a full list to a larger block. */
  #move(head: number, count: number): void {
    if (head + HEAD.width > this.#heads.length) this.#heads = grown(this.#heads, head + HEAD.width, 1.5);
    const old = this.#heads[head + HEAD.start] as number;
    const power = 32 - Math.clz32(count);
    const start = this.#free[power]?.pop() ?? this.#allocate(2 ** power);
    this.#pool.copyWithin(start, old, old + count);
    this.#heads[head + HEAD.start] = start;
    this.#heads[head + HEAD.room] = 2 ** power;
    if (count > 0) this.#free[31 - Math.clz32(count)]?.push(old);
  }

  #allocate(size: number): number {
    const start = this.#poolEnd;
    this.#poolEnd += size;
    if (this.#poolEnd > this.#pool.length) this.#pool = grown(this.#pool, this.#poolEnd, 2);
    return start;
  }
}

/** Room that nothing is written to yet costs no memory, so there may be much of it. */
function grown(array: Uint32Array, least: number, factor: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, Math.ceil(array.length * factor)));
  larger.set(array);
  return larger;
}
