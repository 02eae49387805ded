import type { InlineOutcome } from '../user-api.js';

/** A bot's answer to an inline query, before it is shown. */
export type InlineAnswer = Omit<
  Extract<InlineOutcome, { status: 'answered' }>,
  'queryId' | 'cached' | 'status'
>;

/** What makes two queries the same. */
export interface InlineKey {
  readonly query: string;
  readonly offset: string;
}

interface Entry {
  readonly answer: InlineAnswer;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/**
 * Answers that are shown again without asking the bot, as long as their cache time lasts: to everybody who types the
 * same, or to the same user alone where they are personal (Bot API, answerInlineQuery).
 */
export class InlineCache {
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();

  constructor(now: () => number) {
    this.#now = now;
  }

  keep(key: InlineKey, user: number, answer: InlineAnswer): void {
    const now = this.#now();
    for (const [id, { expires }] of this.#entries) if (expires <= now) this.#entries.delete(id);
    if (answer.cacheTime <= 0) return;
    const expires = now + answer.cacheTime * 1_000;
    this.#entries.set(idOf(key, answer.isPersonal ? user : undefined), { answer, expires });
  }

  find(key: InlineKey, user: number): InlineAnswer | undefined {
    const entry = this.#entries.get(idOf(key, user)) ?? this.#entries.get(idOf(key, undefined));
    return entry && entry.expires > this.#now() ? entry.answer : undefined;
  }
}

const idOf = ({ query, offset }: InlineKey, user: number | undefined): string =>
  JSON.stringify([query, offset, user ?? null]);
