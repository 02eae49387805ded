import { HIGHEST_VALUE, NOWHERE, ROOT, WordTrie } from './word-trie.js';

/** The dictionary has words of more different kinds than can be numbered. */
export class LexiconFullError extends Error {
  override readonly name = 'LexiconFullError';

  constructor() {
    super(`the dictionary has more than ${HIGHEST_VALUE} different pairs of frequency and part of speech`);
  }
}

/** Kind of what is no word. */
export const NO_WORD = 0;
const ZERO = '0'.charCodeAt(0);

/**
 * jieba's dictionary: words, how likely each of them is, and its part of speech. Words of the same frequency and part of
 * speech are of one kind; several hundred thousand words are of several thousand kinds.
 */
export class Lexicon {
  /** Gives each word the number of its kind. */
  readonly words = new WordTrie();
  /** Logarithms of probabilities by kind. What is no word is as likely as the rarest. */
  readonly weights = new Float64Array(HIGHEST_VALUE + 1);
  /** Parts of speech in jieba's scheme by kind; may be empty. */
  readonly tags = [''];
  /** How often the dictionary counted such a word, by kind; 0 where it did not. */
  readonly frequencies = [0];
  /** Numbers of kinds by tag, and then by frequency; below 0, `-1 - frequency`, of those with the usual weight. */
  readonly #numbers = new Map<string, Map<number, number>>();
  readonly #sumOfFrequencies: number;
  /** Weight of words that are added without a frequency: that of the dictionary's middle word. */
  readonly #usualWeight: number;

  /**
   * @param dictionary lines of `word frequency tag`
   * @param further lines of `word`, `word tag` or `word frequency tag`, which leave the weights of others alone
   */
  constructor(dictionary: string, further = '') {
    const counts = new Uint32Array(HIGHEST_VALUE + 1);
    eachEntry(dictionary, (start, end, frequency, tag) => {
      const kind = this.#kind(tag, frequency);
      counts[kind] = (counts[kind] as number) + 1;
      this.words.set(dictionary, start, end, kind);
    });
    // Of kinds there are few, so what concerns all words is reckoned from how many there are of each.
    const kinds = Array.from(this.tags.keys()).filter((kind) => kind !== NO_WORD);
    kinds.sort((a, b) => this.#frequencyOf(a) - this.#frequencyOf(b));
    this.#sumOfFrequencies = kinds.reduce(
      (sum, kind) => sum + this.#frequencyOf(kind) * (counts[kind] as number),
      0,
    );
    for (const kind of kinds) this.weights[kind] = this.#weightOf(this.#frequencyOf(kind));
    this.weights[NO_WORD] = this.weights[kinds[0] as number] as number;
    this.#usualWeight = this.weights[middleOf(kinds, counts)] as number;
    for (const line of further.split('\n')) if (line !== '') this.#addLine(line);
  }

  /** Adds a word, or gives a word another tag and the weight of a word whose frequency is not known. */
  add(word: string, tag: string): void {
    const frequency = this.frequencies[this.kindOf(word)] as number;
    this.words.set(word, 0, word.length, this.#kind(tag, -1 - frequency));
  }

  /** The number of a word's kind, `NO_WORD` for what is none. */
  kindOf(text: string): number {
    let node = ROOT;
    for (let i = 0; i < text.length; i++) {
      node = this.words.step(node, text.charCodeAt(i));
      if (node === NOWHERE) return NO_WORD;
    }
    return this.words.valueAt(node);
  }

  #addLine(line: string): void {
    const [word = '', second = '', third] = line.split(' ');
    if (third === undefined) this.add(word, second);
    else this.words.set(word, 0, word.length, this.#kind(third, Number(second)));
  }

  #frequencyOf(kind: number): number {
    return this.frequencies[kind] as number;
  }

  #weightOf(frequency: number): number {
    return Math.log(frequency / this.#sumOfFrequencies);
  }

  /** @param key as in `#numbers` */
  #kind(tag: string, key: number): number {
    let numbers = this.#numbers.get(tag);
    if (!numbers) {
      numbers = new Map();
      this.#numbers.set(tag, numbers);
    }
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const kind = this.tags.push(tag) - 1;
    if (kind > HIGHEST_VALUE) throw new LexiconFullError();
    this.frequencies.push(key < 0 ? -1 - key : key);
    this.weights[kind] = key < 0 ? this.#usualWeight : this.#weightOf(key);
    numbers.set(key, kind);
    return kind;
  }
}

/** The kind of the middle word, when words are in the order of these kinds. */
function middleOf(kinds: readonly number[], counts: Uint32Array): number {
  const words = kinds.reduce((sum, kind) => sum + (counts[kind] as number), 0);
  let before = 0;
  for (const kind of kinds) {
    before += counts[kind] as number;
    if (before > words >> 1) return kind;
  }
  return NO_WORD;
}

/** Tells of each entry of a dictionary where its word stands, its frequency and its tag. */
function eachEntry(
  dictionary: string,
  take: (start: number, end: number, frequency: number, tag: string) => void,
): void {
  const tags = new Tags();
  for (let start = 0; start < dictionary.length; ) {
    const end = dictionary.indexOf(' ', start);
    const tag = dictionary.indexOf(' ', end + 1) + 1;
    const lineEnd = dictionary.indexOf('\n', tag);
    const stop = lineEnd < 0 ? dictionary.length : lineEnd;
    let frequency = 0;
    for (let at = end + 1; at < tag - 1; at++) frequency = frequency * 10 + dictionary.charCodeAt(at) - ZERO;
    take(start, end, frequency, tags.of(dictionary, tag, stop));
    start = stop + 1;
  }
}

/** Parts of speech as texts, of which there are dozens: making one a word would take as long as all the rest. */
class Tags {
  readonly #known = new Map<number, string>();

  of(text: string, start: number, end: number): string {
    if (end - start > LONGEST_CODED) return text.slice(start, end);
    let code = 0;
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 0x7f) return text.slice(start, end);
      code = (code << 7) | unit;
    }
    const known = this.#known.get(code);
    if (known !== undefined) return known;
    const tag = text.slice(start, end);
    this.#known.set(code, tag);
    return tag;
  }
}

/** ASCII signs that fit into a number of 31 bits. */
const LONGEST_CODED = 4;
