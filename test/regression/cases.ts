import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answerer } from '../../src/answering/answer.js';
import { createAnswerer } from '../../src/answering/answerer.js';
import type { Article } from '../../src/corpus/article.js';
import { readCollection } from '../../src/corpus/collection.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { fold } from '../../src/language/fold.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';
import { ListedArticles } from '../../src/retrieval/listed-articles.js';
import { theReader } from '../answering/reader.js';

/** A question and what the first excerpt has to contain one of; none where the collection holds no answer. */
export interface QuestionCase {
  readonly question: string;
  readonly answers: readonly string[];
  /** Title of the article that answers; empty where none does. */
  readonly article?: string;
  readonly kind?: string;
  /** What the question tests. */
  readonly why?: string;
}

/** A question and the articles that come first, in this order. */
export interface OrderCase {
  readonly question: string;
  /** Titles. */
  readonly expected: readonly string[];
  readonly reason: string;
}

/** A question whose first excerpt does not hold its answer, and why, where it did before the reader came. */
export interface Miss {
  readonly collection: string;
  readonly question: string;
  /** Since when it is missed: it always was, or it was quoted before there was a reader. */
  readonly since: 'ever' | 'reader';
  /** What goes wrong; with every miss since the reader. */
  readonly reason?: string;
}

export interface Opened {
  readonly articles: readonly Article[];
  readonly answerer: Answerer;
}

/** Path of a file beside this one, or anywhere below the project's root with `../../`. */
export function pathTo(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** The lines of a JSONL file beside this one. */
export function linesOf<Case>(file: string): readonly Case[] {
  const lines = readFileSync(pathTo(file), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Case);
}

/** Reads and indexes a collection as the product does, in this process, with the reader that comes with the code. */
export async function open(relative: string): Promise<Opened> {
  const { articles, unreadable } = await readCollection(pathTo(relative));
  if (unreadable.length > 0) throw new Error(`unreadable: ${JSON.stringify(unreadable)}`);
  const index = new EmbeddedIndex();
  await index.add(articles.flatMap((article) => passagesOf(article)));
  return { articles, answerer: createAnswerer(index, new ListedArticles(() => articles), await theReader()) };
}

/** Folded further than `fold` alone: signs that NFKC changes in width or number, too. */
export function comparable(text: string): string {
  return fold(text.normalize('NFKC'));
}

/** Whether a text contains one of the answers, both sides folded. */
export function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const folded = comparable(text);
  return answers.some((answer) => folded.includes(comparable(answer)));
}
