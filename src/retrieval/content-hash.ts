import type { Passage } from '../corpus/article.js';
import { sectionAt } from '../corpus/surroundings.js';

/** 32 bits in base 36. */
const HALF_LENGTH = 7;

/**
 * A hash of the content of passages, which tells one content from another: the sum of the passages' own hashes (a multiset
 * hash). So it does not depend on their order, and a passage is put in or taken out without looking at the others.
 */
export class ContentHash {
  #low = 0;
  #high = 0;

  /** @param text a hash as `toString` wrote it */
  static parse(text: string): ContentHash {
    const hash = new ContentHash();
    hash.#high = Number.parseInt(text.slice(0, HALF_LENGTH), 36) | 0;
    hash.#low = Number.parseInt(text.slice(HALF_LENGTH), 36) | 0;
    return hash;
  }

  /**
   * The hash of content whose passages' digests were summed up elsewhere.
   * @param low sum of the first numbers of `digestOf`, exact; likewise `high` of the second
   */
  static ofSums(low: number, high: number): ContentHash {
    const hash = new ContentHash();
    hash.#low = Number(BigInt.asIntN(32, BigInt(low)));
    hash.#high = Number(BigInt.asIntN(32, BigInt(high)));
    return hash;
  }

  add(passage: Passage): void {
    const [low, high] = digestOf(passage);
    this.#low = (this.#low + low) | 0;
    this.#high = (this.#high + high) | 0;
  }

  subtract(passage: Passage): void {
    const [low, high] = digestOf(passage);
    this.#low = (this.#low - low) | 0;
    this.#high = (this.#high - high) | 0;
  }

  /** The hash, 64 bits, in letters and digits. */
  toString(): string {
    return [this.#high, this.#low]
      .map((half) => (half >>> 0).toString(36).padStart(HALF_LENGTH, '0'))
      .join('');
  }
}

/** Everything of a passage that an answer may show: two sums of 32 bits, with a sign. */
export function digestOf({ id, text, start, lines, article }: Passage): [low: number, high: number] {
  const { title, subtitle, kicker, publication, date, when, page, byline, credit, author, url, unit } =
    article;
  const facts = [title, subtitle, kicker, publication, date, when, page, byline, credit, author, url, unit];
  const content = [
    id,
    article.id,
    article.source,
    ...lines,
    ...facts,
    ...sectionAt(article, start),
    text,
  ].join('\0');
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < content.length; i++) {
    const unit = content.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul((high ^ unit) + i, 0x85ebca6b);
  }
  return [finished(low), finished(high)];
}

/** Lets every bit bear on every other (the last steps of MurmurHash3, 32 bits). */
function finished(sum: number): number {
  let bits = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
