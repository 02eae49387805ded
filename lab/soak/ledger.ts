import type { Message } from '@grammyjs/types';
import type { CallRecord } from '../../playground/playground.js';

/** What became of the questions. */
export interface Balance {
  readonly asked: number;
  /** Questions without an answer. */
  readonly lost: number;
  /** Questions with more than one. */
  readonly twice: number;
  /** Milliseconds from a question's arrival to the first call that answers it, at these shares of all that were answered. */
  readonly p50: number;
  readonly p99: number;
}

interface Entry {
  readonly askedAt: number;
  calledAfter?: number;
  answers: number;
}

/** Questions and their answers, which have to balance at the end. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();

  asked({ chat, message_id }: Pick<Message, 'chat' | 'message_id'>): void {
    this.#entries.set(keyOf(chat.id, message_id), { askedAt: Date.now(), answers: 0 });
  }

  called({ method, payload, at, response }: CallRecord): void {
    if (method !== 'sendMessage') return;
    const question = (payload.reply_parameters as { readonly message_id?: number } | undefined)?.message_id;
    const entry = question === undefined ? undefined : this.#entries.get(keyOf(payload.chat_id, question));
    if (!entry) return;
    entry.calledAfter ??= at - entry.askedAt;
    if (response.ok) entry.answers += 1;
  }

  get balance(): Balance {
    const entries = [...this.#entries.values()];
    const times = entries.flatMap(({ calledAfter }) => calledAfter ?? []).sort((one, other) => one - other);
    const share = (part: number): number => times[Math.floor((times.length - 1) * part)] ?? 0;
    return {
      asked: entries.length,
      lost: entries.filter(({ answers }) => answers === 0).length,
      twice: entries.filter(({ answers }) => answers > 1).length,
      p50: share(0.5),
      p99: share(0.99),
    };
  }
}

function keyOf(chat: unknown, message: number): string {
  return `${chat}:${message}`;
}
