import { backgroundShare } from '../language/background.js';
import { isMeasureAt } from '../language/latin.js';
import { numberForms } from '../language/number-forms.js';
import type { QuestionAnalysis } from '../language/question.js';
import type { Range } from '../language/range.js';
import { soundsOf } from '../language/sound.js';
import { bigrams, isHan } from '../language/terms.js';

/** A word or bigram of the question, looked for in passages. */
export interface Clue {
  /** Folded; numbers in their canonical spelling. */
  readonly term: string;
  /** Spellings to look for in a folded text; more than one for a number. */
  readonly forms: readonly string[];
  /** Its syllables, when it is made of Han characters; else empty. */
  readonly sounds: Uint16Array;
  /** Inverse document frequency: what finding it is worth. */
  readonly weight: number;
  /** Whether it is a word, number or Latin word by segmentation; else only a bigram. */
  readonly word: boolean;
  /** Whether it is a pair of neighbouring Han characters (a word of two characters is both). */
  readonly bigram: boolean;
}

/** A question of thousands of characters is judged by its rarest words; no person types more. */
export const MOST_CLUES = 48;

/** The question's words and bigrams, each once, without weights. */
export function clueTerms({ content, folded }: QuestionAnalysis): Omit<Clue, 'weight'>[] {
  const found = new Map<string, Mutable<Omit<Clue, 'weight'>>>();
  for (const { term, kind } of content) {
    const forms = kind === 'word' || kind === 'latin' ? [term, ...weekdayForms(term)] : numberForms(term);
    found.set(term, { term, forms, sounds: hanSounds(term), word: true, bigram: false });
  }
  for (const [start, end] of contentRuns(content)) {
    for (const { term } of bigrams(folded.slice(start, end))) {
      const known = found.get(term);
      if (known) known.bigram = true;
      else found.set(term, { term, forms: [term], sounds: hanSounds(term), word: false, bigram: true });
    }
  }
  return [...found.values()];
}

/** 星期一, 周一 and 礼拜一 are the same day. */
function weekdayForms(term: string): string[] {
  const day = /^(?:星期|礼拜|周)([一二三四五六日天])$/.exec(term)?.[1];
  return day ? ['星期', '礼拜', '周'].map((week) => week + day).filter((form) => form !== term) : [];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function hanSounds(term: string): Uint16Array {
  return isHan(term) ? soundsOf(term) : new Uint16Array(0);
}

const DIGIT = /[0-9]/;
const LETTER_OR_DIGIT = /[a-z0-9]/;
const HAN_NUMERAL = /[〇零一二两三四五六七八九十百千万亿]/;

/**
 * Where a clue stands in a folded text, in order. A number or Latin word is no part of a longer one: 5 is not in 15,
 * 十日 not in 二十日.
 * @returns UTF-16 ranges
 */
export function placesOf(folded: string, { forms }: Pick<Clue, 'forms'>): Range[] {
  const places: Range[] = [];
  for (const form of forms) {
    for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
      const end = at + form.length;
      if (beginsAt(folded, at, forms.length > 1) && endsAt(folded, end)) places.push({ start: at, end });
    }
  }
  return forms.length > 1 ? places.sort((a, b) => a.start - b.start) : places;
}

function beginsAt(folded: string, start: number, number: boolean): boolean {
  const first = folded[start] as string;
  const before = folded[start - 1] ?? '';
  if (number && HAN_NUMERAL.test(first)) return !HAN_NUMERAL.test(before);
  if (!LETTER_OR_DIGIT.test(first)) return true;
  if (LETTER_OR_DIGIT.test(before)) return DIGIT.test(before) && isMeasureAt(folded, start);
  return !(DIGIT.test(first) && /[.,]/.test(before) && DIGIT.test(folded[start - 2] ?? ''));
}

function endsAt(folded: string, end: number): boolean {
  const last = folded[end - 1] as string;
  if (!LETTER_OR_DIGIT.test(last)) return true;
  const next = folded[end] ?? '';
  if (LETTER_OR_DIGIT.test(next)) return DIGIT.test(last) && isMeasureAt(folded, end);
  return !(DIGIT.test(last) && /[.,]/.test(next) && DIGIT.test(folded[end + 1] ?? ''));
}

/** Where the clues stand in a text. */
export interface Located {
  /** For each clue, its places in order, UTF-16 ranges; where it does not stand as it is, those that sound like it. */
  readonly places: readonly (readonly Range[])[];
  /** For each clue, whether its places only sound like it. */
  readonly bySound: readonly boolean[];
}

/** Looks for clues in a folded text: as they are written, else by sound. */
export function locateClues(folded: string, clues: readonly Clue[]): Located {
  const places: Range[][] = [];
  const bySound: boolean[] = [];
  let sounds: SoundIndex | undefined;
  for (const clue of clues) {
    let found = placesOf(folded, clue);
    const heard = found.length === 0 && clue.sounds.length > 1;
    if (heard) {
      sounds ??= new SoundIndex(folded);
      found = sounds.find(clue.sounds);
    }
    places.push(found);
    bySound.push(heard && found.length > 0);
  }
  return { places, bySound };
}

/** Finds sequences of syllables in a text; most are ruled out without a scan. */
class SoundIndex {
  readonly #sounds: Uint16Array;
  /** One bit a pair of neighbouring syllables, by a hash of the pair. */
  readonly #pairs = new Uint8Array(PAIRS);

  constructor(folded: string) {
    const sounds = soundsOf(folded);
    this.#sounds = sounds;
    for (let i = 0; i + 1 < sounds.length; i++) this.#pairs[pairHash(sounds, i)] = 1;
  }

  find(wanted: Uint16Array): Range[] {
    for (let i = 0; i + 1 < wanted.length; i++) if (this.#pairs[pairHash(wanted, i)] === 0) return [];
    const found: Range[] = [];
    const sounds = this.#sounds;
    for (
      let at = sounds.indexOf(wanted[0] as number);
      at >= 0;
      at = sounds.indexOf(wanted[0] as number, at + 1)
    ) {
      let length = 1;
      while (length < wanted.length && sounds[at + length] === wanted[length]) length++;
      if (length === wanted.length) found.push({ start: at, end: at + length });
    }
    return found;
  }
}

/** Slots of the pair filter; a power of two. */
const PAIRS = 4096;

function pairHash(sounds: Uint16Array, at: number): number {
  return ((sounds[at] as number) * 31 + (sounds[at + 1] as number)) & (PAIRS - 1);
}

/** The different Han characters of the content words: what is left of a compound that the source writes otherwise. */
export function contentCharacters({ content }: QuestionAnalysis): string[] {
  const characters = new Set<string>();
  for (const { term, kind } of content) {
    if (kind === 'word') for (const character of term) if (isHan(character)) characters.add(character);
  }
  return [...characters].slice(0, MOST_CLUES);
}

/** Stretches of content words that follow one another without a gap. */
function* contentRuns(content: QuestionAnalysis['content']): Generator<[start: number, end: number]> {
  let start = -1;
  let end = -1;
  for (const token of content) {
    if (token.start === end) end = token.end;
    else {
      if (end > start) yield [start, end];
      ({ start, end } = token);
    }
  }
  if (end > start) yield [start, end];
}

/** What is known of Chinese at large counts as much as this many passages of the collection's own. */
const BACKGROUND_PASSAGES = 300;

/**
 * Weighs the clues by how rare they are, in the collection and in Chinese at large: in a small collection alone,
 * a common word that happens to be absent would look like a rare one.
 * @param passages how many passages the index holds
 * @param frequency in how many passages each term occurs
 */
export function weighClues(
  terms: readonly Omit<Clue, 'weight'>[],
  passages: number,
  frequency: ReadonlyMap<string, number>,
): Clue[] {
  const all = passages + BACKGROUND_PASSAGES;
  const clues = terms.map((clue) => {
    const holding = (frequency.get(clue.term) ?? 0) + BACKGROUND_PASSAGES * backgroundShare(clue.term);
    return { ...clue, weight: inverseFrequency(all, holding) };
  });
  if (clues.length <= MOST_CLUES) return clues;
  return clues.sort((a, b) => b.weight - a.weight).slice(0, MOST_CLUES);
}

/** BM25's inverse document frequency in the form that is never negative (Lucene's). */
function inverseFrequency(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}
