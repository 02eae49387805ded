import type { IncomingMessage } from 'node:http';
import type { ApiResponse } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import type { Fault } from '../interface.js';
import type { MethodName } from '../methods/handler.js';
import { HANDLERS } from '../methods/registry.js';
import { notPlayed, Refusal } from '../refusal.js';
import { readArguments } from '../schema/arguments.js';
import { botApi } from '../schema/bot-api.js';
import type { CallLog } from './calls.js';
import type { Faults } from './faults.js';
import { type Parameters, readParameters } from './parameters.js';

export interface Dispatcher {
  readonly backend: Backend;
  readonly calls: CallLog;
  readonly faults: Faults;
}

/** What the HTTP server does with a call: answer it, or cut the connection. */
export type Verdict =
  | { readonly kind: 'response'; readonly response: ApiResponse<unknown> }
  | { readonly kind: 'cut' };

/** Methods as the Bot API spells them, by their name in lower case: callers need not mind the case. */
const NAMES: ReadonlyMap<string, MethodName> = new Map(
  Object.keys(botApi.methods).map((name) => [name.toLowerCase(), name as MethodName]),
);

/**
 * Decides a call: faults first, then the parameters, then the method itself.
 * @param signal aborted when the caller has gone
 */
export async function dispatch(
  { backend, calls, faults }: Dispatcher,
  request: IncomingMessage,
  url: { readonly method: string; readonly query: URLSearchParams },
  signal: AbortSignal,
): Promise<Verdict> {
  const at = backend.now();
  const fault = faults.take(url.method.toLowerCase());
  const payload: { given: Record<string, unknown> } = { given: {} };
  const response = await answered(async () => {
    const parameters = await readParameters(request, url.query);
    payload.given = shownPayload(parameters);
    await strike(fault);
    return carryOut(backend, url.method, parameters, signal);
  });
  const method = NAMES.get(url.method.toLowerCase()) ?? url.method;
  const record = { method, payload: payload.given, at, ms: backend.now() - at, response };
  calls.add(fault ? { ...record, fault: fault.kind } : record);
  return fault?.kind === 'drop' ? { kind: 'cut' } : { kind: 'response', response };
}

async function carryOut(
  backend: Backend,
  called: string,
  parameters: Parameters,
  signal: AbortSignal,
): Promise<unknown> {
  const name = NAMES.get(called.toLowerCase());
  const fields = name === undefined ? undefined : botApi.methods[name];
  if (name === undefined || !fields) throw new Refusal(404, 'Not Found: method not found');
  const args = readArguments(parameters, fields);
  const handle = HANDLERS[name];
  if (!handle) throw notPlayed(name);
  return handle({ backend, signal }, args as never);
}

async function answered(work: () => Promise<unknown>): Promise<ApiResponse<unknown>> {
  try {
    return { ok: true, result: await work() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, parameters } = error;
    return { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) };
  }
}

/** Does what the fault asks before the method is carried out. */
async function strike(fault: Fault | undefined): Promise<void> {
  switch (fault?.kind) {
    case 'flood':
      throw new Refusal(429, `Too Many Requests: retry after ${fault.retryAfter}`, {
        retry_after: fault.retryAfter,
      });
    case 'error':
      throw new Refusal(fault.code, fault.description ?? 'Internal Server Error');
    case 'conflict':
      throw new Refusal(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      );
    case 'drop':
      if (!fault.after) throw new Refusal(502, 'Bad Gateway');
      return;
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
  }
}

function shownPayload({ values, files }: Parameters): Record<string, unknown> {
  const uploads = [...files].map(([name, upload]) => [name, upload.toJSON()] as const);
  return Object.fromEntries([...values, ...uploads]);
}
