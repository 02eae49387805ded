import type { Message } from '@grammyjs/types';
import type { CallRecord } from '../../playground/playground.js';

/** What became of the questions. */
export interface Balance {
  readonly asked: number;
  /** Questions without an answer. */
  readonly lost: number;
  /** Questions with an answer that does not say what it should. */
  readonly wrong: number;
  /** Questions that one process answered again, though it had heard that they were answered. */
  readonly twice: number;
  /** Questions that a later process answered again, since the one before ended while they were under way. */
  readonly again: number;
  /** Messages to those who asked that answer nothing they asked. */
  readonly stray: number;
}

/** Milliseconds from a question's arrival to the first call that answers it, at these shares of all that were answered. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

/** How many wrong answers are shown, and how many questions without one. */
const MOST_SURPRISES = 10;

interface Given {
  /** Which process gave the answer, counted from 0. */
  readonly process: number;
  /** Whether it was told that the message is sent. */
  readonly isHeard: boolean;
}

interface Entry {
  readonly askedAt: number;
  readonly expected: string;
  readonly answers: Given[];
  calledAfter?: number;
  isWrong: boolean;
}

/** Questions and their answers, which have to balance at the end. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  readonly #chats = new Set<unknown>();
  /** When each process but the first began, milliseconds since 1970. */
  readonly #restarts: number[] = [];
  readonly #surprises: string[] = [];
  #stray = 0;

  /** Notes a question. @param expected what its answer has to say */
  asked({ chat, message_id }: Pick<Message, 'chat' | 'message_id'>, expected: string): void {
    this.#chats.add(chat.id);
    const entry: Entry = { askedAt: Date.now(), expected, answers: [], isWrong: false };
    this.#entries.set(keyOf(chat.id, message_id), entry);
  }

  /** Notes that all calls from now on are those of another process. */
  restarted(): void {
    this.#restarts.push(Date.now());
  }

  called({ method, payload, at, response, fault }: CallRecord): void {
    if (method !== 'sendMessage' || !this.#chats.has(payload.chat_id)) return;
    const question = (payload.reply_parameters as { readonly message_id?: number } | undefined)?.message_id;
    const entry = question === undefined ? undefined : this.#entries.get(keyOf(payload.chat_id, question));
    if (entry) entry.calledAfter ??= at - entry.askedAt;
    if (!response.ok) return;
    const text = String(payload.text);
    if (!entry) {
      this.#stray += 1;
      this.#surprises.push(`said, and not asked for: ${text}`);
      return;
    }
    const process = this.#restarts.filter((begun) => begun <= at).length;
    entry.answers.push({ process, isHeard: fault !== 'drop' });
    if (text.includes(entry.expected)) return;
    entry.isWrong = true;
    this.#surprises.push(`expected ${entry.expected}: ${text}`);
  }

  /** The first of what was said wrong or to nobody, and of what was not answered: when it was asked, and of whom. */
  get surprises(): readonly string[] {
    const [begun = 0] = [...this.#entries.values()].map(({ askedAt }) => askedAt);
    const lost = [...this.#entries]
      .filter(([, { answers }]) => answers.length === 0)
      .map(([key, { askedAt }]) => `lost: ${key}, asked after ${((askedAt - begun) / 1_000).toFixed(0)} s`);
    return [...this.#surprises.slice(0, MOST_SURPRISES), ...lost.slice(0, MOST_SURPRISES)];
  }

  get balance(): Balance {
    const entries = [...this.#entries.values()];
    const those = (which: (entry: Entry) => boolean): number => entries.filter(which).length;
    return {
      asked: entries.length,
      lost: those(({ answers }) => answers.length === 0),
      wrong: those(({ isWrong }) => isWrong),
      twice: those(({ answers }) =>
        answers.some((given, index) => isRepeated(given, answers.slice(index + 1))),
      ),
      again: those(({ answers }) => new Set(answers.map(({ process }) => process)).size > 1),
      stray: this.#stray,
    };
  }

  /** How long answers took. @param first which questions count, in the order in which they were asked; `end` does not */
  latency(first = 0, end = Number.POSITIVE_INFINITY): Latency {
    const times = [...this.#entries.values()]
      .slice(first, end)
      .flatMap(({ calledAfter }) => calledAfter ?? [])
      .sort((one, other) => one - other);
    const share = (part: number): number => times[Math.floor((times.length - 1) * part)] ?? 0;
    return { p50: share(0.5), p99: share(0.99) };
  }
}

/** Whether nothing has happened that no crash excuses. */
export function isBalanced({ lost, wrong, twice, stray }: Balance): boolean {
  return lost + wrong + twice + stray === 0;
}

/** A balance in a line. */
export function balanceLine({ asked, lost, wrong, twice, again, stray }: Balance): string {
  return (
    `${asked} questions: ${lost} lost, ${wrong} answered wrong, ${twice} answered twice, ` +
    `${again} answered again after a restart, ${stray} messages that answer nothing`
  );
}

/** Whether a process that had heard of its answer gave another. */
function isRepeated({ process, isHeard }: Given, later: readonly Given[]): boolean {
  return isHeard && later.some((other) => other.process === process);
}

function keyOf(chat: unknown, message: number): string {
  return `${chat}:${message}`;
}
