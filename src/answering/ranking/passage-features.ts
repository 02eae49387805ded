import type { Passage } from '../../corpus/article.js';
import { fold, fromUnits, unitsOf } from '../../language/fold.js';
import type { QuestionAnalysis } from '../../language/question.js';
import type { Range } from '../../language/range.js';
import { SequenceFinder } from '../../language/sequence-finder.js';
import { soundingUnits } from '../../language/sound.js';
import type { Candidate } from '../../retrieval/passage-index.js';
import type { QueryTerm } from '../retrieving/query-terms.js';
import type { Retrieved } from '../retrieving/retrieve.js';
import type { TermPlaces } from '../retrieving/term-places.js';
import { bestWindowWeight, longestRun, sentenceEnds, sentenceWeights } from './proximity.js';

/** What is known of a candidate before it is read: cheap enough for forty of them a question. */
export const PASSAGE_FEATURES = [
  'bm25',
  'words',
  'bigrams',
  'title words',
  'title in question',
  'words by sound',
  'bigrams by sound',
  'characters',
  'characters of best sentence',
  'words or title',
  'bigrams or title',
  'best sentence',
  'best two sentences',
  'best window',
  'longest run',
  'longest run by sound',
  'rarest missing',
  'words missing',
  'named numbers missing',
  'quantity',
  'length',
] as const;

/** Longest question, in UTF-16 units, of which runs of characters are compared. */
const LONGEST_RUN_TEXT = 96;

/** The features of a question's candidates, one row of `PASSAGE_FEATURES` a candidate. */
export function passageFeatures(retrieved: Retrieved): Float32Array {
  const { candidates } = retrieved;
  const rows = new Float32Array(candidates.length * PASSAGE_FEATURES.length);
  const asked = comparable(retrieved);
  candidates.forEach((candidate, i) => {
    rows.set(featuresOf(candidate, retrieved, asked), i * PASSAGE_FEATURES.length);
  });
  return rows;
}

/** What of a question all its candidates are compared with. Weights are sums over the query terms. */
interface AskedQuestion {
  readonly words: number;
  readonly bigrams: number;
  readonly all: number;
  readonly heaviest: number;
  readonly bestScore: number;
  /** Finds each unit of the question, the last one first. */
  readonly backwards: SequenceFinder;
  /** The same for how it sounds. */
  readonly backwardsBySound: SequenceFinder;
}

function comparable({ question, queryTerms, candidates }: Retrieved): AskedQuestion {
  const asked = unitsOf(question.folded).subarray(0, LONGEST_RUN_TEXT);
  return {
    words: total(queryTerms, ({ word }) => word) || 1,
    bigrams: total(queryTerms, ({ bigram }) => bigram) || 1,
    all: total(queryTerms, () => true) || 1,
    heaviest: Math.max(...queryTerms.map(({ weight }) => weight), 1e-9),
    bestScore: candidates[0]?.score || 1,
    backwards: backwards(asked),
    backwardsBySound: backwards(soundingUnits(asked)),
  };
}

function backwards(units: Uint16Array): SequenceFinder {
  return new SequenceFinder(Array.from(units, (unit) => Uint16Array.of(unit)).reverse());
}

/** A candidate's row. */
function featuresOf(
  { passage, score }: Candidate,
  { question, numbers, queryTerms, characters, views }: Retrieved,
  asked: AskedQuestion,
): number[] {
  const { units, heard, terms: located, inTitle } = views.of(passage);
  const found = weighFound(queryTerms, located, inTitle);
  const ends = sentenceEnds(units);
  const written = located.places.map((list, c) => (located.bySound[c] ? [] : list));
  const perSentence = sentenceWeights(ends, written, (c) => (queryTerms[c] as QueryTerm).weight);
  const charactersAt: Range[][] = characters.sequences.map(() => []);
  characters.find(units, (c, at) => (charactersAt[c] as Range[]).push({ start: at, end: at + 1 }));
  const count = characters.sequences.length || 1;
  const charactersIn = sentenceWeights(ends, charactersAt, () => 1 / count);
  return [
    score / asked.bestScore,
    found.words / asked.words,
    found.bigrams / asked.bigrams,
    found.titleWords / asked.words,
    isTitleAsked(passage, question) ? 1 : 0,
    found.heardWords / asked.words,
    found.heardBigrams / asked.bigrams,
    charactersAt.filter(({ length }) => length > 0).length / count,
    Math.max(0, ...charactersIn),
    found.wordsOrTitle / asked.words,
    found.bigramsOrTitle / asked.bigrams,
    Math.max(0, ...perSentence) / asked.all,
    Math.max(0, ...perSentence.map((weight, s) => weight + (perSentence[s + 1] ?? 0))) / asked.all,
    bestWindowWeight(queryTerms, written) / asked.all,
    longestRun(asked.backwards, units),
    longestRun(asked.backwardsBySound, heard),
    found.rarestMissing / asked.heaviest,
    found.missing,
    numbers.missingFrom({ units, passage }),
    quantityIn(question, units),
    Math.log(units.length + 1),
  ];
}

/** Whether the question has the whole title in it. */
function isTitleAsked({ article }: Passage, { folded }: QuestionAnalysis): boolean {
  const title = fold(article.title);
  return title.length > 1 && folded.includes(title);
}

/** Whether there is something like the quantity that is asked for: 1 or -1; 0 where none is asked for. */
function quantityIn({ quantity }: QuestionAnalysis, units: Uint16Array): number {
  if (!quantity) return 0;
  return quantity.test(fromUnits(units)) ? 1 : -1;
}

/** Weights of the query terms that a candidate holds, or its title, or both. */
function weighFound(
  queryTerms: readonly QueryTerm[],
  { places, bySound }: TermPlaces,
  inTitle: readonly boolean[],
) {
  const found = {
    words: 0,
    bigrams: 0,
    titleWords: 0,
    heardWords: 0,
    heardBigrams: 0,
    wordsOrTitle: 0,
    bigramsOrTitle: 0,
    missing: 0,
    rarestMissing: 0,
  };
  queryTerms.forEach(({ weight, word, bigram }, c) => {
    const heard = (places[c] as readonly Range[]).length > 0;
    const here = heard && !bySound[c];
    const titled = inTitle[c] as boolean;
    const [asWord, asBigram] = [word ? weight : 0, bigram ? weight : 0];
    if (here) {
      found.words += asWord;
      found.bigrams += asBigram;
    }
    if (titled) found.titleWords += asWord;
    if (heard) {
      found.heardWords += asWord;
      found.heardBigrams += asBigram;
    }
    if (here || titled) {
      found.wordsOrTitle += asWord;
      found.bigramsOrTitle += asBigram;
    } else if (word) {
      found.missing++;
      found.rarestMissing = Math.max(found.rarestMissing, weight);
    }
  });
  return found;
}

function total(
  queryTerms: readonly QueryTerm[],
  pick: (queryTerm: QueryTerm, index: number) => boolean,
): number {
  let sum = 0;
  for (let c = 0; c < queryTerms.length; c++)
    if (pick(queryTerms[c] as QueryTerm, c)) sum += (queryTerms[c] as QueryTerm).weight;
  return sum;
}
