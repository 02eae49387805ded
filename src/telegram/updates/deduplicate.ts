import type { MiddlewareFn } from 'grammy';
import { BoundedMap } from '../bounded-map.js';
import type { BotContext } from '../context.js';

/** How many updates are remembered. Ten full batches of getUpdates: far more than can be on their way a second time. */
const REMEMBERED = 1000;

/** Passes each update on once: Telegram delivers at least once, and a second answer would be noise. */
export function deduplicate(): MiddlewareFn<BotContext> {
  const seen = new BoundedMap<number, true>(REMEMBERED);
  return async (ctx, next) => {
    const id = ctx.update.update_id;
    if (seen.has(id)) return;
    seen.set(id, true);
    await next();
  };
}
