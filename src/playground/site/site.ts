import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallLog } from '../api/calls.js';
import type { Backend } from '../backend.js';
import { performAct } from './act.js';
import { serveAsset } from './assets.js';
import { EventStreams } from './events.js';
import { checkOrigin } from './guard.js';
import { stateOf } from './state.js';

export interface SiteServer {
  answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  /** Ends the event streams. */
  close(): void;
}

/** The chat page and its three endpoints; see people.ts for what they take and give. */
export function createSite(backend: Backend, calls: CallLog): SiteServer {
  const streams = new EventStreams(backend.journal);
  return {
    async answer(request, response, url) {
      const refused = checkOrigin(request);
      if (refused !== undefined) return reply(response, 403, { ok: false, error: refused });
      switch (`${request.method} ${url.pathname}`) {
        case 'GET /playground/state':
          return reply(response, 200, stateOf(backend, calls));
        case 'GET /playground/events':
          return streams.open(request, response, url);
        case 'POST /playground/act': {
          const answer = await performAct(backend, request);
          return reply(response, answer.ok ? 200 : 400, answer);
        }
        default:
          return serveAsset(request, response, url.pathname);
      }
    },
    close: () => streams.close(),
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
