import type { Args, Context, Handlers } from './handler.js';

/** Bounds of getUpdates: 1–100 updates, and 50 seconds of waiting (Bot API server, on_get_updates). */
const MOST_UPDATES = 100;
const LONGEST_POLL_S = 50;

export const updateMethods = {
  async getUpdates({ backend, signal }: Context, args: Args<'getUpdates'>) {
    const { offset = 0, limit = MOST_UPDATES, timeout = 0, allowed_updates } = args;
    if (allowed_updates) backend.updates.allow(allowed_updates);
    return [
      ...(await backend.updates.poll({
        offset,
        limit: clamp(limit, 1, MOST_UPDATES),
        timeoutMs: clamp(timeout, 0, LONGEST_POLL_S) * 1_000,
        signal,
      })),
    ];
  },

  deleteWebhook({ backend }: Context, args: Args<'deleteWebhook'>) {
    if (args.drop_pending_updates) backend.updates.clear();
    return true as const;
  },
} satisfies Handlers;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
