import type { ApiMethods, Opts } from '@grammyjs/types';
import type { FileParameter } from '../api/upload.js';
import type { Backend } from '../backend.js';

/** The methods as the types declare them, with files as this server reads them. */
export type Methods = ApiMethods<FileParameter>;
/** The name of a method, as the Bot API spells it. */
export type MethodName = keyof Methods;
/** The arguments of a method. */
export type Args<M extends MethodName> = Opts<FileParameter>[M];
/** What a method gives. */
export type Result<M extends MethodName> = ReturnType<Methods[M]>;

/** What a handler works with. */
export interface Context {
  readonly backend: Backend;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

/**
 * Carries a method out. The arguments have been held against the method's parameters; what else the Bot API checks
 * is the handler's to check. Throws `ApiError` for what the Bot API refuses.
 */
export type Handler<M extends MethodName> = (
  context: Context,
  args: Args<M>,
) => Result<M> | Promise<Result<M>>;

/** A family of methods. */
export type Handlers = { readonly [M in MethodName]?: Handler<M> };
