/**
 * Whose an update is: `mine`, to be handled here; `settled` by whichever bot, so that it need not come again; or under way
 * `elsewhere`, with another bot of the same token.
 */
export type Claim = 'mine' | 'settled' | 'elsewhere';

/**
 * What several bots of one token that stand behind a balancer know together of the updates that any of them was brought. A
 * port: an update that one of them was too slow for is brought again, to whichever comes next.
 */
export interface SharedUpdates {
  /**
   * Takes an update for this bot, unless another has it. One whose bot has died is this one's after a while.
   * @param waitMs how long another may be waited for that is handling it, in milliseconds
   * @throws Error when what the others know cannot be asked
   */
  claim(update: number, waitMs: number): Promise<Claim>;
  /**
   * Tells the others that an update of this bot is settled.
   * @throws Error when they cannot be told
   */
  settle(update: number): Promise<void>;
}

/** A bot that is the only one of its token. */
export const UNSHARED: SharedUpdates = {
  claim: async () => 'mine',
  settle: async () => {},
};
