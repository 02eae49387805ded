import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EventLog } from '../event-log.js';
import type { PlaygroundEvent } from '../user-api.js';

/**
 * Bytes that may wait for a page to read them: some thousand events. A page that reads less is cut off; when it comes back, it
 * goes on where it was, or begins anew.
 */
const MOST_UNREAD_BYTES = 1_048_576;
/** Streams at a time, each of which may hold so much: more pages than anybody has open. */
const MOST_STREAMS = 64;

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
    for (const event of missed) response.write(textOf(event));
    const stop = this.#events.subscribe((event) => {
      response.write(textOf(event));
      if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    });
    this.#open.add(response);
    response.on('close', () => {
      stop();
      this.#open.delete(response);
    });
    this.#cutOldest();
  }

  close(): void {
    for (const response of this.#open) response.end();
  }

  #cutOldest(): void {
    if (this.#open.size <= MOST_STREAMS) return;
    const [oldest] = this.#open;
    oldest?.destroy();
  }
}

function textOf(event: PlaygroundEvent): string {
  return `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
}
