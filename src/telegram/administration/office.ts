import type { Logger } from 'pino';
import { type KeptFile, keptFile, onFaultOf } from '../../keeping/kept-files.js';
import { KeptMap } from '../../keeping/kept-map.js';
import type { Calendar } from './calendar.js';
import { DayCounts, parseDay } from './day-counts.js';
import type { Download } from './download.js';
import { type Channel, parseChannel } from './followed-channel.js';
import { Inbox } from './inbox.js';
import { Pause } from './pause.js';
import { RecentFailures } from './recent-failures.js';
import type { Shelf } from './shelf.js';
import { parseUnanswered, UnansweredQuestions } from './unanswered.js';

/** What administrators work with, as it is set up. */
export interface OfficeOptions {
  readonly adminIds: ReadonlySet<number>;
  readonly shelf: Shelf;
  /** Where counts and what was set by chat are kept; `undefined`: nowhere. */
  readonly dataDir: string | undefined;
  /** Whether questions without an answer are kept. */
  readonly keepsQuestions: boolean;
  readonly calendar: Calendar;
  readonly log: Logger;
}

/** What administrators work with. */
export interface Office {
  readonly adminIds: ReadonlySet<number>;
  readonly shelf: Shelf;
  readonly calendar: Calendar;
  readonly counts: DayCounts;
  /** Absent where no questions are kept. */
  readonly unanswered: UnansweredQuestions | undefined;
  readonly failures: RecentFailures;
  readonly pause: Pause;
  /** Absent where the collection is a single file. */
  readonly inbox: Inbox | undefined;
  /** Channels whose posts are taken in, by their ids. */
  readonly channels: KeptMap<Channel>;
  /** Aborted when the bot stops. */
  readonly stopped: AbortSignal;
  /** Resolves when all is on disk. */
  close(): Promise<void>;
}

/** What the calls for administrators need of the bot. */
export interface OfficeTools {
  readonly office: Office;
  readonly download: Download;
  /** Chats that have subscribed to alerts. */
  readonly subscribers: () => readonly number[];
}

/**
 * Opens what is kept for administrators.
 * @throws Error of `node:fs` when there is a file that cannot be read
 */
export async function openOffice(options: OfficeOptions): Promise<Office> {
  const { adminIds, shelf, dataDir, keepsQuestions, calendar, log } = options;
  const open = <T>(what: KeptFile, parse: (value: unknown) => T | undefined): Promise<KeptMap<T>> =>
    KeptMap.open(keptFile(dataDir, what), { parse, onFault: onFaultOf(what, log) });
  const counts = new DayCounts(await open('counts', parseDay), calendar);
  const unanswered = keepsQuestions
    ? new UnansweredQuestions(await open('unanswered', parseUnanswered), () => +calendar.now())
    : undefined;
  const switches = await open('switches', (value) => (value === true ? value : undefined));
  const channels = await open('channels', parseChannel);
  const stopping = new AbortController();
  return {
    adminIds,
    shelf,
    calendar,
    counts,
    unanswered,
    failures: new RecentFailures(() => +calendar.now()),
    pause: new Pause(switches),
    inbox: shelf.folder === undefined ? undefined : new Inbox(shelf.folder),
    channels,
    stopped: stopping.signal,
    async close() {
      stopping.abort();
      await Promise.all([counts.close(), unanswered?.close(), switches.settled(), channels.settled()]);
    },
  };
}
