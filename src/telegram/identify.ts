import { setTimeout as pause } from 'node:timers/promises';
import { Api, GrammyError, HttpError } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { within } from './deadline.js';
import { type BotApiServer, clientOptions } from './server.js';

/** Milliseconds after which one getMe is given up, and those before each retry. */
const TIMEOUT_MS = 5_000;
const RETRY_DELAYS_MS = [300, 1_200];

/** Thrown when the Bot API server does not know the token. */
export class TokenRefusedError extends Error {
  override readonly name = 'TokenRefusedError';
  readonly exitCode = 2;

  constructor(apiRoot: string, code: number, options: ErrorOptions) {
    super(
      `The Bot API server at ${apiRoot} refuses BOT_TOKEN (${code}).\n` +
        'Open https://t.me/BotFather, send /mybots, choose the bot and “API Token”, and put the token into .env:\n' +
        '  BOT_TOKEN=123456789:AAE…',
      options,
    );
  }
}

/** Thrown when the Bot API server cannot be reached or does not answer as one. */
export class ServerUnreachableError extends Error {
  override readonly name = 'ServerUnreachableError';
  readonly exitCode = 1;

  constructor(apiRoot: string, reason: string, options: ErrorOptions) {
    super(
      `The Bot API server at ${apiRoot} cannot be reached (${reason}).\n` +
        'Check the network, a firewall on the way, and BOT_API_ROOT. Where Telegram is blocked, set HTTPS_PROXY, such as ' +
        'http://127.0.0.1:7890, or BOT_API_ROOT to a Bot API server that can be reached. npm run doctor looks at the way there.',
      options,
    );
  }
}

/**
 * Asks the server who the bot is, which also proves that address and token are right.
 * @throws TokenRefusedError when the token is not known there
 * @throws ServerUnreachableError when there is no such answer after a few tries within some seconds
 */
export async function identify(token: string, server: BotApiServer): Promise<UserFromGetMe> {
  const { apiRoot } = server;
  const api = new Api(token, clientOptions(server));
  for (const wait of [...RETRY_DELAYS_MS, undefined]) {
    try {
      return await within(TIMEOUT_MS, (signal) => api.getMe(signal));
    } catch (error) {
      // A token of the wrong form is not even routed: 404.
      if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
        throw new TokenRefusedError(apiRoot, error.error_code, { cause: error });
      }
      if (wait === undefined) throw new ServerUnreachableError(apiRoot, reasonOf(error), { cause: error });
      await pause(wait);
    }
  }
  throw new Error('unreachable: the last try returns or throws');
}

/** Why a call failed, in a few words that hold no address: grammY's inner errors name the token with it. */
export function reasonOf(error: unknown): string {
  if (error instanceof GrammyError) return `${error.error_code}: ${error.description}`;
  if (!(error instanceof HttpError)) return 'unknown error';
  const { code, type } = error.error as { readonly code?: unknown; readonly type?: unknown };
  if (typeof code === 'string') return code;
  if (type === 'aborted') return 'no answer in time';
  return type === 'invalid-json' ? 'what answers there is no Bot API server' : 'network error';
}
