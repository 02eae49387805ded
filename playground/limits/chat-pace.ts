import { ApiError } from '../api-error.js';

/** How fast a chat may be written to; beyond it a call meets 429. */
export interface ChatPaceOptions {
  /** Milliseconds between two messages of one chat (Telegram: 1,000; Bots FAQ, "avoid sending more than one message per second"). */
  readonly messageMs: number;
  /** Messages a minute in one group (Telegram: 20; Bots FAQ). Default: no such limit. */
  readonly groupPerMinute?: number;
}

const MINUTE_MS = 60_000;

/** Refuses what is written to a chat too fast, as Telegram does. */
export class ChatPace {
  /** When messages were let through in the last minute, by chat. */
  readonly #sent = new Map<number, number[]>();

  constructor(
    private readonly options: ChatPaceOptions | undefined,
    private readonly now: () => number,
  ) {}

  /**
   * Lets a call through that writes to a chat.
   * @throws ApiError 429 with the time to wait, in seconds
   */
  check(method: string, chatId: unknown): void {
    if (!this.options || !/^(send(?!chataction)|edit|copy|forward)/i.test(method)) return;
    const chat = Number(chatId);
    if (!Number.isFinite(chat)) return;
    const now = this.now();
    const sent = (this.#sent.get(chat) ?? []).filter((at) => now - at < MINUTE_MS);
    const waitMs = Math.max(this.#sinceLast(sent, now), this.#inGroup(chat, sent, now));
    if (waitMs > 0) {
      const retry_after = Math.ceil(waitMs / 1_000);
      throw new ApiError(429, `Too Many Requests: retry after ${retry_after}`, { retry_after });
    }
    sent.push(now);
    this.#sent.set(chat, sent);
  }

  #sinceLast(sent: readonly number[], now: number): number {
    const last = sent.at(-1);
    return last === undefined ? 0 : last + (this.options?.messageMs ?? 0) - now;
  }

  #inGroup(chat: number, sent: readonly number[], now: number): number {
    const most = this.options?.groupPerMinute;
    if (most === undefined || chat > 0 || sent.length < most) return 0;
    return (sent.at(-most) ?? now) + MINUTE_MS - now;
  }
}
