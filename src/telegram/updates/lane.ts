import type { Update } from 'grammy/types';

/** What every kind of update may tell of where it is from. */
interface Origin {
  readonly chat?: { readonly id: number };
  readonly from?: { readonly id: number };
  readonly message?: { readonly chat: { readonly id: number } };
}

/**
 * The chat whose updates go one after the other: the update's own, that of the message whose button was pressed, or else the
 * private chat of who it is from; `undefined` when it tells none of these.
 */
export function laneOf(update: Update): number | undefined {
  const { update_id: _, ...kinds } = update;
  for (const origin of Object.values(kinds) as Origin[]) {
    const lane = origin.chat?.id ?? origin.message?.chat.id ?? origin.from?.id;
    if (lane !== undefined) return lane;
  }
  return undefined;
}
