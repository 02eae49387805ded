import { BoundedMap } from '../bounded-map.js';

/**
 * How long a query has to stand before it is searched for, in milliseconds. Telegram's apps send one when nothing was
 * typed for 400 ms (`kInlineBotRequestDelay` in Telegram Desktop), which whoever picks characters or thinks exceeds;
 * with this it makes 0.7 s, in which most have gone on if they mean to.
 */
export const PAUSE_MS = 300;

/** Users whose queries are followed at the same time. */
const USERS = 10_000;

/**
 * Tells which inline queries are outdated. Every stop in typing is a query of its own; once a newer one of the same user
 * has come, an answer to an older one would only get in its way.
 */
export class InlineDebounce {
  private readonly latest = new BoundedMap<number, { readonly update: number; readonly query: string }>(
    USERS,
  );

  /**
   * Notes a query.
   * @param update its `update_id`, which tells what came later
   * @returns whether, by the time of the call, the same user has typed something else
   */
  note(user: number, update: number, query: string): () => boolean {
    const before = this.latest.get(user);
    if (before === undefined || before.update < update) this.latest.set(user, { update, query });
    return () => {
      const now = this.latest.get(user);
      // The next batch of the same query does not make this one outdated.
      return now !== undefined && now.update > update && now.query !== query;
    };
  }
}
