import { Recent } from '../recent.js';

/** People whose typing is followed at the same time. */
const PEOPLE = 10_000;

/**
 * What each person is typing inline. Every keystroke is a query of its own; once a newer one has come, an answer to
 * an older one would only get in its way.
 */
export class Typing {
  private readonly latest = new Recent<number, { readonly update: number; readonly query: string }>(PEOPLE);

  /**
   * Notes a query.
   * @param update its `update_id`, which tells what came later
   * @returns whether, by the time of the call, the same person has typed something else
   */
  started(user: number, update: number, query: string): () => boolean {
    const before = this.latest.get(user);
    if (before === undefined || before.update < update) this.latest.set(user, { update, query });
    return () => {
      const now = this.latest.get(user);
      // The next page of the same query does not make this one outdated.
      return now !== undefined && now.update > update && now.query !== query;
    };
  }
}
