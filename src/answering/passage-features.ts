import { fold } from '../language/fold.js';
import type { Range } from '../language/range.js';
import type { Candidate } from '../retrieval/passage-index.js';
import { type Clue, locateClues } from './clues.js';
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

/** A candidate as the later steps need it. */
export interface ScoutedPassage {
  readonly candidate: Candidate;
  readonly folded: string;
}

export interface ScoutReport {
  readonly passages: readonly ScoutedPassage[];
  /** One row of `PASSAGE_FEATURES` a passage. */
  readonly rows: Float32Array;
}

/** Longest question, in UTF-16 units, of which runs of characters are compared. */
const LONGEST_RUN_TEXT = 96;
/** UTF-16 units within which clues count as standing close together. */
const WINDOW = 60;

/** Computes the features of a question's candidates. */
export function scout({ question, clues, characters, candidates }: Gathered): ScoutReport {
  const rows = new Float32Array(candidates.length * PASSAGE_FEATURES.length);
  const best = candidates[0]?.score || 1;
  const words = total(clues, ({ word }) => word) || 1;
  const pairs = total(clues, ({ bigram }) => bigram) || 1;
  const all = total(clues, () => true) || 1;
  const heaviest = Math.max(...clues.map(({ weight }) => weight), 1e-9);
  const articles = new Map<string, { score: number; found: Set<string> }>();
  const passages = candidates.map((candidate, i) => {
    const folded = fold(candidate.passage.text);
    const title = fold(candidate.passage.article.title);
    const located = locateClues(folded, clues);
    const places = located.places.map((list, c) =>
      located.bySound[c] ? [] : list.map(({ start }) => start),
    );
    const inTitle = clues.map(({ forms }) => forms.some((form) => title.includes(form)));
    const share = (whole: number, pick: (clue: Clue, index: number) => boolean): number =>
      total(clues, pick) / whole;
    const heard = (index: number): boolean => (located.places[index] as readonly Range[]).length > 0;
    const here = (index: number): boolean => (places[index] as number[]).length > 0;
    const ends = sentenceEnds(folded);
    const perSentence = sentenceWeights(ends, places, (c) => (clues[c] as Clue).weight);
    const charactersAt = characters.map((character) => placesOfCharacter(folded, character));
    const charactersIn = sentenceWeights(ends, charactersAt, () => 1 / characters.length);
    const article = articles.get(candidate.passage.article.id) ?? { score: 0, found: new Set<string>() };
    articles.set(candidate.passage.article.id, article);
    article.score = Math.max(article.score, candidate.score);
    clues.forEach(({ term, word }, c) => {
      if (word && (here(c) || inTitle[c])) article.found.add(term);
    });
    const missing = clues.filter(({ word }, c) => word && !here(c) && !inTitle[c]);
    rows.set(
      [
        candidate.score / best,
        0,
        share(words, ({ word }, c) => word && here(c)),
        share(pairs, ({ bigram }, c) => bigram && here(c)),
        share(words, ({ word }, c) => word && (inTitle[c] as boolean)),
        title.length > 1 && question.folded.includes(title) ? 1 : 0,
        share(words, ({ word }, c) => word && heard(c)),
        share(pairs, ({ bigram }, c) => bigram && heard(c)),
        charactersAt.filter((list) => list.length > 0).length / (characters.length || 1),
        Math.max(0, ...charactersIn),
        share(words, ({ word }, c) => word && (here(c) || (inTitle[c] as boolean))),
        share(pairs, ({ bigram }, c) => bigram && (here(c) || (inTitle[c] as boolean))),
        Math.max(0, ...perSentence) / all,
        Math.max(0, ...perSentence.map((weight, s) => weight + (perSentence[s + 1] ?? 0))) / all,
        bestWindowWeight(clues, places) / all,
        longestRun(question.folded, folded),
        Math.max(0, ...missing.map(({ weight }) => weight)) / heaviest,
        missing.length,
        0,
        Math.log(folded.length + 1),
      ],
      i * PASSAGE_FEATURES.length,
    );
    return { candidate, folded };
  });
  fillArticleFeatures(passages, rows, articles, clues, best, words);
  return { passages, rows };
}

const BM25_OF_ARTICLE = PASSAGE_FEATURES.indexOf('bm25 of its article');
const ARTICLE_WORDS = PASSAGE_FEATURES.indexOf('article words');

function fillArticleFeatures(
  passages: readonly ScoutedPassage[],
  rows: Float32Array,
  articles: ReadonlyMap<string, { score: number; found: ReadonlySet<string> }>,
  clues: readonly Clue[],
  best: number,
  words: number,
): void {
  passages.forEach(({ candidate }, i) => {
    const article = articles.get(candidate.passage.article.id);
    if (!article) return;
    const row = i * PASSAGE_FEATURES.length;
    rows[row + BM25_OF_ARTICLE] = article.score / best;
    rows[row + ARTICLE_WORDS] = total(clues, ({ term, word }) => word && article.found.has(term)) / words;
  });
}

function total(clues: readonly Clue[], pick: (clue: Clue, index: number) => boolean): number {
  let sum = 0;
  for (let c = 0; c < clues.length; c++) if (pick(clues[c] as Clue, c)) sum += (clues[c] as Clue).weight;
  return sum;
}

/** Where the sentences end, in UTF-16 units; roughly, because this is done for every candidate. */
function sentenceEnds(folded: string): number[] {
  const ends: number[] = [];
  for (let i = 0; i < folded.length; i++) if (ENDS_SENTENCE.has(folded[i] as string)) ends.push(i + 1);
  ends.push(folded.length + 1);
  return ends;
}

const ENDS_SENTENCE = new Set('。\n！？!?');

function placesOfCharacter(folded: string, character: string): number[] {
  const places: number[] = [];
  for (let at = folded.indexOf(character); at >= 0; at = folded.indexOf(character, at + 1)) places.push(at);
  return places;
}

/**
 * The weight of what each sentence holds, everything counted once a sentence.
 * @param ends where the sentences end
 * @param places where each thing stands
 */
function sentenceWeights(
  ends: readonly number[],
  places: readonly (readonly number[])[],
  weightOf: (thing: number) => number,
): number[] {
  const weights = new Array<number>(ends.length).fill(0);
  places.forEach((list, thing) => {
    let sentence = 0;
    let counted = -1;
    for (const at of list) {
      while ((ends[sentence] as number) <= at) sentence++;
      if (sentence !== counted) weights[sentence] = (weights[sentence] as number) + weightOf(thing);
      counted = sentence;
    }
  });
  return weights;
}

/** The most weight of different clues within `WINDOW` units. */
function bestWindowWeight(clues: readonly Clue[], places: readonly number[][]): number {
  const hits: { at: number; clue: number }[] = [];
  places.forEach((list, clue) => {
    for (const at of list) hits.push({ at, clue });
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

/** The longest run of the question's characters that the passage holds too, as a share of the question. */
function longestRun(question: string, folded: string): number {
  const text = question.slice(0, LONGEST_RUN_TEXT);
  let longest = 0;
  for (let start = 0; start + longest < text.length; start++) {
    while (start + longest < text.length && folded.includes(text.slice(start, start + longest + 1)))
      longest++;
  }
  return text.length === 0 ? 0 : longest / text.length;
}
