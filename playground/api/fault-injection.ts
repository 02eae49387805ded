import { ApiError, conflict } from '../api-error.js';
import { OTHER_POLLER } from '../delivery/update-queue.js';
import type { Fault, FaultOptions } from '../interface.js';

interface PlannedFault {
  readonly fault: Fault;
  readonly method: string | undefined;
  left: number;
}

/** The faults that were asked for and wait for a call that they hit. */
export class FaultInjector {
  #planned: PlannedFault[] = [];

  add(fault: Fault, { method, times = 1 }: FaultOptions = {}): void {
    const only = method ?? (fault.kind === 'conflict' ? 'getUpdates' : undefined);
    this.#planned.push({ fault, method: only?.toLowerCase(), left: times });
  }

  /**
   * The fault that hits this call, if any.
   * @param method in any case
   */
  take(method: string): Fault | undefined {
    const called = method.toLowerCase();
    const plan = this.#planned.find((one) => (one.method ? one.method === called : called !== 'getupdates'));
    if (!plan) return undefined;
    plan.left -= 1;
    this.#planned = this.#planned.filter(({ left }) => left > 0);
    return plan.fault;
  }
}

/** Does what the fault asks before the call is carried out: refuses it, or holds it up. */
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
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
  }
}
