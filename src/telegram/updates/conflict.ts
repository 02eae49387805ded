import { BilingualError } from '../../language/bilingual.js';

/** Thrown when somebody else takes the updates: another poller, or a webhook. */
export class ConflictError extends BilingualError {
  override readonly name = 'ConflictError';
  readonly exitCode = 1;

  /** @param description the server's own words */
  constructor(description: string, options: ErrorOptions) {
    super(
      {
        en:
          `Somebody else receives this bot’s updates (409: ${description}).\n` +
          'Stop the other process that runs with the same BOT_TOKEN, or remove the webhook that it has set; if you know ' +
          'of none, revoke the token at https://t.me/BotFather (/revoke) and use the new one.',
        zh:
          `另有程序在接收这个机器人的消息（409：“${description}”）。\n` +
          '请停掉用同一个 BOT_TOKEN 运行的另一个进程，或取消它登记的 webhook；如果不知道是谁，' +
          '请到 https://t.me/BotFather 发送 /revoke 作废令牌，换用新的。',
      },
      options,
    );
  }
}

/** Conflicts further apart than this have nothing to do with each other, in milliseconds. */
const APART_MS = 60_000;

/**
 * Tells a rival that stays from one that goes: during a restart the old process may poll a moment longer, and a deployment
 * that replaces one by another may take a minute. Two bots that stay take polls from each other in turn, so that one that
 * succeeds between them proves nothing.
 */
export class Rivalry {
  #since: number | undefined;
  #last = 0;

  /** @param lastsMs a conflict that has gone on for so long, in milliseconds, is one that stays */
  constructor(private readonly lastsMs: number) {}

  /**
   * Notes a conflict.
   * @returns whether it stays
   */
  met(now = performance.now()): boolean {
    if (this.#since === undefined || now - this.#last > APART_MS) this.#since = now;
    this.#last = now;
    return now - this.#since >= this.lastsMs;
  }
}
