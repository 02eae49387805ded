import { BoundedMap } from '../bounded-map.js';

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

  /** Notes a query; once more does no harm. */
  note(user: number, update: number, query: string): void {
    const before = this.latest.get(user);
    if (before === undefined || before.update < update) this.latest.set(user, { update, query });
  }

  /** Whether the same user has typed something else since. */
  isOutdated(user: number, update: number, query: string): boolean {
    const now = this.latest.get(user);
    // The next batch of the same query does not make this one outdated.
    return now !== undefined && now.update > update && now.query !== query;
  }
}
