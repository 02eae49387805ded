import type { Before } from '../../answering/question.js';

/** How long a private chat's thread is remembered after its last question, in milliseconds. */
export const THREAD_MS = 10 * 60_000;
/** Chats whose threads are remembered at the same time, and questions of each: those that may still be edited. */
const [CHATS, TURNS] = [1000, 6];

/** A question that was answered. */
interface Turn {
  /** Of the question and of its answer. */
  readonly messages: readonly [question: number, answer: number];
  /** When, in milliseconds. */
  readonly at: number;
  /** What is known when the next question comes. */
  readonly after: Before;
}

/** What is noted of a question with its answer. */
export interface AnsweredTurn {
  /** Ids of their messages; the answer's is absent where it stands already and was changed. */
  readonly question: number;
  readonly answer?: number;
  /** When it was asked, in milliseconds. */
  readonly at: number;
  readonly text: string;
  /** What the question was asked after. */
  readonly before?: Before | undefined;
  /** What the answer tells (`beforeIn`). */
  readonly told: Before;
}

/**
 * What was asked last in each private chat, in memory only and for ten minutes, so that a question without a subject can be
 * understood there though it replies to nothing.
 */
export class RecentThreads {
  /** Those that were asked last are last. */
  readonly #chats = new Map<number, readonly Turn[]>();

  /** @param now the time in milliseconds */
  constructor(readonly now: () => number = Date.now) {}

  /**
   * What came before a question.
   * @param message of the question; of one that is edited, what came after it does not count
   * @param answer that it replies to, where it does: then only its thread counts
   */
  before(chat: number, message: number, answer?: number): Before | undefined {
    this.#forget();
    const turns = (this.#chats.get(chat) ?? []).filter(({ messages: [question] }) => question < message);
    const turn = answer === undefined ? turns.at(-1) : turns.find(({ messages }) => messages[1] === answer);
    return turn && this.now() - turn.at < THREAD_MS ? turn.after : undefined;
  }

  /** Notes that a question was answered, or after an edit answered anew. */
  note(chat: number, { question, answer, at, text, before, told }: AnsweredTurn): void {
    this.#forget();
    const known = this.#chats.get(chat) ?? [];
    const its = answer ?? known.find(({ messages }) => messages[0] === question)?.messages[1];
    if (its === undefined) return;
    // Of a thread, the first question and the last tell what it is about.
    const first = told.subject === undefined ? [] : (before?.questions ?? []).slice(0, 1);
    const turn: Turn = {
      messages: [question, its],
      at,
      after: { ...told, questions: [...first, text] },
    };
    const others = known.filter(({ messages }) => messages[0] !== question);
    this.#chats.delete(chat);
    this.#chats.set(chat, [...others, turn].sort((a, b) => a.messages[0] - b.messages[0]).slice(-TURNS));
  }

  /** Forgets a chat's thread. */
  forgetChat(chat: number): void {
    this.#chats.delete(chat);
  }

  /** Lets go of what is too old or too much. */
  #forget(): void {
    for (const [chat, turns] of this.#chats) {
      const latest = Math.max(...turns.map(({ at }) => at));
      if (this.#chats.size <= CHATS && this.now() - latest < THREAD_MS) return;
      this.#chats.delete(chat);
    }
  }
}
