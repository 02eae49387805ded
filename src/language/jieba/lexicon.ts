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
    const sorted = frequenciesOf(dictionary).sort();
    this.#sumOfFrequencies = sorted.reduce((sum, frequency) => sum + frequency, 0);
    this.#usualWeight = this.#weightOf(sorted[sorted.length >> 1] as number);
    this.weights[NO_WORD] = this.#weightOf(sorted[0] as number);
    eachEntry(dictionary, (start, end, frequency, tag) => {
      this.words.set(dictionary, start, end, this.#kind(tag, frequency));
    });
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

function frequenciesOf(dictionary: string): Float64Array {
  const frequencies: number[] = [];
  eachEntry(dictionary, (_start, _end, frequency) => frequencies.push(frequency));
  return Float64Array.from(frequencies);
}

/** Tells of each entry of a dictionary where its word stands, its frequency and its tag. */
function eachEntry(
  dictionary: string,
  take: (start: number, end: number, frequency: number, tag: string) => void,
): void {
  for (let start = 0; start < dictionary.length; ) {
    const end = dictionary.indexOf(' ', start);
    const tag = dictionary.indexOf(' ', end + 1) + 1;
    const lineEnd = dictionary.indexOf('\n', tag);
    const stop = lineEnd < 0 ? dictionary.length : lineEnd;
    let frequency = 0;
    for (let at = end + 1; at < tag - 1; at++) frequency = frequency * 10 + dictionary.charCodeAt(at) - ZERO;
    take(start, end, frequency, dictionary.slice(tag, stop));
    start = stop + 1;
  }
}
