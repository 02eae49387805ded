import { type Retrieved, retrieve } from '../../src/answering/retrieving/retrieve.js';
import type { Passage } from '../../src/corpus/article.js';
import type { PassageIndex } from '../../src/retrieval/passage-index.js';
import { type Collected, collect, indexOf, type Shape } from '../eval/collected.js';
import { partOf } from '../eval/parts.js';
import type { EvalQuestion, EvalSet } from '../eval/set.js';

/** A set with its index. */
export interface IndexedSet {
  readonly set: EvalSet;
  readonly shape: Shape;
  readonly collected: Collected;
  readonly index: PassageIndex;
}

/** A question of a set, asked of that set's index. */
export interface TrainingQuestion {
  readonly wanted: EvalQuestion;
  readonly retrieved: Retrieved;
  /** Which part of the data it belongs to, 0 up to `PARTS`; questions on one article stay together. */
  readonly part: number;
  /** Whether a passage holds the answer, in the place where the set has it. */
  isGold(passage: Passage): boolean;
  /** The answers' occurrences in a passage, in the place where the set has them. */
  places(passage: Passage): ReturnType<Collected['places']>;
}

/** Indexes a set in one of its shapes. */
export async function indexSet(set: EvalSet, shape: Shape): Promise<IndexedSet> {
  const collected = collect(set, shape);
  return { set, shape, collected, index: await indexOf(collected.articles) };
}

/**
 * Asks every answerable question of a set's own index.
 * @param worded how each is asked; by default as it is written
 */
export async function askAll(
  indexed: IndexedSet,
  worded: (question: string) => string = (question) => question,
): Promise<TrainingQuestion[]> {
  const asked: TrainingQuestion[] = [];
  for (const wanted of indexed.set.questions) {
    if (wanted.answers.length === 0) continue;
    asked.push(training(indexed, wanted, await retrieve(indexed.index, worded(wanted.text))));
  }
  return asked;
}

function training(
  { set, collected }: IndexedSet,
  wanted: EvalQuestion,
  retrieved: Retrieved,
): TrainingQuestion {
  return {
    wanted,
    retrieved,
    part: partOf(set, wanted),
    isGold: (passage) => collected.places(passage, wanted).length > 0,
    places: (passage) => collected.places(passage, wanted),
  };
}
