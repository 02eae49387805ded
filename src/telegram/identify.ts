import { setTimeout as pause } from 'node:timers/promises';
import { Api, GrammyError, HttpError } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { asItIs, type Bilingual, BilingualError, quoted } from '../language/bilingual.js';
import { within } from './deadline.js';
import { type BotApiServer, clientOptions } from './server.js';

/** Milliseconds after which one getMe is given up, and those before each retry. */
const TIMEOUT_MS = 5_000;
const RETRY_DELAYS_MS = [300, 1_200];

/** Thrown when the Bot API server does not know the token. */
export class TokenRefusedError extends BilingualError {
  override readonly name = 'TokenRefusedError';
  readonly exitCode = 2;

  constructor(apiRoot: string, code: number, options: ErrorOptions) {
    super(
      {
        en:
          `The Bot API server at ${apiRoot} refuses BOT_TOKEN (${code}).\n` +
          'Open https://t.me/BotFather, send /mybots, choose the bot and “API Token”, and put the token into .env:\n' +
          '  BOT_TOKEN=123456789:AAE…',
        zh:
          `Bot API 服务器 ${apiRoot} 不认 BOT_TOKEN（${code}）。\n` +
          '请打开 https://t.me/BotFather，发送 /mybots，选中机器人，点“API Token”，把令牌写进 .env：\n' +
          '  BOT_TOKEN=123456789:AAE…',
      },
      options,
    );
  }
}

/** Thrown when the Bot API server cannot be reached or does not answer as one. */
export class ServerUnreachableError extends BilingualError {
  override readonly name = 'ServerUnreachableError';
  readonly exitCode = 1;

  /** @param reason in a few words that hold no address */
  constructor(apiRoot: string, reason: Bilingual, options: ErrorOptions) {
    super(
      {
        en:
          `The Bot API server at ${apiRoot} cannot be reached (${reason.en}).\n` +
          'Check the network, a firewall on the way, and BOT_API_ROOT. Where Telegram is blocked, set HTTPS_PROXY, such as ' +
          'http://127.0.0.1:7890, or BOT_API_ROOT to a Bot API server that can be reached. npm run doctor looks at the way there.',
        zh:
          `连不上 Bot API 服务器 ${apiRoot}（${reason.zh}）。\n` +
          '请检查网络、防火墙和 BOT_API_ROOT。如果当地不能直接访问 Telegram，请设置 HTTPS_PROXY，例如 http://127.0.0.1:7890，' +
          '或把 BOT_API_ROOT 设成能连上的 Bot API 服务器。运行 npm run doctor 可以检查问题出在哪里。',
      },
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
export function reasonOf(error: unknown): Bilingual {
  if (error instanceof GrammyError) {
    const { en, zh } = quoted(error.description);
    return { en: `${error.error_code}: ${en}`, zh: `${error.error_code}：${zh}` };
  }
  if (!(error instanceof HttpError)) return { en: 'unknown error', zh: '原因不明' };
  const { code, type } = error.error as { readonly code?: unknown; readonly type?: unknown };
  if (typeof code === 'string') return asItIs(code);
  if (type === 'aborted') return { en: 'no answer in time', zh: '迟迟没有回应' };
  return type === 'invalid-json'
    ? { en: 'what answers there is no Bot API server', zh: '回应的不是 Bot API 服务器' }
    : { en: 'network error', zh: '网络出错' };
}
