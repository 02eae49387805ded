import type { MiddlewareFn, Transformer } from 'grammy';
import type { BotContext } from '../context.js';
import type { UpdateKind } from '../updates/delivery.js';
import type { EndedCall, Measures } from './measures.js';

/** Counts each call that goes out, those that are repeated as well, so it has to be the innermost transformer. */
export function measuredCalls(measures: Measures): Transformer {
  return async (call, method, payload, signal) => {
    const begun = performance.now();
    const end = (outcome: EndedCall['outcome']): void =>
      measures.called({ method, outcome, seconds: (performance.now() - begun) / 1000 });
    try {
      const response = await call(method, payload, signal);
      end(response.ok ? 'ok' : `${response.error_code}`);
      return response;
    } catch (error) {
      // A poll that is ended because the bot stops has not failed.
      if (!(method === 'getUpdates' && signal?.aborted)) end('network');
      throw error;
    }
  };
}

/** Counts each update from its coming to its end, and the time to the first call that is made for it. */
export function measuredUpdates(measures: Measures): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const came = performance.now();
    measures.came(kindOf(ctx));
    let responded = false;
    // Each update has calls of its own, so that this one tells of no other.
    ctx.api.config.use((call, method, payload, signal) => {
      if (!responded) measures.responded((performance.now() - came) / 1000);
      responded = true;
      return call(method, payload, signal);
    });
    try {
      await next();
    } finally {
      measures.handled();
    }
  };
}

function kindOf({ update }: BotContext): UpdateKind {
  const { update_id: _, ...rest } = update;
  return (Object.keys(rest)[0] ?? 'message') as UpdateKind;
}
