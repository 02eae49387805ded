import type { ServerResponse } from 'node:http';
import type { Fault } from '../interface.js';

/** Milliseconds between two bytes of an answer that never ends. */
const DRIP_MS = 200;

/** What a proxy in front of a server that is down answers. */
const PAGE =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n';

/**
 * Answers as a network in trouble would.
 * @returns whether the fault is one of those; any other call is to be answered as usual
 */
export function answerFaultily(fault: Fault | undefined, response: ServerResponse): boolean {
  switch (fault?.kind) {
    case 'drop':
      response.socket?.destroy();
      return true;
    case 'reset':
      response.socket?.resetAndDestroy();
      return true;
    case 'hang':
      return true;
    case 'drip':
      drip(response);
      return true;
    case 'html':
      response.writeHead(502, { 'content-type': 'text/html' }).end(PAGE);
      return true;
    default:
      return false;
  }
}

/** A byte of white space at a time, which any reader of JSON waits through. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), DRIP_MS);
  response.on('close', () => clearInterval(timer));
}
