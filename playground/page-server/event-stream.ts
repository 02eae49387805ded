import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EventLog } from '../event-log.js';
import type { PlaygroundEvent } from '../user-api.js';

/** Streams the event log to pages as server-sent events. */
export class EventStreams {
  readonly #events: EventLog;
  readonly #open = new Set<ServerResponse>();

  constructor(events: EventLog) {
    this.#events = events;
  }

  /**
   * Opens a stream. It begins after the event that the browser names in `Last-Event-ID`, or the page in `?after=`;
   * with neither, now. Where events between are no longer kept it begins with `reset`.
   */
  open(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const after = Number(
      request.headers['last-event-id'] ?? url.searchParams.get('after') ?? this.#events.seq,
    );
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    const missed = this.#events.since(after) ?? [{ type: 'reset' as const, seq: this.#events.seq }];
    for (const event of missed) write(response, event);
    const stop = this.#events.subscribe((event) => write(response, event));
    this.#open.add(response);
    response.on('close', () => {
      stop();
      this.#open.delete(response);
    });
  }

  close(): void {
    for (const response of this.#open) response.end();
  }
}

function write(response: ServerResponse, event: PlaygroundEvent): void {
  response.write(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
}
