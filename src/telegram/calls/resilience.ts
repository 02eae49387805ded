import { autoRetry } from '@grammyjs/auto-retry';
import { HttpError, type Transformer } from 'grammy';

/** Retries of a call that met 429 or a 5xx, and the longest `retry_after` that is obeyed, in seconds. */
const RETRIES = 3;
const MAX_DELAY_S = 20;
/** A call with all its retries takes no longer than this; auto-retry by itself sets network errors no bound. */
const CALL_MS = 30_000;

/**
 * Calls that are not retried: polling and the first getMe have their own ways of waiting, and an inline answer
 * that is late is worth nothing.
 */
const NOT_RETRIED: ReadonlySet<string> = new Set(['getUpdates', 'getMe', 'answerInlineQuery']);

/** grammY types signals after a package that imitates Node's own; at run time it takes either. */
type CallSignal = NonNullable<Parameters<Transformer>[3]>;

/** Retries calls that failed for a passing reason, within bounds. */
export function retrying(): Transformer {
  const retry = autoRetry({ maxRetryAttempts: RETRIES, maxDelaySeconds: MAX_DELAY_S });
  return async (call, method, payload, signal) => {
    if (NOT_RETRIED.has(method)) return call(method, payload, signal);
    const deadline = AbortSignal.timeout(CALL_MS);
    try {
      return await retry(call, method, payload, signal ?? (deadline as CallSignal));
    } catch (error) {
      // A wait that was cut short throws a plain error; to callers it is a network failure like others.
      if (!deadline.aborted || error instanceof HttpError) throw error;
      throw new HttpError(`'${method}' was given up after ${CALL_MS} ms`, error);
    }
  };
}

/**
 * Sends again to the supergroup that a group has become. Messages are numbered anew there, so what refers to the
 * old ones goes.
 */
export function followingMigration(): Transformer {
  return async (call, method, payload, signal) => {
    const response = await call(method, payload, signal);
    const moved = response.ok ? undefined : response.parameters?.migrate_to_chat_id;
    if (moved === undefined || !('chat_id' in payload)) return response;
    const { reply_parameters: _, message_thread_id: __, ...rest } = payload as Record<string, unknown>;
    return call(method, { ...rest, chat_id: moved } as unknown as typeof payload, signal);
  };
}
