import { performance } from 'node:perf_hooks';
import type { Answer, Answerer } from '../../src/answering/answer.js';
import { createAnswerer } from '../../src/answering/answerer.js';
import type { Article } from '../../src/corpus/article.js';
import type { ArticleStore } from '../../src/retrieval/article-store.js';
import type { PassageIndex } from '../../src/retrieval/passage-index.js';
import { type Calibration, calibrationOf } from './calibration.js';
import { collect, type Shape } from './collected.js';
import { type Grouping, type Groups, groupsOf } from './groups.js';
import { type Held, inMemory } from './held.js';
import { type Miss, missesOf } from './misses.js';
import { foreignOutcomeOf, type Outcome, outcomeOf } from './outcome.js';
import type { EvalQuestion, EvalSet } from './set.js';
import { type Figures, tally } from './tally.js';

export interface Evaluation extends Figures {
  readonly set: string;
  readonly passages: number;
  /**
   * Median time of an answer, in milliseconds: from the question to its ten results with their excerpts, which ranks want,
   * one question after another, those of other sets too. A reader of the bot is given three results, which takes less.
   */
  readonly medianMs: number;
  /** Absent where no own question got a result. */
  readonly calibration?: Calibration;
  /** Present where they were asked for. */
  readonly byKind?: Groups;
  readonly byWorld?: Groups;
  /** The worst first. */
  readonly misses: readonly Miss[];
}

export interface EvaluateOptions {
  /** Sets whose questions this one cannot answer. */
  readonly outOfCorpus?: readonly EvalSet[];
  /** Makes what is measured out of the index and its articles. Default: the bot's own answerer. */
  readonly answererOf?: (index: PassageIndex, articles: ArticleStore) => Answerer | Promise<Answerer>;
  /** Where the articles are searched. Default: in memory. */
  readonly hold?: (articles: readonly Article[]) => Promise<Held>;
  /** Default `lines`. */
  readonly shape?: Shape;
  /** What the set's own questions are grouped by besides; default nothing. */
  readonly by?: readonly Grouping[];
  /** Called after each question. */
  progress?(done: number, all: number): void;
}

/** UTF-16 units of the excerpt in which the answer is looked for. */
const CHARS = 120;
/** Results that ranks want. */
const TOP = 10;

/** Indexes a set and asks its questions, and those of other sets that it should refuse; each is asked once. */
export async function evaluate(
  set: EvalSet,
  {
    shape = 'lines',
    outOfCorpus = [],
    answererOf = createAnswerer,
    hold = inMemory,
    by = [],
    progress = () => {},
  }: EvaluateOptions = {},
): Promise<Evaluation> {
  const { articles, articleOf } = collect(set, shape);
  const held = await hold(articles);
  const answerer = await answererOf(held.index, held.articles);
  const foreign = outOfCorpus.flatMap(({ questions }) => questions);
  const all = set.questions.length + foreign.length;
  const times: number[] = [];
  const ask = async ({ text }: EvalQuestion): Promise<Answer> => {
    const start = performance.now();
    const answer = await answerer.answer({ text }, { top: TOP, chars: CHARS });
    times.push(performance.now() - start);
    progress(times.length, all);
    return answer;
  };
  const outcomes: Outcome[] = [];
  for (const question of set.questions)
    outcomes.push(outcomeOf(question, await ask(question), articleOf(question.passage)));
  for (const question of foreign) outcomes.push(foreignOutcomeOf(question, await ask(question)));
  await held.close();
  const calibration = calibrationOf(outcomes);
  return {
    set: set.name,
    passages: set.passages.length,
    ...tally(outcomes),
    medianMs: median(times),
    ...(calibration && { calibration }),
    ...(by.includes('kind') && { byKind: groupsOf(outcomes, 'kind') }),
    ...(by.includes('world') && { byWorld: groupsOf(outcomes, 'world') }),
    misses: missesOf(outcomes),
  };
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(3));
}
