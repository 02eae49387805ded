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

  /** The fault that strikes this call, if any. @param method in lower case */
  take(method: string): Fault | undefined {
    const armed = this.#armed.find((one) => (one.method ? one.method === method : method !== 'getupdates'));
    if (!armed) return undefined;
    armed.left -= 1;
    this.#armed = this.#armed.filter(({ left }) => left > 0);
    return armed.fault;
  }
}
