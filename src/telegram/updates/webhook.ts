import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Delivery, DeliveryOptions } from './delivery.js';
import { InFlight } from './in-flight.js';
import { bodyOf, isSecret, RequestRefused } from './webhook-request.js';

export interface WebhookOptions extends DeliveryOptions {
  /** The public address that the server is told to call. */
  readonly url: string;
  /** What proves that a caller is that server. */
  readonly secret: string;
  /** Where to listen; a proxy or tunnel in front of it makes the public address lead here. */
  readonly host: string;
  readonly port: number;
}

/** Thrown when nothing can listen where the settings say. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly exitCode = 2;

  constructor(host: string, port: number, code: string, options: ErrorOptions) {
    super(
      `The webhook cannot listen at ${host}, port ${port} (${code}).\n` +
        'Set HTTP_HOST to an address of this machine and HTTP_PORT to a free port above 1023.',
      options,
    );
  }
}

/** Thrown when the Bot API server does not accept the webhook's address. */
export class WebhookRefusedError extends Error {
  override readonly name = 'WebhookRefusedError';
  readonly exitCode = 2;

  constructor(description: string, options: ErrorOptions) {
    super(
      `The Bot API server does not accept WEBHOOK_URL (${description}).\n` +
        'It has to be a public https address on port 443, 80, 88 or 8443; without one, set BOT_MODE=polling.',
      options,
    );
  }
}

/**
 * Has the server bring updates to `url`. At the same port, `/healthz` tells that the process lives, `/readyz` that
 * it takes updates. When it stops, the webhook stays set: what comes meanwhile waits at the server.
 * @throws ListenError, WebhookRefusedError
 */
export async function startWebhook(options: WebhookOptions): Promise<Delivery> {
  const { api, url, secret, kinds } = options;
  const handling = new InFlight();
  let ready = false;
  const server = createServer((request, response) => {
    void answer(request, options, handling, () => ready).then(({ code, text }) => {
      response.writeHead(code, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
    });
  });
  await listen(server, options);
  const done = once(server, 'close').then(() => undefined);
  try {
    await api.setWebhook(url, { secret_token: secret, allowed_updates: kinds });
  } catch (error) {
    server.close();
    if (error instanceof GrammyError && error.error_code === 400) {
      throw new WebhookRefusedError(error.description, { cause: error });
    }
    throw error;
  }
  ready = true;
  return {
    done,
    async stop() {
      ready = false;
      server.close();
      await handling.settled();
      server.closeAllConnections();
      await done;
    },
  };
}

interface Answer {
  readonly code: number;
  readonly text: string;
}

async function answer(
  request: IncomingMessage,
  options: WebhookOptions,
  handling: InFlight,
  isReady: () => boolean,
): Promise<Answer> {
  const path = request.url?.replace(/[?#].*$/s, '') ?? '/';
  if (request.method === 'GET' && path === '/healthz') return { code: 200, text: 'ok' };
  if (request.method === 'GET' && path === '/readyz') {
    return isReady() ? { code: 200, text: 'ready' } : { code: 503, text: 'not ready' };
  }
  if (path !== new URL(options.url).pathname) return { code: 404, text: 'not found' };
  if (request.method !== 'POST') return { code: 405, text: 'method not allowed' };
  return take(request, options, handling);
}

/** Takes an update. The answer waits for it to be handled, so that the server brings the next of its chat after it. */
async function take(
  request: IncomingMessage,
  { secret, handle, log }: WebhookOptions,
  handling: InFlight,
): Promise<Answer> {
  if (!isSecret(request, secret)) return { code: 401, text: 'unauthorized' };
  try {
    await handling.track(handle((await bodyOf(request)) as Update));
    return { code: 200, text: '' };
  } catch (error) {
    if (error instanceof RequestRefused) return { code: error.code, text: error.message };
    // Handling notes its own failures, so this is a connection that broke; a repeat is welcome.
    log.warn({ err: error }, 'an update could not be taken');
    return { code: 500, text: 'internal error' };
  }
}

async function listen(server: Server, { host, port }: WebhookOptions): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new ListenError(host, port, code, { cause });
  }
}
