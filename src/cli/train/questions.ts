import { type Gathered, gather } from '../../answering/gather.js';
import type { Article, Passage } from '../../corpus/article.js';
import { passagesOf } from '../../corpus/passages.js';
import { fold } from '../../language/fold.js';
import { MiniSearchIndex } from '../../retrieval/minisearch-index.js';
import type { PassageIndex } from '../../retrieval/passage-index.js';
import { articlesOf, type EvalQuestion, type EvalSet } from '../eval/set.js';
import { occurrences } from './score.js';

/** A question of a set, asked of that set's index. */
export interface TrainingQuestion {
  readonly set: string;
  readonly wanted: EvalQuestion;
  readonly gathered: Gathered;
  /** Which part of the data it belongs to, 0 up to `PARTS`; questions on one passage stay together. */
  readonly part: number;
}

/** A set with its index. */
export interface IndexedSet {
  readonly set: EvalSet;
  readonly articles: readonly Article[];
  readonly index: PassageIndex;
}

/** Parts that the questions are divided into. */
export const PARTS = 4;

/**
 * Indexes a set.
 * @param dropTitles whether a third of the articles lose their titles, so that nothing learned leans on them alone
 */
export async function indexSet(set: EvalSet, dropTitles: boolean): Promise<IndexedSet> {
  const passages = set.passages.map((passage) =>
    dropTitles && hash(passage.id) % 3 === 0 ? { id: passage.id, text: passage.text } : passage,
  );
  const articles = articlesOf({ ...set, passages });
  return { set, articles, index: await indexOf(articles) };
}

export async function indexOf(articles: readonly Article[]): Promise<PassageIndex> {
  const index = new MiniSearchIndex();
  await index.add(articles.flatMap((article) => passagesOf(article)));
  return index;
}

/** Asks every answerable question of a set's own index. */
export async function askAll({ set, index }: IndexedSet): Promise<TrainingQuestion[]> {
  const asked: TrainingQuestion[] = [];
  for (const wanted of set.questions) {
    if (wanted.answers.length === 0) continue;
    const gathered = await gather(index, wanted.text);
    asked.push({ set: set.name, wanted, gathered, part: partOf(wanted.passage) });
  }
  return asked;
}

/** Questions on one passage fall into one part. */
export function partOf(passage: string): number {
  return hash(passage) % PARTS;
}

/** Whether a passage is of the gold article and holds an answer. */
export function isGold(passage: Passage, { passage: article, answers }: EvalQuestion): boolean {
  return passage.article.id === article && occurrences(fold(passage.text), answers).length > 0;
}

/** FNV-1a, 32 bits: spreads ids evenly, the same on every machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
