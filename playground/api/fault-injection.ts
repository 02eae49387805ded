import { ApiError, conflict } from '../api-error.js';
import { OTHER_POLLER } from '../delivery/update-queue.js';
import type { Fault, FaultOptions } from '../interface.js';

interface PlannedFault {
  readonly fault: Fault;
  readonly method: string | undefined;
  readonly chat: number | undefined;
  left: number;
}

/** The faults that were asked for and wait for a call that they hit. */
export class FaultInjector {
  #planned: PlannedFault[] = [];

  add(fault: Fault, { method, chat, times = 1 }: FaultOptions = {}): void {
    const only = method ?? (fault.kind === 'conflict' ? 'getUpdates' : undefined);
    this.#planned.push({ fault, method: only?.toLowerCase(), chat, left: times });
  }

  /** Forgets the faults that have hit nothing yet. */
  clear(): void {
    this.#planned = [];
  }

  /**
   * The fault that hits this call, if any.
   * @param method in any case
   * @param chat the call's `chat_id`, as it was given
   */
  take(method: string, chat: unknown): Fault | undefined {
    const called = method.toLowerCase();
    const plan = this.#planned.find(
      (one) =>
        (one.method ? one.method === called : called !== 'getupdates') &&
        (one.chat === undefined || String(one.chat) === String(chat)),
    );
    if (!plan) return undefined;
    plan.left -= 1;
    this.#planned = this.#planned.filter(({ left }) => left > 0);
    return plan.fault;
  }
}

/** Does what the fault asks before the call is carried out: refuses it, holds it up, or has it answered by nobody. */
export async function inject(fault: Fault): Promise<void> {
  switch (fault.kind) {
    case 'flood': {
      const { retryAfter } = fault;
      throw new ApiError(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
    }
    case 'error':
      throw new ApiError(fault.code, fault.description ?? 'Internal Server Error');
    case 'conflict':
      throw conflict(OTHER_POLLER);
    case 'drop':
      // Cut after the call: it is carried out first, and only its answer is lost.
      if (!fault.after) throw new ApiError(502, 'Bad Gateway');
      return;
    case 'hang':
    case 'drip':
    case 'reset':
    case 'html':
      throw new ApiError(502, 'Bad Gateway');
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
  }
}
