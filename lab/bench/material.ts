import { fileURLToPath } from 'node:url';
import { readCollection } from '../../src/corpus/collection.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { sentences } from '../../src/language/clauses.js';
import { readSet } from '../eval/set.js';
import { randomFrom } from '../random.js';
import { clozeQuestions } from './cloze.js';

/** A passage as every system gets it. */
export interface BenchPassage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A passage with questions that it, and no other, is the one to find for. */
export interface AskedPassage extends BenchPassage {
  readonly questions: readonly string[];
}

/** What a bench is made from: passages that can be asked about. */
export type Material = readonly AskedPassage[];

/** Length of a passage in UTF-16 units. */
export const PASSAGE_CHARS = 300;
/** Shorter passages tell too little to ask about. */
const LEAST_CHARS = 60;

/** What passages and questions are to be made of. */
export interface MaterialOptions {
  /** Files and folders of articles. */
  readonly corpora: readonly string[];
  /** Sets of `npm run eval`. */
  readonly sets: readonly string[];
  readonly seed: number;
}

/** Articles that come with the code: the collection's first page, and those that the tests are about. */
const BUNDLED = ['../../../seeds', '../../../test/regression/corpus'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/**
 * All that is named; where nothing is, the articles that come with the code.
 * @throws MissingCollectionError, EmptyCollectionError, MalformedSetError
 */
export async function materialOf({ corpora, sets, seed }: MaterialOptions): Promise<Material> {
  const random = randomFrom(seed);
  const material = sets.flatMap(materialOfSet);
  for (const path of corpora.length + sets.length === 0 ? BUNDLED : corpora)
    material.push(...(await materialOfArticles(path, random)));
  return material;
}

/**
 * Passages of articles, with questions made from their own clauses.
 * @param path a file or a folder of articles
 * @throws MissingCollectionError, EmptyCollectionError as `readCollection` does
 */
export async function materialOfArticles(path: string, random: () => number): Promise<Material> {
  const { articles } = await readCollection(path);
  return articles
    .flatMap((article) => passagesOf(article, { length: PASSAGE_CHARS }))
    .filter(({ text }) => text.length >= LEAST_CHARS)
    .map(({ id, article, text }) => ({
      id,
      title: article.title,
      text,
      questions: clozeQuestions(text, random),
    }));
}

/**
 * The passages of a reading-comprehension set, with its own questions.
 * @throws MalformedSetError as `readSet` does
 */
export function materialOfSet(file: string): Material {
  const { name, passages, questions } = readSet(file);
  const asked = new Map<string, string[]>();
  for (const { text, passage, answers } of questions) {
    if (answers.length > 0) asked.set(passage, [...(asked.get(passage) ?? []), text]);
  }
  return passages.map(({ id, title = '', text }) => ({
    id: `${name}-${id}`,
    title,
    text,
    questions: asked.get(id) ?? [],
  }));
}

/** The sentences of a passage that can be put together with others. */
export function sentencesOf({ text }: BenchPassage): string[] {
  return sentences(text)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((sentence) => sentence.length >= 6 && sentence.length <= PASSAGE_CHARS / 2);
}
