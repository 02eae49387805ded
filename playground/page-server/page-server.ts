import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallLog } from '../api/call-log.js';
import type { Backend } from '../backend.js';
import { DemoChatsKeeper } from './demo-chats.js';
import { EventStreams } from './event-stream.js';
import { checkMachine, checkOrigin } from './origin-check.js';
import { giveFile, takeFile } from './sent-files.js';
import { stateOf } from './state.js';
import { serveAsset } from './static-files.js';
import { answerUserAction } from './user-actions.js';

/** What the HTTP server needs of the chat page. */
export interface PageServer {
  answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  /** Sets the questions that a page suggests to ask. */
  suggest(questions: readonly string[]): void;
  /** Ends the event streams. */
  close(): void;
}

/** Where the files are that were sent, by `file_id`. */
const FILES = '/playground/files/';

/**
 * The chat page and its endpoints; see user-api.ts for what they take and give.
 * @param forOthers whether they answer other machines
 */
export function createPageServer(backend: Backend, calls: CallLog, forOthers: boolean): PageServer {
  const streams = new EventStreams(backend.events);
  const demoChats = new DemoChatsKeeper(backend);
  let suggestions: readonly string[] = [];
  const state = () => {
    const { demo } = demoChats;
    return stateOf(backend, calls, { suggestions, ...(demo ? { demo } : {}) });
  };
  return {
    async answer(request, response, url) {
      const refused = checkOrigin(request) ?? (forOthers ? undefined : checkMachine(request));
      if (refused !== undefined) return reply(response, 403, { ok: false, error: refused });
      switch (`${request.method} ${url.pathname}`) {
        case 'GET /playground/state':
          return reply(response, 200, state());
        case 'GET /playground/events':
          return streams.open(request, response, url);
        case 'POST /playground/actions': {
          const answer = await answerUserAction(backend, demoChats, request);
          return reply(response, answer.ok ? 200 : 400, answer);
        }
        case 'POST /playground/files': {
          const answer = await takeFile(backend.files, request, url);
          return reply(response, answer.ok ? 200 : 400, answer);
        }
        default:
          if (request.method === 'GET' && url.pathname.startsWith(FILES))
            return giveFile(backend.files, response, url.pathname.slice(FILES.length));
          return serveAsset(request, response, url.pathname);
      }
    },
    suggest(questions) {
      suggestions = questions;
      backend.events.record({ type: 'suggestions', suggestions });
    },
    close: () => streams.close(),
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
