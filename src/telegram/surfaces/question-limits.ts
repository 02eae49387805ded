import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../context.js';
import type { Measures } from '../measuring/measures.js';
import { decline } from './decline.js';
import { MinuteCounts } from './minute-counts.js';
import { sharedChatOf, speakerOf, wantsReply } from './speaker.js';

/** How much is answered a minute. */
export interface Limits {
  /** To one person, or to a chat that somebody speaks as; 0: any number. */
  readonly perPerson: number;
  /** In one group or channel; 0: any number. */
  readonly perChat: number;
  /** Ids of users who are answered whatever they ask. */
  readonly exempt: ReadonlySet<number>;
}

/** Turning pages is no asking: a person taps through five clippings and back before the next question. */
const BUTTONS_A_QUESTION = 5;

/**
 * Passes on as much as may be answered within a minute. The first question beyond it meets a sentence, the others silence.
 * What is being typed inline is no question, and talk that does not turn to the bot is none either.
 * @param now milliseconds of a clock that never goes back
 */
export function limitQuestions(
  limits: Limits,
  measures: Measures,
  now?: () => number,
): MiddlewareFn<BotContext> {
  const questions = new Counters(limits, 1, now);
  const buttons = new Counters(limits, BUTTONS_A_QUESTION, now);
  return async (ctx, next) => {
    const speaker = speakerOf(ctx);
    if (speaker === undefined || limits.exempt.has(speaker) || !wantsReply(ctx)) return next();
    const counters = ctx.callbackQuery ? buttons : questions;
    const verdict = counters.add(speaker, sharedChatOf(ctx));
    if (verdict.kind === 'within') return next();
    measures.limited();
    const { person, chat } = ctx.locale.limits;
    await decline(ctx, verdict.isFirst ? { text: verdict.of === 'person' ? person : chat } : undefined);
  };
}

type Verdict =
  | { readonly kind: 'within' }
  /** `isFirst`: it is the first beyond the limit in this minute, the one that is told. */
  | { readonly kind: 'beyond'; readonly of: 'person' | 'chat'; readonly isFirst: boolean };

class Counters {
  readonly #people: MinuteCounts;
  readonly #chats: MinuteCounts;

  /** @param factor how many of these count as one question */
  constructor(
    private readonly limits: Limits,
    private readonly factor: number,
    now: (() => number) | undefined,
  ) {
    this.#people = new MinuteCounts(now);
    this.#chats = new MinuteCounts(now);
  }

  /** What somebody asks beyond their own limit does not count for their chat: one person silences no group. */
  add(speaker: number, chat: number | undefined): Verdict {
    const { perPerson, perChat } = this.limits;
    const byPerson = beyond(this.#people, speaker, perPerson * this.factor);
    // A group that has been told already is not told again for each of its people.
    const isQuiet = chat !== undefined && perChat > 0 && this.#chats.of(chat) > perChat * this.factor;
    if (byPerson > 0) return { kind: 'beyond', of: 'person', isFirst: byPerson === 1 && !isQuiet };
    const byChat = chat === undefined ? 0 : beyond(this.#chats, chat, perChat * this.factor);
    return byChat > 0 ? { kind: 'beyond', of: 'chat', isFirst: byChat === 1 } : { kind: 'within' };
  }
}

/** By how many this one is beyond the limit. */
function beyond(counts: MinuteCounts, id: number, limit: number): number {
  return limit === 0 ? 0 : counts.add(id) - limit;
}
