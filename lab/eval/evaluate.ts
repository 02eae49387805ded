import { performance } from 'node:perf_hooks';
import type { Answer, Answerer } from '../../src/answering/answer.js';
import { createAnswerer } from '../../src/answering/answerer.js';
import type { Article } from '../../src/corpus/article.js';
import type { ArticleStore } from '../../src/retrieval/article-store.js';
import type { PassageIndex } from '../../src/retrieval/passage-index.js';
import { Judgements } from '../data/judgements.js';
import { type Calibration, calibrationOf } from './calibration.js';
import { collect, type Shape } from './collected.js';
import { type Grouping, type Groups, groupsOf } from './groups.js';
import { type Held, inMemory } from './held.js';
import { type Judged, type JudgedOutcome, judgedOf, judgedOutcomeOf, type ToJudge } from './judged.js';
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
  /** Present where readers' judgements were given. */
  readonly judged?: Judged;
  /** Absent where no own question got a result. */
  readonly calibration?: Calibration;
  /** Present where they were asked for. */
  readonly byKind?: Groups;
  readonly byWorld?: Groups;
  /** The worst first. */
  readonly misses: readonly Miss[];
  /** What readers have not judged, where judgements were given. */
  readonly toJudge: readonly ToJudge[];
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
  /** What readers found in other articles than those that the set names. */
  readonly judgements?: Judgements;
  /** Called after each question. */
  progress?(done: number, all: number): void;
}

/** UTF-16 units of the excerpt in which the answer is looked for. */
const CHARS = 120;
/** Results that ranks want. */
const TOP = 10;

/** Indexes a set and asks its questions, and those of other sets that it should refuse; each is asked once. */
export function evaluate(set: EvalSet, options: EvaluateOptions = {}): Promise<Evaluation> {
  return evaluateApart(set.name, [set], options);
}

/**
 * The same of several sets as one, each in an index of its own: small collections, as people have them. A question of another set
 * is asked of one of them, in turn.
 * @param name what they are called together
 */
export async function evaluateApart(
  name: string,
  sets: readonly EvalSet[],
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const { outOfCorpus = [], by = [], judgements, progress = () => {} } = options;
  const foreign = outOfCorpus.flatMap(({ questions }) => questions);
  const all = sets.reduce((sum, { questions }) => sum + questions.length, foreign.length);
  const asked: Asked[] = [];
  let before = 0;
  for (const [turn, set] of sets.entries()) {
    const others = foreign.filter((_, place) => place % sets.length === turn);
    const own = await askedOf(set, others, options, (done) => progress(before + done, all));
    asked.push(own);
    before += own.times.length;
  }
  const outcomes = asked.flatMap((one) => one.outcomes);
  const calibration = calibrationOf(outcomes);
  return {
    set: name,
    passages: sets.reduce((sum, { passages }) => sum + passages.length, 0),
    ...tally(outcomes),
    medianMs: median(asked.flatMap(({ times }) => times)),
    ...(judgements && { judged: judgedOf(asked.flatMap(({ judged }) => judged)) }),
    ...(calibration && { calibration }),
    ...(by.includes('kind') && { byKind: groupsOf(outcomes, 'kind') }),
    ...(by.includes('world') && { byWorld: groupsOf(outcomes, 'world') }),
    misses: missesOf(outcomes),
    toJudge: judgements ? asked.flatMap(({ judged }) => judged.flatMap(({ unread }) => unread ?? [])) : [],
  };
}

/** What became of a set's questions. */
interface Asked {
  readonly outcomes: readonly Outcome[];
  readonly judged: readonly JudgedOutcome[];
  /** Milliseconds an answer. */
  readonly times: readonly number[];
}

async function askedOf(
  set: EvalSet,
  foreign: readonly EvalQuestion[],
  {
    shape = 'lines',
    answererOf = createAnswerer,
    hold = inMemory,
    judgements = new Judgements([]),
  }: EvaluateOptions,
  progress: (done: number) => void,
): Promise<Asked> {
  const { articles, articleOf } = collect(set, shape);
  const held = await hold(articles);
  const answerer = await answererOf(held.index, held.articles);
  const times: number[] = [];
  const ask = async ({ text }: EvalQuestion): Promise<Answer> => {
    const start = performance.now();
    const answer = await answerer.answer({ text }, { top: TOP, chars: CHARS });
    times.push(performance.now() - start);
    progress(times.length);
    return answer;
  };
  const outcomes: Outcome[] = [];
  const judged: JudgedOutcome[] = [];
  for (const question of set.questions) {
    const [answer, home] = [await ask(question), articleOf(question.passage)];
    outcomes.push(outcomeOf(question, answer, home));
    judged.push(judgedOutcomeOf(question, answer, home, judgements));
  }
  for (const question of foreign) {
    const outcome = foreignOutcomeOf(question, await ask(question));
    outcomes.push(outcome);
    judged.push({ outcome });
  }
  await held.close();
  return { outcomes, judged, times };
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(3));
}
