import type { Article } from '../../corpus/article.js';
import { fold, foldedUnits, fromUnits, unitsOf } from '../../language/fold.js';
import type { QuestionAnalysis } from '../../language/question.js';
import type { Range } from '../../language/range.js';
import { SequenceFinder } from '../../language/sequence-finder.js';
import { soundingUnits } from '../../language/sound.js';
import type { Candidate } from '../../retrieval/passage-index.js';
import type { Clue } from '../retrieving/query-terms.js';
import type { Gathered } from '../retrieving/retrieve.js';
import type { Located } from '../retrieving/term-places.js';
import { bestWindowWeight, longestRun, sentenceEnds, sentenceWeights } from './proximity.js';

/** What is known of a candidate before it is segmented: cheap enough for forty of them a question. */
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

/** What the features of a question's candidates say. */
export interface ScoutReport {
  readonly candidates: readonly Candidate[];
  /** One row of `PASSAGE_FEATURES` a candidate. */
  readonly rows: Float32Array;
}

/** Longest question, in UTF-16 units, of which runs of characters are compared. */
const LONGEST_RUN_TEXT = 96;

/** Computes the features of a question's candidates. */
export function scout(gathered: Gathered): ScoutReport {
  const { candidates } = gathered;
  const rows = new Float32Array(candidates.length * PASSAGE_FEATURES.length);
  const asked = comparable(gathered);
  const articles = new Map<string, SeenArticle>();
  candidates.forEach((candidate, i) => {
    const { article } = candidate.passage;
    const seen = articles.get(article.id) ?? seeArticle(article, gathered);
    articles.set(article.id, seen);
    rows.set(featuresOf(candidate, seen, gathered, asked), i * PASSAGE_FEATURES.length);
  });
  return { candidates, rows };
}

/** What of a question all its candidates are compared with. Weights are sums over the clues. */
interface Asked {
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

function comparable({ question, clues, candidates }: Gathered): Asked {
  const asked = unitsOf(question.folded).subarray(0, LONGEST_RUN_TEXT);
  return {
    words: total(clues, ({ word }) => word) || 1,
    bigrams: total(clues, ({ bigram }) => bigram) || 1,
    all: total(clues, () => true) || 1,
    heaviest: Math.max(...clues.map(({ weight }) => weight), 1e-9),
    bestScore: candidates[0]?.score || 1,
    backwards: backwards(asked),
    backwardsBySound: backwards(soundingUnits(asked)),
  };
}

function backwards(units: Uint16Array): SequenceFinder {
  return new SequenceFinder(Array.from(units, (unit) => Uint16Array.of(unit)).reverse());
}

/** An article of which at least one passage is a candidate. */
interface SeenArticle {
  /** For each clue, whether it stands in the title. */
  readonly inTitle: readonly boolean[];
  readonly titleAsked: boolean;
}

function seeArticle(article: Article, { question, finder }: Gathered): SeenArticle {
  const title = fold(article.title);
  const inTitle = finder.inTitle(article);
  const titleAsked = title.length > 1 && question.folded.includes(title);
  return { inTitle, titleAsked };
}

/** A candidate's row. */
function featuresOf(
  { passage, score }: Candidate,
  { inTitle, titleAsked }: SeenArticle,
  { question, numbers, clues, characters, finder }: Gathered,
  asked: Asked,
): number[] {
  const units = foldedUnits(passage.text);
  const heard = soundingUnits(units);
  const located = finder.locate(units, heard);
  const found = weighFound(clues, located, inTitle);
  const ends = sentenceEnds(units);
  const written = located.places.map((list, c) => (located.bySound[c] ? [] : list));
  const perSentence = sentenceWeights(ends, written, (c) => (clues[c] as Clue).weight);
  const charactersAt: Range[][] = characters.sequences.map(() => []);
  characters.find(units, (c, at) => (charactersAt[c] as Range[]).push({ start: at, end: at + 1 }));
  const count = characters.sequences.length || 1;
  const charactersIn = sentenceWeights(ends, charactersAt, () => 1 / count);
  return [
    score / asked.bestScore,
    found.words / asked.words,
    found.bigrams / asked.bigrams,
    found.titleWords / asked.words,
    titleAsked ? 1 : 0,
    found.heardWords / asked.words,
    found.heardBigrams / asked.bigrams,
    charactersAt.filter(({ length }) => length > 0).length / count,
    Math.max(0, ...charactersIn),
    found.wordsOrTitle / asked.words,
    found.bigramsOrTitle / asked.bigrams,
    Math.max(0, ...perSentence) / asked.all,
    Math.max(0, ...perSentence.map((weight, s) => weight + (perSentence[s + 1] ?? 0))) / asked.all,
    bestWindowWeight(clues, written) / asked.all,
    longestRun(asked.backwards, units),
    longestRun(asked.backwardsBySound, heard),
    found.rarestMissing / asked.heaviest,
    found.missing,
    numbers.missingFrom({ units, passage }),
    quantityIn(question, units),
    Math.log(units.length + 1),
  ];
}

/** Whether there is something like the quantity that is asked for: 1 or -1; 0 where none is asked for. */
function quantityIn({ quantity }: QuestionAnalysis, units: Uint16Array): number {
  if (!quantity) return 0;
  return quantity.test(fromUnits(units)) ? 1 : -1;
}

/** Weights of the clues that a candidate holds, or its title, or both. */
function weighFound(clues: readonly Clue[], { places, bySound }: Located, inTitle: readonly boolean[]) {
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
  clues.forEach(({ weight, word, bigram }, c) => {
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

function total(clues: readonly Clue[], pick: (clue: Clue, index: number) => boolean): number {
  let sum = 0;
  for (let c = 0; c < clues.length; c++) if (pick(clues[c] as Clue, c)) sum += (clues[c] as Clue).weight;
  return sum;
}
