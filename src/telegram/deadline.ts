import { HttpError } from 'grammy';

/** The signals that grammY takes are typed after a package that imitates Node's own; at run time it takes either. */
export type CallSignal = NonNullable<Parameters<import('grammy').Transformer>[3]>;

/**
 * Runs work that is given up after a time, whatever the network does: the signal is aborted, and the result no longer waited
 * for. Its timer is its own and keeps the process awake, since one inside an `AbortSignal` may be collected together with the
 * signal before it rings (`AbortSignal.any` with `AbortSignal.timeout`, Node 20).
 * @param ms milliseconds until the work is given up
 * @param work is handed the signal for its requests
 * @param stop aborted when the result is no longer wanted at all
 * @throws HttpError when the time is over or `stop` was aborted
 */
export async function within<T>(
  ms: number,
  work: (signal: CallSignal) => Promise<T>,
  stop?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  let giveUp = (): void => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => {
      controller.abort();
      reject(new HttpError(`no answer within ${ms} ms`, { type: 'aborted' }));
    };
  });
  const timer = setTimeout(giveUp, ms);
  stop?.addEventListener('abort', giveUp);
  try {
    if (stop?.aborted) giveUp();
    return await Promise.race([work(controller.signal as CallSignal), givenUp]);
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', giveUp);
  }
}

/** Resolves after so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
