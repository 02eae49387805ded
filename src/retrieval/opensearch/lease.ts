import { randomUUID } from 'node:crypto';
import type { Cluster } from './cluster.js';
import { createRecordIndex, type ReadRecord, readRecord, replaceRecord } from './lease-record.js';

export interface LeaseTimes {
  /** How long between two renewals, or two looks at another's, in milliseconds; default 2,000. */
  readonly beatMs: number;
  /** How long after the last renewal the holder still counts itself as such; default 8,000. */
  readonly heldMs: number;
  /** How long a record has to stay the same until another takes it; longer than `heldMs`; default 12,000. */
  readonly deadMs: number;
}

const TIMES: LeaseTimes = { beatMs: 2_000, heldMs: 8_000, deadMs: 12_000 };

/**
 * The right to write, which one process holds at a time: a document that its holder writes anew every few seconds, each
 * time on the condition that nobody else did. Clocks of machines are not compared: whoever waits goes by how long the
 * document stayed the same in its own time.
 *
 * A holder that was paused does not know it until it looks; what it writes then is kept off by the `Fence`.
 */
export class Lease {
  readonly #owner = randomUUID();
  readonly #times: LeaseTimes;
  /** What this process holds the lease by. */
  #mine: ReadRecord | undefined;
  /** When the last renewal that succeeded began. Time runs on while a process is paused. */
  #renewedAt = 0;
  /** Another's record, and since when it has been seen unchanged. */
  #seen: { readonly record: ReadRecord; readonly since: number } | undefined;

  /** One beat after the other: each names the record that the one before left. */
  #beating: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly cluster: Cluster,
    readonly index: string,
    times: Partial<LeaseTimes>,
  ) {
    this.#times = { ...TIMES, ...times };
  }

  /**
   * @param index that holds the record; made where it is missing
   * @throws IndexUnavailableError
   */
  static async open(cluster: Cluster, index: string, times: Partial<LeaseTimes> = {}): Promise<Lease> {
    await createRecordIndex(cluster, index);
    return new Lease(cluster, index, times);
  }

  /** The number of this holding, higher than all before; `undefined` while another holds it, or may. */
  get epoch(): number | undefined {
    const isFresh = performance.now() - this.#renewedAt < this.#times.heldMs;
    return isFresh ? this.#mine?.epoch : undefined;
  }

  get beatMs(): number {
    return this.#times.beatMs;
  }

  /**
   * Renews the lease, or takes it where nobody holds it any more; to be called every `beatMs`.
   * @returns the epoch where this process holds it now
   * @throws IndexUnavailableError
   */
  beat(): Promise<number | undefined> {
    const done = this.#beating.then(() => this.#beat());
    this.#beating = done.catch(() => {});
    return done;
  }

  async #beat(): Promise<number | undefined> {
    const began = performance.now();
    const mine = this.#mine ? await this.#renewed(this.#mine) : await this.#taken();
    this.#mine = mine;
    if (mine) this.#renewedAt = began;
    return mine?.epoch;
  }

  /**
   * Gives the lease back, so that another takes it at its next look.
   * @throws IndexUnavailableError
   */
  async release(): Promise<void> {
    await this.#beating;
    const mine = this.#mine;
    this.#mine = undefined;
    if (mine) await replaceRecord(this.cluster, this.index, mine, { ...mine, released: true });
  }

  #renewed(mine: ReadRecord): Promise<ReadRecord | undefined> {
    return replaceRecord(this.cluster, this.index, mine, mine);
  }

  async #taken(): Promise<ReadRecord | undefined> {
    const record = await readRecord(this.cluster, this.index);
    if (record && !this.#isFree(record)) return undefined;
    const epoch = (record?.epoch ?? 0) + 1;
    return replaceRecord(this.cluster, this.index, record, { owner: this.#owner, epoch, released: false });
  }

  #isFree(record: ReadRecord): boolean {
    const now = performance.now();
    const isSame = this.#seen?.record.sequence === record.sequence && this.#seen.record.term === record.term;
    if (!isSame) this.#seen = { record, since: now };
    return record.released || now - (this.#seen?.since ?? now) >= this.#times.deadMs;
  }
}
