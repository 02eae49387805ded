import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../context.js';
import { Recent } from '../recent.js';

/** Ten full batches of getUpdates: far more than can be on their way a second time. */
const REMEMBERED = 1000;

/** Passes each update on once: Telegram delivers at least once, and a second answer would be noise. */
export function once(): MiddlewareFn<BotContext> {
  const seen = new Recent<number, true>(REMEMBERED);
  return async (ctx, next) => {
    const id = ctx.update.update_id;
    if (seen.has(id)) return;
    seen.set(id, true);
    await next();
  };
}
