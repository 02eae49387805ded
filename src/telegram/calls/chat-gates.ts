import { pause } from '../deadline.js';

/** Gates that are kept; a closed one opens by itself, so that those beyond are forgotten only sooner. */
const MOST = 10_000;

/**
 * Which chats must not be written to for now. Telegram limits each chat by itself, so a call to one that has just met its
 * limit waits here instead of being refused again, which would make the wait longer.
 */
export class ChatGates {
  /** When the gate of a chat opens, by `performance.now()`. */
  readonly #opens = new Map<string, number>();

  /** Closes the gate of a chat for so many milliseconds. */
  close(chat: string, ms: number): void {
    const now = performance.now();
    this.#opens.set(chat, Math.max(now + ms, this.#opens.get(chat) ?? 0));
    if (this.#opens.size <= MOST) return;
    for (const [other, opens] of this.#opens) if (opens <= now) this.#opens.delete(other);
  }

  /** Milliseconds until the gate of a chat opens; 0 when it is open. */
  closedFor(chat: string): number {
    const opens = this.#opens.get(chat);
    if (opens === undefined) return 0;
    const left = opens - performance.now();
    if (left <= 0) this.#opens.delete(chat);
    return Math.max(left, 0);
  }

  /** Resolves when the gate of a chat is open, which may have been closed anew meanwhile. */
  async open(chat: string): Promise<void> {
    for (let left = this.closedFor(chat); left > 0; left = this.closedFor(chat)) await pause(left);
  }
}
