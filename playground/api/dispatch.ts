import type { ApiResponse } from '@grammyjs/types';
import { ApiError, notImplemented } from '../api-error.js';
import type { Backend } from '../backend.js';
import type { Fault } from '../interface.js';
import type { ChatPace } from '../limits/chat-pace.js';
import type { MethodName } from '../methods/handler.js';
import { IMPLEMENTED_METHODS } from '../methods/implemented.js';
import { readArguments } from '../schema/arguments.js';
import { botApi } from '../schema/bot-api.js';
import type { CallLog } from './call-log.js';
import { type FaultInjector, inject } from './fault-injection.js';
import type { Parameters } from './parameters.js';

/** What the HTTP server does with a call: answer it, or what the fault says. */
export interface CallOutcome {
  readonly response: ApiResponse<unknown>;
  readonly fault: Fault | undefined;
}

/** Methods as the Bot API spells them, by their name in lower case: callers need not mind the case. */
const NAMES: ReadonlyMap<string, MethodName> = new Map(
  Object.keys(botApi.methods).map((name) => [name.toLowerCase(), name as MethodName]),
);

/** Decides calls and notes them. */
export class Dispatcher {
  readonly #backend: Backend;
  readonly #calls: CallLog;
  readonly #faults: FaultInjector;
  readonly #pace: ChatPace;

  constructor(backend: Backend, calls: CallLog, faults: FaultInjector, pace: ChatPace) {
    this.#backend = backend;
    this.#calls = calls;
    this.#faults = faults;
    this.#pace = pace;
  }

  /**
   * Decides a call: a fault that waits for it comes first, then its parameters, then the method itself.
   * @param called the method's name as the caller spells it
   * @param read reads the parameters; an error of its own is an outcome too
   * @param signal aborted when the caller has gone
   */
  async call(called: string, read: () => Promise<Parameters>, signal: AbortSignal): Promise<CallOutcome> {
    const at = this.#backend.now();
    let fault: Fault | undefined;
    let payload = {};
    const response = await answered(async () => {
      const parameters = await read();
      payload = shownPayload(parameters);
      fault = this.#faults.take(called, parameters.values.get('chat_id'));
      if (fault) await inject(fault);
      return this.#carryOut(called, parameters, signal);
    });
    this.#note(called, payload, at, response, fault);
    return { response, fault };
  }

  /** Carries out what a webhook answered to an update. */
  followUp(called: string, parameters: Readonly<Record<string, unknown>>): void {
    const values = new Map(Object.entries(parameters));
    const read = async (): Promise<Parameters> => ({ values, files: new Map(), textual: false });
    // Nobody waits for the outcome, so nobody can go away.
    void this.call(called, read, new AbortController().signal);
  }

  async #carryOut(called: string, parameters: Parameters, signal: AbortSignal): Promise<unknown> {
    const name = NAMES.get(called.toLowerCase());
    const fields = name === undefined ? undefined : botApi.methods[name];
    if (name === undefined || !fields) throw new ApiError(404, 'Not Found: method not found');
    const args = readArguments(parameters, fields);
    const handle = IMPLEMENTED_METHODS[name];
    if (!handle) throw notImplemented(name);
    this.#pace.check(name, parameters.values.get('chat_id'));
    return handle({ backend: this.#backend, signal }, args as never);
  }

  #note(
    called: string,
    payload: Readonly<Record<string, unknown>>,
    at: number,
    response: ApiResponse<unknown>,
    fault: Fault | undefined,
  ): void {
    const method = NAMES.get(called.toLowerCase()) ?? called;
    const record = { method, payload, at, ms: this.#backend.now() - at, response };
    this.#calls.add(fault ? { ...record, fault: fault.kind } : record);
  }
}

async function answered(work: () => Promise<unknown>): Promise<ApiResponse<unknown>> {
  try {
    return { ok: true, result: await work() };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code, message, parameters } = error;
    return { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) };
  }
}

function shownPayload({ values, files }: Parameters): Record<string, unknown> {
  const uploads = [...files].map(([name, upload]) => [name, upload.toJSON()] as const);
  return Object.fromEntries([...values, ...uploads]);
}
