import type { Answer, Clipping } from '../../src/answering/answer.js';
import { characterF1, holdsAnswer } from './score.js';
import type { EvalQuestion } from './set.js';

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

/** What a set's questions say of the answers to them. */
export interface Figures {
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
  /** Questions without an answer (the set's own, and another set's) that the fixed threshold refuses. */
  readonly refused?: Figure;
  /** The same when the threshold lets 95 % of the set's own questions through. */
  readonly 'refused@95'?: Figure;
  /** Of those refused: questions of another set. */
  readonly foreignRefused?: Figure;
  /** Of those refused: the set's own that nothing answers, though it seems to. */
  readonly nearMissesRefused?: Figure;
}

/** How many of the questions that nothing answers were refused. */
interface Unanswerable {
  refused: number;
  readonly scores: number[];
}

/** Scores of single questions, summed up. */
export class Tally {
  #hit1 = 0;
  #hit5 = 0;
  #reciprocal = 0;
  #answer = 0;
  #f1 = 0;
  #answered = 0;
  #answeredRight = 0;
  readonly #own: number[] = [];
  readonly #nearMisses: Unanswerable = { refused: 0, scores: [] };
  readonly #foreign: Unanswerable = { refused: 0, scores: [] };
  readonly misses: Miss[] = [];

  /** @param articleOf the article that holds the set's passage of an id */
  constructor(readonly articleOf: (passage: string) => string | undefined) {}

  /** A question of the set's own. */
  add(question: EvalQuestion, answer: Answer): void {
    if (question.answers.length === 0) addUnanswerable(this.#nearMisses, answer);
    else this.#addAnswerable(question, answer);
  }

  /** A question of another set. */
  addForeign(answer: Answer): void {
    addUnanswerable(this.#foreign, answer);
  }

  #addAnswerable(question: EvalQuestion, answer: Answer): void {
    const top = topScore(answer);
    this.#own.push(top);
    if (answer.status === 'answered') this.#answered++;
    const rank = articlesIn(answer.results).indexOf(this.articleOf(question.passage) ?? '');
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

  figures(): Figures {
    const own = this.#own.length;
    const [near, foreign] = [this.#nearMisses, this.#foreign];
    const scores = [...near.scores, ...foreign.scores];
    return {
      'hit@1': figure(this.#hit1, own),
      'hit@5': figure(this.#hit5, own),
      'MRR@10': figure(this.#reciprocal, own),
      'answer@120': figure(this.#answer, own),
      answerF1: figure(this.#f1, own),
      answered: figure(this.#answered, own),
      answeredRight: figure(this.#answeredRight, own),
      ...(scores.length > 0 && {
        refused: figure(near.refused + foreign.refused, scores.length),
        'refused@95': figure(this.#refusedAt95(scores), scores.length),
      }),
      ...(foreign.scores.length > 0 && { foreignRefused: figure(foreign.refused, foreign.scores.length) }),
      ...(near.scores.length > 0 && { nearMissesRefused: figure(near.refused, near.scores.length) }),
    };
  }

  #refusedAt95(scores: readonly number[]): number {
    const own = [...this.#own].sort((a, b) => a - b);
    const threshold = own[Math.floor(own.length * 0.05)] ?? 0;
    return scores.filter((score) => score < threshold).length;
  }
}

function addUnanswerable(to: Unanswerable, answer: Answer): void {
  to.scores.push(topScore(answer));
  if (answer.status === 'refused') to.refused++;
}

function topScore({ results }: Answer): number {
  return results[0]?.score ?? 0;
}

function figure(sum: number, questions: number): Figure {
  return { share: questions === 0 ? 0 : Number((sum / questions).toFixed(4)), questions };
}

/** The articles of the results in their order, each at its best place. */
function articlesIn(results: readonly Clipping[]): string[] {
  return [...new Set(results.map(({ citation }) => citation.article))];
}
