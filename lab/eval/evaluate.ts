import { performance } from 'node:perf_hooks';
import type { Answer, Clipping } from '../../src/answering/answer.js';
import { createAnswerer } from '../../src/answering/answerer.js';
import type { Models } from '../../src/answering/features/models.js';
import { type Collected, collect, indexOf, type Shape } from './collected.js';
import { characterF1, holdsAnswer } from './score.js';
import type { EvalQuestion, EvalSet } from './set.js';

/** A share (0 to 1) with the number of questions it was taken over. */
export interface Figure {
  readonly share: number;
  readonly questions: number;
}

export interface Miss {
  readonly question: string;
  readonly quoted: string;
  readonly gold: readonly string[];
  /** Whether at least the right passage came first. */
  readonly rightPassage: boolean;
  /** How sure the answerer was (0 to 1); the surest misses are the worst. */
  readonly score: number;
}

export interface Evaluation {
  readonly set: string;
  readonly passages: number;
  readonly 'hit@1': Figure;
  readonly 'hit@5': Figure;
  readonly 'MRR@10': Figure;
  readonly 'answer@120': Figure;
  /** Mean character F1 of the marked answer with the gold answer; 0 where none is marked. */
  readonly answerF1: Figure;
  /** Own answerable questions that the fixed threshold lets through. */
  readonly answered: Figure;
  /** The same with the answer in the first excerpt: what a reader can rely on to get. */
  readonly answeredRight: Figure;
  /** Questions without an answer (the set's own, or another set's) that the fixed threshold refuses. */
  readonly refused?: Figure;
  /** The same when the threshold lets 95 % of the set's own questions through. */
  readonly 'refused@95'?: Figure;
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
  const collected = collect(set, shape);
  const answerer = createAnswerer(await indexOf(collected.articles), () => collected.articles, models);
  const foreign = outOfCorpus.flatMap(({ questions }) => questions);
  const all = set.questions.length + foreign.length;
  let done = 0;
  const times: number[] = [];
  const ask = async ({ text }: EvalQuestion): Promise<Answer> => {
    const start = performance.now();
    await answerer.answer({ text }, { chars: CHARS });
    times.push(performance.now() - start);
    // Ranks want more results than a reader is given.
    const answer = await answerer.answer({ text }, { top: TOP, chars: CHARS });
    progress(++done, all);
    return answer;
  };
  const tally = new Tally(collected);
  for (const question of set.questions) tally.add(question, await ask(question));
  for (const question of foreign) tally.add({ ...question, answers: [] }, await ask(question));
  times.sort((a, b) => a - b);
  return {
    set: set.name,
    passages: set.passages.length,
    ...tally.figures(),
    medianMs: Number((times[Math.floor(times.length / 2)] ?? 0).toFixed(3)),
    misses: tally.misses.sort((a, b) => b.score - a.score),
  };
}

/** Scores of single questions, summed up. */
class Tally {
  #hit1 = 0;
  #hit5 = 0;
  #reciprocal = 0;
  #answer = 0;
  #f1 = 0;
  #answered = 0;
  #answeredRight = 0;
  #own: number[] = [];
  #refused = 0;
  #foreign: number[] = [];
  readonly misses: Miss[] = [];

  constructor(readonly collected: Collected) {}

  add(question: EvalQuestion, answer: Answer): void {
    const top = answer.results[0]?.score ?? 0;
    if (question.answers.length === 0) {
      this.#foreign.push(top);
      if (answer.status === 'refused') this.#refused++;
      return;
    }
    this.#own.push(top);
    if (answer.status === 'answered') this.#answered++;
    const rank = articlesIn(answer.results).indexOf(this.collected.articleOf(question.passage) ?? '');
    if (rank === 0) this.#hit1++;
    if (rank >= 0 && rank < 5) this.#hit5++;
    if (rank >= 0 && rank < 10) this.#reciprocal += 1 / (rank + 1);
    const best = answer.results[0];
    if (best?.answer) {
      this.#f1 += characterF1(best.excerpt.slice(best.answer.start, best.answer.end), question.answers);
    }
    if (best && holdsAnswer(best.excerpt, question.answers)) {
      this.#answer++;
      if (answer.status === 'answered') this.#answeredRight++;
    } else {
      this.misses.push({
        question: question.text,
        quoted: best?.excerpt ?? '',
        gold: question.answers,
        rightPassage: rank === 0,
        score: top,
      });
    }
  }

  figures(): Omit<Evaluation, 'set' | 'passages' | 'medianMs' | 'misses'> {
    const own = this.#own.length;
    const of = (sum: number, questions: number): Figure => ({
      share: questions === 0 ? 0 : Number((sum / questions).toFixed(4)),
      questions,
    });
    return {
      'hit@1': of(this.#hit1, own),
      'hit@5': of(this.#hit5, own),
      'MRR@10': of(this.#reciprocal, own),
      'answer@120': of(this.#answer, own),
      answerF1: of(this.#f1, own),
      answered: of(this.#answered, own),
      answeredRight: of(this.#answeredRight, own),
      ...(this.#foreign.length > 0 && {
        refused: of(this.#refused, this.#foreign.length),
        'refused@95': of(this.#refusedAt95(), this.#foreign.length),
      }),
    };
  }

  #refusedAt95(): number {
    const scores = [...this.#own].sort((a, b) => a - b);
    const threshold = scores[Math.floor(scores.length * 0.05)] ?? 0;
    return this.#foreign.filter((score) => score < threshold).length;
  }
}

/** The articles of the results in their order, each at its best place. */
function articlesIn(results: readonly Clipping[]): string[] {
  return [...new Set(results.map(({ citation }) => citation.article))];
}
