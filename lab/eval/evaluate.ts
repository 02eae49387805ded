import { performance } from 'node:perf_hooks';
import type { Answer } from '../../src/answering/answer.js';
import { createAnswerer } from '../../src/answering/answerer.js';
import type { Models } from '../../src/answering/features/models.js';
import { collect, indexOf, type Shape } from './collected.js';
import type { EvalQuestion, EvalSet } from './set.js';
import { type Figures, type Miss, Tally } from './tally.js';

export interface Evaluation extends Figures {
  readonly set: string;
  readonly passages: number;
  /** Median time of an answer with its usual number of results, in milliseconds. */
  readonly medianMs: number;
  /** The worst first. */
  readonly misses: readonly Miss[];
}

export interface EvaluateOptions {
  /** Sets whose questions this one cannot answer. */
  readonly outOfCorpus?: readonly EvalSet[];
  readonly models?: Models;
  /** Default `lines`. */
  readonly shape?: Shape;
  /** Called after each question. */
  progress?(done: number, all: number): void;
}

/** UTF-16 units of the excerpt in which the answer is looked for. */
const CHARS = 120;
const TOP = 10;

/** Indexes a set and asks its questions, and those of other sets that it should refuse. */
export async function evaluate(
  set: EvalSet,
  { shape = 'lines', outOfCorpus = [], models, progress = () => {} }: EvaluateOptions,
): Promise<Evaluation> {
  const { articles, articleOf } = collect(set, shape);
  const answerer = createAnswerer(await indexOf(articles), () => articles, models);
  const foreign = outOfCorpus.flatMap(({ questions }) => questions);
  const all = set.questions.length + foreign.length;
  const times: number[] = [];
  const ask = async ({ text }: EvalQuestion): Promise<Answer> => {
    const start = performance.now();
    await answerer.answer({ text }, { chars: CHARS });
    times.push(performance.now() - start);
    // Ranks want more results than a reader is given.
    const answer = await answerer.answer({ text }, { top: TOP, chars: CHARS });
    progress(times.length, all);
    return answer;
  };
  const tally = new Tally(articleOf);
  for (const question of set.questions) tally.add(question, await ask(question));
  for (const question of foreign) tally.addForeign(await ask(question));
  times.sort((a, b) => a - b);
  return {
    set: set.name,
    passages: set.passages.length,
    ...tally.figures(),
    medianMs: Number((times[Math.floor(times.length / 2)] ?? 0).toFixed(3)),
    misses: tally.misses.sort((a, b) => b.score - a.score),
  };
}
