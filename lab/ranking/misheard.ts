import { dictionaryText } from '../../src/language/dictionary.js';
import { fold, fromUnits, unitsOf } from '../../src/language/fold.js';
import { type Token, tag } from '../../src/language/segment.js';
import { soundingUnits } from '../../src/language/sound.js';
import { isStopWord } from '../../src/language/stopwords.js';
import { isHan } from '../../src/language/terms.js';
import { hash, randomFrom } from '../random.js';

/** Chance (0 to 1) that a word is heard as another. Speech recognition errs most in names and terms. */
const CHANCE = { rare: 0.4, usual: 0.12, grammar: 0.03 } as const;
/** A word is rare that jieba's dictionary counted less often than this (in some 60 million words). */
const LEAST_USUAL = 300;

/** A word with how often it is written. */
interface Written {
  readonly word: string;
  readonly count: number;
}

/**
 * Makes of a question what a recogniser of speech may make of it: some words become others that sound alike.
 * @returns the same for the same question; folded
 */
export function mishearing(): (question: string) => string {
  const speech = new Speech(dictionaryText());
  return (question) => speech.mishear(question, randomFrom(hash(question)));
}

class Speech {
  /** Words by their sound, and characters by theirs. */
  readonly #alike = new Map<string, Written[]>();
  readonly #counts = new Map<string, number>();

  /** @param dictionary lines of `word count tag`, as jieba has them */
  constructor(dictionary: string) {
    const characters = new Map<string, number>();
    for (const line of dictionary.split('\n')) {
      const [written = '', number = ''] = line.split(' ', 2);
      const word = fold(written);
      const count = Number(number);
      if (!isHan(word) || !(count > 0)) continue;
      this.#counts.set(word, count);
      if (word.length > 1) this.#add({ word, count });
      for (const character of word) characters.set(character, (characters.get(character) ?? 0) + count);
    }
    for (const [word, count] of characters) this.#add({ word, count });
  }

  mishear(question: string, random: () => number): string {
    const folded = fold(question);
    let misheard = '';
    let done = 0;
    for (const token of tag(question)) {
      if (token.kind !== 'word' || !isHan(token.term) || random() >= this.#chance(token)) continue;
      misheard += folded.slice(done, token.start) + this.#another(token.term, random);
      done = token.end;
    }
    return misheard + folded.slice(done);
  }

  #chance({ term }: Token): number {
    if (isStopWord(term)) return CHANCE.grammar;
    return (this.#counts.get(term) ?? 0) < LEAST_USUAL ? CHANCE.rare : CHANCE.usual;
  }

  /** A word of the same sound; where there is none, some of its characters become others. */
  #another(word: string, random: () => number): string {
    const whole = this.#pick(word, random);
    if (whole !== undefined) return whole;
    const changed = Math.floor(random() * word.length);
    return [...word]
      .map((character, i) =>
        i === changed || random() < 0.5 ? (this.#pick(character, random) ?? character) : character,
      )
      .join('');
  }

  #pick(word: string, random: () => number): string | undefined {
    const others = (this.#alike.get(keyOf(word)) ?? []).filter((other) => other.word !== word);
    let left = random() * others.reduce((sum, { count }) => sum + count, 0);
    for (const { word: other, count } of others) {
      left -= count;
      if (left < 0) return other;
    }
    return undefined;
  }

  #add(written: Written): void {
    const key = keyOf(written.word);
    const known = this.#alike.get(key);
    if (known) known.push(written);
    else this.#alike.set(key, [written]);
  }
}

function keyOf(word: string): string {
  return fromUnits(soundingUnits(unitsOf(word)));
}
