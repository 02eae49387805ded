import type { ResponseParameters } from '@grammyjs/types';

/** A call that the Bot API refuses: the response is `{ ok: false }` with this code and description. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  /**
   * @param code `error_code`, which is the HTTP status too
   * @param message `description`, in the Bot API's own words where it has some
   */
  constructor(
    readonly code: number,
    message: string,
    readonly parameters?: ResponseParameters,
  ) {
    super(message);
  }
}

/** 400 with the usual prefix. */
export const badRequest = (what: string): ApiError => new ApiError(400, `Bad Request: ${what}`);

/** 403 with the usual prefix. */
export const forbidden = (what: string): ApiError => new ApiError(403, `Forbidden: ${what}`);

/** 409 with the usual prefix. */
export const conflict = (what: string): ApiError => new ApiError(409, `Conflict: ${what}`);

/** 501: the Bot API can do it, this server cannot. It says so instead of playing it wrongly. */
export const notImplemented = (what: string): ApiError =>
  new ApiError(501, `Not Implemented: ${what} is not played by this local server`);
