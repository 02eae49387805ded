import { setImmediate as afterOtherWork, setTimeout as pause } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { within } from '../deadline.js';
import { reasonOf } from '../identify.js';
import { Confirmations } from './confirmations.js';
import { type Delivery, type DeliveryOptions, GRACE_MS } from './delivery.js';
import type { Intake } from './intake.js';
import type { KeptUpdates } from './kept-updates.js';
import { POLL_TIMES, Poller, type PollTimes } from './poll.js';

/**
 * A poll from the same offset within 0.5 s of the last brings one update only (Bot API server, process_get_updates_query),
 * so there is as long between two of them, and something to spare; in milliseconds.
 */
const SAME_OFFSET_MS = 550;
/** Between the beginnings of two polls, in milliseconds: where updates come in a stream, each poll brings several. */
const LEAST_MS = 40;
/**
 * So many updates that are not settled are passed over. With fewer, the first of them is settled soon, and the next poll with
 * it; with more, whoever comes next would wait half a second for a poll, again and again.
 */
const MANY = 4;
/** Where a poll brings so many updates, however few are unsettled, more would come in half a second than the next poll brings. */
const CROWD = 10;
/** So many updates may be passed over before they are settled; with more, no new ones are fetched. */
const MOST_HELD = 2_000;
/** How long the last word to the server may take, in milliseconds. */
const FAREWELL_MS = 1_000;

/** What polling works with. */
export interface PollingOptions extends DeliveryOptions {
  /** Named in errors. */
  readonly apiRoot: string;
  /** Where it is noted what the server holds although it is settled, and what it does not hold although it is not. */
  readonly kept: KeptUpdates;
  readonly times?: Partial<PollTimes>;
}

/**
 * Polls for updates and has them handled. An update is confirmed only when it is settled, so that none is lost when the
 * process ends, however it ends; `done` rejects only with `TokenRefusedError` or `ConflictError`.
 */
export async function startPolling(options: PollingOptions): Promise<Delivery> {
  const { api, intake, log, kept } = options;
  await withoutWebhook(api, log);
  const poller = new Poller({ ...options, times: { ...POLL_TIMES, ...options.times } });
  const polling = new Polling(poller, intake, kept, log);
  const stopped = new AbortController();
  const done = polling.run(stopped.signal);
  return {
    done,
    async stop() {
      stopped.abort();
      await intake.close(GRACE_MS);
      await polling.farewell();
    },
  };
}

/** A webhook left from another mode would keep the updates to itself. If it stays, polling will say so. */
async function withoutWebhook(api: Api, log: Logger): Promise<void> {
  try {
    await api.deleteWebhook();
  } catch (error) {
    log.warn({ reason: reasonOf(error).en }, 'could not make sure that no webhook is set');
  }
}

/** The rhythm of polling: from which offset, and when. */
class Polling {
  readonly #confirmations = new Confirmations();
  /** The offset of the last poll, and when it began. */
  #polled = { offset: -1, at: Number.NEGATIVE_INFINITY };
  #isPassingOver = false;

  constructor(
    private readonly poller: Poller,
    private readonly intake: Intake,
    private readonly kept: KeptUpdates,
    private readonly log: Logger,
  ) {}

  async run(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      const { offset, at } = this.#polled;
      await pause(Math.max(0, at + LEAST_MS - performance.now()), undefined, { signal: stopped }).catch(
        () => {},
      );
      await this.#confirmations.moved(offset, at + SAME_OFFSET_MS - performance.now());
      if (stopped.aborted) return;
      const next = this.#confirmations.offset;
      this.#polled = { offset: next, at: performance.now() };
      const batch = await this.poller.fetch(next, stopped);
      this.kept.settled.forgetBefore(next);
      this.#take(batch);
    }
  }

  /** Tells the server what need not come again, and leaves a note of what it still holds. */
  async farewell(): Promise<void> {
    const { offset } = this.#confirmations;
    await this.kept.settled.settled();
    if (offset === this.#polled.offset || offset === 0) return;
    try {
      await within(FAREWELL_MS, () => this.poller.poll(offset, 1, 0));
    } catch (error) {
      this.log.debug({ reason: reasonOf(error).en }, 'the last updates could not be confirmed');
    }
  }

  /**
   * Hands updates in. Those that are not settled come again with every poll, and all that came after them, and such polls may not
   * be many; so where there are many, they are confirmed all the same.
   */
  #take(batch: readonly Update[]): void {
    for (const update of batch) this.#handIn(update);
    void this.#passOverMany(batch.length >= CROWD);
  }

  async #passOverMany(isCrowded: boolean): Promise<void> {
    // What is settled at once is settled by then.
    await afterOtherWork();
    const isMany = isCrowded || this.#confirmations.size >= MANY;
    if (isMany && this.intake.size < MOST_HELD && !this.#isPassingOver) await this.#passOver();
  }

  /**
   * Confirms what is not settled once it is on disk; where the disk does not take it, only the first that are held up by something
   * outside. However long the disk takes, polling goes on.
   */
  async #passOver(): Promise<void> {
    this.#isPassingOver = true;
    const open = this.#confirmations.first(() => true);
    const isKept = open.length > 0 && (await this.kept.waiting.add(open));
    const over = isKept ? open : this.#confirmations.first((id) => this.intake.isHeldUp(id));
    this.#confirmations.passOver(over);
    this.#isPassingOver = false;
  }

  #handIn(update: Update): void {
    const { update_id: id } = update;
    const { isNew, settled } = this.intake.take(update);
    // One that was settled by an earlier run is new to the confirmations all the same.
    if (!isNew && !this.#confirmations.isAhead(id)) return;
    this.#confirmations.received(update);
    void settled.then(() => {
      this.kept.settled.add(id);
      this.kept.waiting.remove(id);
      this.#confirmations.settled(id);
    });
  }
}
