import type { Article } from '../corpus/article.js';
import { fold, foldedUnits, unitsOf } from '../language/fold.js';
import type { Range } from '../language/range.js';
import { SequenceFinder } from '../language/sequence-finder.js';
import { unitClass } from '../language/unit-class.js';
import type { Candidate } from '../retrieval/passage-index.js';
import type { Clue } from './clues.js';
import type { Gathered } from './gather.js';

/** What is known of a candidate before it is segmented: cheap enough for fifty of them a question. */
export const PASSAGE_FEATURES = [
  'bm25',
  'bm25 of its article',
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
  'rarest missing',
  'words missing',
  'article words',
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
/** UTF-16 units within which clues count as standing close together. */
const WINDOW = 60;

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
  candidates.forEach(({ passage }, i) => {
    const { score, held } = articles.get(passage.article.id) as SeenArticle;
    const row = i * PASSAGE_FEATURES.length;
    rows[row + BM25_OF_ARTICLE] = score / asked.bestScore;
    rows[row + ARTICLE_WORDS] =
      total(gathered.clues, ({ word }, c) => word && (held[c] as boolean)) / asked.words;
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
}

function comparable({ question, clues, candidates }: Gathered): Asked {
  const asked = unitsOf(question.folded).subarray(0, LONGEST_RUN_TEXT);
  return {
    words: total(clues, ({ word }) => word) || 1,
    bigrams: total(clues, ({ bigram }) => bigram) || 1,
    all: total(clues, () => true) || 1,
    heaviest: Math.max(...clues.map(({ weight }) => weight), 1e-9),
    bestScore: candidates[0]?.score || 1,
    backwards: new SequenceFinder(Array.from(asked, (unit) => Uint16Array.of(unit)).reverse()),
  };
}

/** An article of which at least one passage is a candidate. */
interface SeenArticle {
  /** For each clue, whether it stands in the title. */
  readonly inTitle: readonly boolean[];
  readonly titleAsked: boolean;
  /** Best score of its candidates. */
  score: number;
  /** For each clue, whether it stands in the title or in one of the candidates. */
  readonly held: boolean[];
}

function seeArticle(article: Article, { question, finder }: Gathered): SeenArticle {
  const title = fold(article.title);
  const inTitle = finder.written(unitsOf(title)).map(({ length }) => length > 0);
  const titleAsked = title.length > 1 && question.folded.includes(title);
  return { inTitle, titleAsked, score: 0, held: [...inTitle] };
}

/** A candidate's row; what concerns its whole article is filled in when all candidates have been seen. */
function featuresOf(
  { passage, score }: Candidate,
  article: SeenArticle,
  { clues, characters, finder }: Gathered,
  asked: Asked,
): number[] {
  const units = foldedUnits(passage.text);
  const { places, bySound } = finder.locate(units);
  const ends = sentenceEnds(units);
  const sum = {
    words: 0,
    bigrams: 0,
    title: 0,
    heardWords: 0,
    heardBigrams: 0,
    wordsAnywhere: 0,
    bigramsAnywhere: 0,
  };
  let rarestMissing = 0;
  let missing = 0;
  for (let c = 0; c < clues.length; c++) {
    const { weight, word, bigram } = clues[c] as Clue;
    const heard = (places[c] as Range[]).length > 0;
    const here = heard && !bySound[c];
    const titled = article.inTitle[c] as boolean;
    const [asWord, asBigram] = [word ? weight : 0, bigram ? weight : 0];
    if (here) {
      sum.words += asWord;
      sum.bigrams += asBigram;
      article.held[c] = true;
    }
    if (titled) sum.title += asWord;
    if (heard) {
      sum.heardWords += asWord;
      sum.heardBigrams += asBigram;
    }
    if (here || titled) {
      sum.wordsAnywhere += asWord;
      sum.bigramsAnywhere += asBigram;
    } else if (word) {
      missing++;
      rarestMissing = Math.max(rarestMissing, weight);
    }
  }
  article.score = Math.max(article.score, score);
  const written = places.map((list, c) => (bySound[c] ? [] : list));
  const perSentence = sentenceWeights(ends, written, (c) => (clues[c] as Clue).weight);
  const charactersAt: Range[][] = characters.sequences.map(() => []);
  characters.find(units, (c, at) => (charactersAt[c] as Range[]).push({ start: at, end: at + 1 }));
  const charactersIn = sentenceWeights(ends, charactersAt, () => 1 / characters.sequences.length);
  return [
    score / asked.bestScore,
    0,
    sum.words / asked.words,
    sum.bigrams / asked.bigrams,
    sum.title / asked.words,
    article.titleAsked ? 1 : 0,
    sum.heardWords / asked.words,
    sum.heardBigrams / asked.bigrams,
    charactersAt.filter(({ length }) => length > 0).length / (characters.sequences.length || 1),
    Math.max(0, ...charactersIn),
    sum.wordsAnywhere / asked.words,
    sum.bigramsAnywhere / asked.bigrams,
    Math.max(0, ...perSentence) / asked.all,
    Math.max(0, ...perSentence.map((weight, s) => weight + (perSentence[s + 1] ?? 0))) / asked.all,
    bestWindowWeight(clues, written) / asked.all,
    longestRun(asked.backwards, units),
    rarestMissing / asked.heaviest,
    missing,
    0,
    Math.log(units.length + 1),
  ];
}

const BM25_OF_ARTICLE = PASSAGE_FEATURES.indexOf('bm25 of its article');
const ARTICLE_WORDS = PASSAGE_FEATURES.indexOf('article words');

function total(clues: readonly Clue[], pick: (clue: Clue, index: number) => boolean): number {
  let sum = 0;
  for (let c = 0; c < clues.length; c++) if (pick(clues[c] as Clue, c)) sum += (clues[c] as Clue).weight;
  return sum;
}

/** Where the sentences end, in UTF-16 units; roughly, because this is done for every candidate. */
function sentenceEnds(units: Uint16Array): number[] {
  const ends: number[] = [];
  for (let i = 0; i < units.length; i++) if (endsSentence(units[i] as number)) ends.push(i + 1);
  ends.push(units.length + 1);
  return ends;
}

const endsSentence = unitClass(/[。\n！？!?]/);

/**
 * The weight of what each sentence holds, everything counted once a sentence.
 * @param ends where the sentences end
 * @param places where each thing stands
 */
function sentenceWeights(
  ends: readonly number[],
  places: readonly (readonly Range[])[],
  weightOf: (thing: number) => number,
): number[] {
  const weights = new Array<number>(ends.length).fill(0);
  places.forEach((list, thing) => {
    let sentence = 0;
    let counted = -1;
    for (const { start } of list) {
      while ((ends[sentence] as number) <= start) sentence++;
      if (sentence !== counted) weights[sentence] = (weights[sentence] as number) + weightOf(thing);
      counted = sentence;
    }
  });
  return weights;
}

/** The most weight of different clues within `WINDOW` units. */
function bestWindowWeight(clues: readonly Clue[], places: readonly (readonly Range[])[]): number {
  const hits: { at: number; clue: number }[] = [];
  places.forEach((list, clue) => {
    for (const { start } of list) hits.push({ at: start, clue });
  });
  hits.sort((a, b) => a.at - b.at);
  const inside = new Uint16Array(clues.length);
  let weight = 0;
  let most = 0;
  let first = 0;
  for (const { at, clue } of hits) {
    if (inside[clue] === 0) weight += (clues[clue] as Clue).weight;
    inside[clue] = (inside[clue] as number) + 1;
    for (let hit = hits[first]; hit && hit.at < at - WINDOW; hit = hits[++first]) {
      inside[hit.clue] = (inside[hit.clue] as number) - 1;
      if (inside[hit.clue] === 0) weight -= (clues[hit.clue] as Clue).weight;
    }
    most = Math.max(most, weight);
  }
  return most;
}

/**
 * The longest run of the question's characters that the passage holds too, as a share of the question.
 * @param backwards finds each unit of the question, the last one first
 */
function longestRun(backwards: SequenceFinder, units: Uint16Array): number {
  const { length } = backwards.sequences;
  // Of the runs that end with each unit of the question: how long the latest is, and where in the passage it ends.
  const lengths = new Uint16Array(length);
  const ends = new Int32Array(length).fill(-2);
  let longest = 0;
  backwards.find(units, (s, at) => {
    // Since the last unit comes first, what the one before it knows is of the place before.
    const q = length - 1 - s;
    lengths[q] = q > 0 && ends[q - 1] === at - 1 ? (lengths[q - 1] as number) + 1 : 1;
    ends[q] = at;
    longest = Math.max(longest, lengths[q] as number);
  });
  return length === 0 ? 0 : longest / length;
}
