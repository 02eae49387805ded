import type { Message } from '@grammyjs/types';
import type { CallRecord } from '../../../playground/playground.js';
import { unavailableZh } from '../../../src/telegram/wording/unavailable.js';
import type { Ferry } from './ferries.js';

/** What became of the questions. */
export interface Balance {
  readonly asked: number;
  /** Answered with what was asked for. */
  readonly right: number;
  /** Told to try again later. */
  readonly later: number;
  /** Answered with anything else: what is there was refused, or another article came first. */
  readonly wrong: readonly string[];
  /** Not answered at all. */
  readonly lost: readonly string[];
  /** Answered more than once. */
  readonly twice: readonly string[];
  /** Milliseconds from a question to its first answer, half of them and 99 of 100. */
  readonly p50: number;
  readonly p99: number;
}

interface Entry {
  readonly ferry: Ferry;
  readonly askedAt: number;
  readonly answers: { readonly text: string; readonly at: number }[];
}

/** Questions and their answers, which have to balance at the end. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  /** What was asked last in each chat. */
  readonly #last = new Map<number, Entry>();

  asked({ chat, message_id }: Pick<Message, 'chat' | 'message_id'>, ferry: Ferry): void {
    const entry: Entry = { ferry, askedAt: Date.now(), answers: [] };
    this.#entries.set(`${chat.id}:${message_id}`, entry);
    this.#last.set(chat.id, entry);
  }

  called({ method, payload, at, response }: CallRecord): void {
    if (method !== 'sendMessage' || !response.ok) return;
    const question = (payload.reply_parameters as { readonly message_id?: number } | undefined)?.message_id;
    this.#entries.get(`${payload.chat_id}:${question}`)?.answers.push({ text: String(payload.text), at });
  }

  /** Whether somebody has asked and is not answered yet. @param person whose chat it is */
  isWaiting(person: number): boolean {
    const last = this.#last.get(person);
    return last !== undefined && last.answers.length === 0;
  }

  /** Questions that were asked before a moment and not answered by then. */
  underWay(at: number): number {
    return [...this.#entries.values()].filter(
      ({ askedAt, answers }) => askedAt <= at && !answers.some((answer) => answer.at < at),
    ).length;
  }

  get waiting(): number {
    return [...this.#entries.values()].filter(({ answers }) => answers.length === 0).length;
  }

  /** What became of all of them. */
  get balance(): Balance {
    return this.since(0);
  }

  /** What became of those that came after so many others. */
  since(others: number): Balance {
    const entries = [...this.#entries.values()].slice(others);
    const answered = entries.filter(({ answers }) => answers.length > 0);
    const times = answered.map(({ askedAt, answers: [first] }) => (first?.at ?? 0) - askedAt);
    times.sort((one, other) => one - other);
    const share = (part: number): number => times[Math.floor((times.length - 1) * part)] ?? 0;
    const is = (kind: Kind) => (entry: Entry) =>
      entry.answers.some(({ text }) => kindOf(text, entry) === kind);
    return {
      asked: entries.length,
      right: entries.filter(is('right')).length,
      later: entries.filter(is('later')).length,
      wrong: entries.filter(is('wrong')).map(told),
      lost: entries.filter(({ answers }) => answers.length === 0).map(told),
      twice: entries.filter(({ answers }) => answers.length > 1).map(told),
      p50: share(0.5),
      p99: share(0.99),
    };
  }
}

type Kind = 'right' | 'later' | 'wrong';

/** The first quotation has to be of the article that the question is about. */
function kindOf(text: string, { ferry }: Entry): Kind {
  if (text === unavailableZh.text) return 'later';
  const named = /(.)(.)渡口的末班船/u.exec(text.replace(ferry.question, ''))?.[0] ?? '';
  return named.startsWith(ferry.name) ? 'right' : 'wrong';
}

function told({ ferry, askedAt, answers }: Entry): string {
  const each = answers.map(({ text, at }) => `${at - askedAt} ms: ${text.slice(0, 60)}`);
  return `${ferry.name} at ${new Date(askedAt).toISOString()}: ${each.join(' | ')}`;
}
