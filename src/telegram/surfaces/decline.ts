import { send } from '../calls/send.js';
import type { BotContext } from '../context.js';
import { plainReply } from '../replies/reply.js';
import { guestResult } from './guest.js';

/** Seconds for which Telegram may repeat that nothing is answered inline. */
const INLINE_CACHE_S = 60;

/** What is said in place of an answer. */
export interface Refusal {
  /** At most 200 characters, as an alert bears. */
  readonly text: string;
  /** Above the inline results; absent: nothing. */
  readonly inline?: string;
  /** How long the inline results may be repeated, in seconds; default 60. */
  readonly inlineSeconds?: number;
}

/**
 * Says something in place of an answer, in the way of the surface that the update came by. Without anything to say, what
 * would go on spinning is ended, and all else meets silence.
 */
export async function decline(ctx: BotContext, refusal?: Refusal): Promise<void> {
  if (ctx.inlineQuery) {
    const button = refusal?.inline === undefined ? {} : { button: inlineButton(refusal.inline) };
    // What one person may not see says nothing of others.
    await ctx.answerInlineQuery([], {
      ...button,
      is_personal: true,
      cache_time: refusal?.inlineSeconds ?? INLINE_CACHE_S,
    });
  } else if (ctx.callbackQuery) {
    await ctx.answerCallbackQuery(refusal ? { text: refusal.text } : {});
  } else if (refusal && ctx.guestMessage) {
    await ctx.answerGuestQuery(guestResult(plainReply(refusal.text).message));
  } else if (refusal && ctx.message) {
    await send(ctx, plainReply(refusal.text), ctx.message.message_id);
  }
}

function inlineButton(text: string): { text: string; start_parameter: string } {
  return { text, start_parameter: 'start' };
}
