import { type IndexState, IndexUnavailableError, type PassageExchange } from '../passage-index.js';
import { FencedError } from './bulk.js';
import type { Cluster } from './cluster.js';
import { createVersion, fence, swing, versionNames, writingNames } from './fence.js';
import type { Lease } from './lease.js';
import { OpenSearchIndex } from './opensearch-index.js';
import type { IndexWriter, SharedIndexOptions } from './shared-index-options.js';
import { WantedPassages } from './wanted.js';

/** The holder's index, by the names that its epoch gives. */
interface Held {
  readonly epoch: number;
  readonly index: OpenSearchIndex;
}

/** What searches see of the index that is made. */
export interface SearchedIndex {
  readonly state: IndexState;
  /** Lets searches see what was changed. */
  refresh(): Promise<unknown>;
  /** Has what is known of the whole collection follow. */
  look(): Promise<void>;
}

/**
 * A process's part in making a shared index: it renews or takes the lease at every beat, and while it holds the lease it makes
 * the index as its files are. Changes, and what a new holder does, come one after the other; beats go on meanwhile.
 */
export class Holding {
  /** What the index is to hold, as the holder of an epoch says. */
  #wanted = new WantedPassages();
  #wantedBy: number | undefined;
  /** The epoch that the last beat gave, and what this process writes by; they differ while it gets ready. */
  #epoch: number | undefined;
  #held: Held | undefined;
  /** Whether the index is as `#wanted`. */
  #inStep = false;
  #timer: NodeJS.Timeout | undefined;
  #isClosing = false;
  #changed: Promise<void> = Promise.resolve();

  constructor(
    private readonly cluster: Cluster,
    private readonly lease: Lease,
    private readonly options: SharedIndexOptions,
    private readonly searched: SearchedIndex,
  ) {}

  /**
   * Beats now, and from then on as often as the lease wants.
   * @throws IndexUnavailableError, and then does not begin
   */
  async begin(): Promise<void> {
    await this.#beat();
    this.#beatLater();
  }

  /** Of this process's holding, if it is the writer. */
  get epoch(): number | undefined {
    return this.#held && this.#held.epoch === this.lease.epoch ? this.#held.epoch : undefined;
  }

  /** Resolves when what was begun is done, well or not. */
  get settled(): Promise<void> {
    return this.#changed;
  }

  /**
   * Changes the index, if this process is the writer; the changes are made when it resolves.
   * @param epoch of the holding that it is said in; absent: whichever this process is in
   * @throws FencedError where another is, DuplicatePassageError, IndexUnavailableError
   */
  update(exchange: PassageExchange, epoch?: number): Promise<void> {
    return this.#inTurn(() => this.#told(exchange, epoch ?? this.#wantedBy));
  }

  /** Ends, and leaves the lease as it is. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearTimeout(this.#timer);
    await this.#changed;
    await this.#held?.index.close();
  }

  async #told(exchange: PassageExchange, epoch: number | undefined): Promise<void> {
    // An exchange counts from what was said before in the same holding: in another it would be taken for all there is.
    if (epoch === undefined || epoch !== this.#wantedBy) throw new FencedError();
    const isFirst = !this.#wanted.isKnown;
    await this.#write(this.#wanted.note(exchange)).catch((error: unknown) => {
      // All that the files hold is noted, and made with a later beat.
      if (!isFirst || !(error instanceof IndexUnavailableError)) throw error;
      this.options.onError?.(error);
    });
  }

  #writer(epoch: number): IndexWriter {
    const { searched } = this;
    return {
      epoch,
      get state() {
        return searched.state;
      },
      update: (exchange) => this.update(exchange, epoch),
    };
  }

  async #write(exchange: PassageExchange): Promise<void> {
    if (!this.#held) return;
    try {
      if (this.#inStep) await this.#exchange(this.#held, exchange);
      else await this.#putRight(this.#held);
    } catch (error) {
      // Whether it still may write, and what was written, is found out with the next beat.
      this.#epoch = undefined;
      throw error;
    }
  }

  async #exchange({ index }: Held, exchange: PassageExchange): Promise<void> {
    this.#inStep = false;
    await index.update(exchange);
    await this.searched.refresh();
    this.#inStep = true;
  }

  /** Makes the index as the files are, and lets searches see it. */
  async #putRight({ epoch, index }: Held): Promise<void> {
    if (!this.#wanted.isKnown) return;
    await index.reconcile(this.#wanted.passages);
    await swing(this.cluster, this.cluster.setting.name, this.options.version, epoch);
    await this.searched.refresh();
    await this.searched.look();
    this.#inStep = true;
  }

  /** Renews or takes the lease; whoever has just taken it puts the index right. */
  async #beat(): Promise<void> {
    if (this.options.mayWrite === false) return;
    const epoch = await this.lease.beat();
    if (epoch === this.#epoch || this.#isClosing) return;
    this.#epoch = epoch;
    void this.#inTurn(() => this.#take(epoch)).catch((error: unknown) => {
      this.#epoch = undefined;
      this.options.onError?.(error);
    });
  }

  /** What comes with a lease that was taken, or lost. */
  async #take(epoch: number | undefined): Promise<void> {
    const { name } = this.cluster.setting;
    const { version, sizing, onWriting } = this.options;
    await this.#held?.index.close();
    this.#held = undefined;
    this.#inStep = false;
    if (epoch !== this.#wantedBy) this.#forget();
    if (epoch === undefined) return onWriting?.(undefined);
    await createVersion(this.cluster, name, version, sizing);
    await fence(this.cluster, name, version, epoch);
    // Another may have taken it meanwhile, and put up its own fence before this one.
    if ((await this.lease.beat()) !== epoch) return;
    const writing = writingNames(name, epoch);
    const index = await OpenSearchIndex.open(this.cluster, versionNames(name, version), {
      writing,
      lookMs: 0,
    });
    this.#held = { epoch, index };
    this.#wantedBy = epoch;
    onWriting?.(this.#writer(epoch));
    await this.#write({});
  }

  #forget(): void {
    this.#wanted = new WantedPassages();
    this.#wantedBy = undefined;
  }

  #beatLater(): void {
    if (this.#isClosing) return;
    this.#timer = setTimeout(async () => {
      await this.#beat().catch((error: unknown) => this.options.onError?.(error));
      this.#beatLater();
    }, this.lease.beatMs).unref();
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    const done = this.#changed.then(() => step());
    this.#changed = done.catch(() => {});
    return done;
  }
}
