import { conflict, Refusal } from '../api-error.js';
import { OTHER_POLLER } from '../delivery/update-queue.js';
import type { Fault, FaultOptions } from '../interface.js';

interface Armed {
  readonly fault: Fault;
  readonly method: string | undefined;
  left: number;
}

/** The faults that wait for a call to strike. */
export class Faults {
  #armed: Armed[] = [];

  add(fault: Fault, { method, times = 1 }: FaultOptions = {}): void {
    const only = method ?? (fault.kind === 'conflict' ? 'getUpdates' : undefined);
    this.#armed.push({ fault, method: only?.toLowerCase(), left: times });
  }

  /**
   * The fault that strikes this call, if any.
   * @param method in any case
   */
  take(method: string): Fault | undefined {
    const called = method.toLowerCase();
    const armed = this.#armed.find((one) => (one.method ? one.method === called : called !== 'getupdates'));
    if (!armed) return undefined;
    armed.left -= 1;
    this.#armed = this.#armed.filter(({ left }) => left > 0);
    return armed.fault;
  }
}

/** Does what the fault asks before the call is carried out: refuses it, or holds it up. */
export async function strike(fault: Fault): Promise<void> {
  switch (fault.kind) {
    case 'flood': {
      const { retryAfter } = fault;
      throw new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
    }
    case 'error':
      throw new Refusal(fault.code, fault.description ?? 'Internal Server Error');
    case 'conflict':
      throw conflict(OTHER_POLLER);
    case 'drop':
      // Cut after the call: it is carried out first, and only its answer is lost.
      if (!fault.after) throw new Refusal(502, 'Bad Gateway');
      return;
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
  }
}
