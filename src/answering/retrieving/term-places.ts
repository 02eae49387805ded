import type { Passage } from '../../corpus/article.js';
import { headingsAt } from '../../corpus/surroundings.js';
import { fold, unitsOf } from '../../language/fold.js';
import { isMeasureAt } from '../../language/latin.js';
import type { Range } from '../../language/range.js';
import { SequenceFinder } from '../../language/sequence-finder.js';
import { soundingUnits } from '../../language/sound.js';
import { unitClass } from '../../language/unit-class.js';
import type { QueryTerm } from './query-terms.js';

/** Where query terms stand in a text. */
export interface TermPlaces {
  /** For each query term, its places in order, UTF-16 ranges; where it does not stand as it is, those that sound like it. */
  readonly places: readonly (readonly Range[])[];
  /** For each query term, whether its places only sound like it. */
  readonly bySound: readonly boolean[];
}

interface Form {
  readonly queryTerm: number;
  readonly units: Uint16Array;
  /** Whether it may be part of something longer that is not meant. */
  readonly delicate: boolean;
  /** Whether it is one of several spellings of a number. */
  readonly number: boolean;
}

const isDigit = unitClass(/[0-9]/);
const isLetterOrDigit = unitClass(/[a-z0-9]/);
const isHanNumeral = unitClass(/[〇零一二两三四五六七八九十百千万亿]/);
const isPoint = unitClass(/[.,]/);

/** Looks for the query terms of one question in any number of texts. */
export class TermFinder {
  readonly #forms: readonly Form[];
  readonly #written: SequenceFinder;
  readonly #heard: SequenceFinder;
  /** Which query term each sequence of syllables belongs to. */
  readonly #soundedTerms: readonly number[];

  constructor(readonly queryTerms: readonly Pick<QueryTerm, 'term' | 'forms' | 'sounds'>[]) {
    this.#forms = queryTerms.flatMap(({ forms }, queryTerm) =>
      forms.map((form) => formOf(form, queryTerm, forms.length > 1)),
    );
    this.#written = new SequenceFinder(this.#forms.map(({ units }) => units));
    this.#soundedTerms = queryTerms.flatMap(({ sounds }, queryTerm) =>
      sounds.length > 1 ? [queryTerm] : [],
    );
    this.#heard = new SequenceFinder(
      this.#soundedTerms.map((queryTerm) => (queryTerms[queryTerm] as QueryTerm).sounds),
    );
  }

  /**
   * Where the query terms stand as they are written. A number or Latin word is no part of a longer one: 5 is not in 15,
   * 十日 not in 二十日.
   * @param units a folded text
   */
  written(units: Uint16Array): Range[][] {
    const places: Range[][] = this.queryTerms.map(() => []);
    this.#written.find(units, (f, start) => {
      const { queryTerm, units: form, delicate, number } = this.#forms[f] as Form;
      const end = start + form.length;
      if (delicate && !(beginsAt(units, start, number) && endsAt(units, end))) return;
      (places[queryTerm] as Range[]).push({ start, end });
    });
    return places;
  }

  /** For each query term, whether it stands as it is written in the article's title or in a heading above the passage. */
  inTitle({ article, start }: Pick<Passage, 'article' | 'start'>): boolean[] {
    const title = [article.title, ...headingsAt(article, start)].join('\n');
    return this.written(unitsOf(fold(title))).map(({ length }) => length > 0);
  }

  /**
   * Where the query terms stand as they are written, else by sound.
   * @param units a folded text
   * @param heard how it sounds, where that is known already
   */
  locate(units: Uint16Array, heard?: Uint16Array): TermPlaces {
    const places = this.written(units);
    const bySound = places.map(() => false);
    if (this.#soundedTerms.every((queryTerm) => (places[queryTerm] as Range[]).length > 0))
      return { places, bySound };
    const missing = places.map(({ length }) => length === 0);
    this.#heard.find(heard ?? soundingUnits(units), (s, start) => {
      const queryTerm = this.#soundedTerms[s] as number;
      if (!missing[queryTerm]) return;
      bySound[queryTerm] = true;
      (places[queryTerm] as Range[]).push({
        start,
        end: start + (this.queryTerms[queryTerm] as QueryTerm).sounds.length,
      });
    });
    return { places, bySound };
  }
}

function formOf(form: string, queryTerm: number, number: boolean): Form {
  const units = unitsOf(form);
  const [first, last] = [units[0] as number, units[units.length - 1] as number];
  const delicate = (number && isHanNumeral(first)) || isLetterOrDigit(first) || isLetterOrDigit(last);
  return { queryTerm, units, delicate, number };
}

function beginsAt(units: Uint16Array, start: number, number: boolean): boolean {
  const first = units[start] as number;
  const before = units[start - 1] ?? 0;
  if (number && isHanNumeral(first)) return !isHanNumeral(before);
  if (!isLetterOrDigit(first)) return true;
  if (isLetterOrDigit(before)) return isDigit(before) && measureAt(units, start);
  return !(isDigit(first) && isPoint(before) && isDigit(units[start - 2] ?? 0));
}

function endsAt(units: Uint16Array, end: number): boolean {
  const last = units[end - 1] as number;
  if (!isLetterOrDigit(last)) return true;
  const next = units[end] ?? 0;
  if (isLetterOrDigit(next)) return isDigit(last) && measureAt(units, end);
  return !(isDigit(last) && isPoint(next) && isDigit(units[end + 1] ?? 0));
}

/** More than the longest unit of a measure with what may not follow it, in UTF-16 units. */
const MEASURE_REACH = 8;

function measureAt(units: Uint16Array, at: number): boolean {
  return isMeasureAt(String.fromCharCode(...units.subarray(at, at + MEASURE_REACH)), 0);
}
