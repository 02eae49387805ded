import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sweep } from './claims-sweep.js';
import type { Cluster } from './cluster.js';
import { ALLOCATION_TRIES } from './definition.js';

export interface ClaimTimes {
  /** How long between two looks at another's claim, in milliseconds; default 500. */
  readonly lookMs: number;
  /** How long between two renewals of claims that take long, in milliseconds; default 2,000. */
  readonly beatMs: number;
  /** How long another's claim has to stay the same until its holder counts as dead; default 8,000. */
  readonly deadMs: number;
}

const TIMES: ClaimTimes = { lookMs: 500, beatMs: 2_000, deadMs: 8_000 };
/** Old claims are taken out as often, in milliseconds. */
const SWEEP_MS = 3_600_000;
/** Others' claims of which it is remembered since when they have been the same. */
const MOST_SEEN = 1_000;

/**
 * Every update is written twice or more, and somebody waits for the first. A claim that is lost, where the machines of both
 * copies lose their power at once, costs a second answer at most.
 */
const SETTINGS = {
  number_of_shards: 1,
  auto_expand_replicas: '0-1',
  refresh_interval: '60s',
  'translog.durability': 'async',
  ...ALLOCATION_TRIES,
};

interface Placed {
  readonly _seq_no: number;
  readonly _primary_term: number;
}

interface ClaimDocument {
  /** A name that a process gave itself. */
  readonly owner: string;
  readonly settled: boolean;
  /** When it was written, in milliseconds since 1970; tells only when it may be forgotten. */
  readonly at: number;
}

type Found = ClaimDocument & Placed;

/**
 * Which of several processes does a thing, and which things are done: a document each, under the thing's name. Whoever makes
 * the document has it. Claims of a process that has died stay the same, and are taken by the next that wants them; clocks of
 * machines are not compared.
 */
export class Claims {
  readonly #owner = randomUUID();
  readonly #times: ClaimTimes;
  /** What this process has and has not settled, with its place in the order of changes. */
  readonly #held = new Map<string, Placed>();
  /** Since when another's claim has been as it is, by its name, by `performance.now()`. */
  readonly #seen = new Map<string, { readonly place: string; readonly since: number }>();
  readonly #timers: readonly NodeJS.Timeout[];
  #closing: Promise<void> | undefined;

  private constructor(
    readonly cluster: Cluster,
    readonly index: string,
    times: Partial<ClaimTimes>,
  ) {
    this.#times = { ...TIMES, ...times };
    this.#timers = [
      setInterval(() => void this.#renew(), this.#times.beatMs).unref(),
      // What cannot be taken out now is the next time, or by another.
      setInterval(() => void sweep(cluster, index).catch(() => {}), SWEEP_MS).unref(),
    ];
  }

  /**
   * @param index that holds the claims; made where it is missing
   * @throws IndexUnavailableError
   */
  static async open(cluster: Cluster, index: string, times: Partial<ClaimTimes> = {}): Promise<Claims> {
    await cluster.ask({
      method: 'PUT',
      path: index,
      body: {
        settings: SETTINGS,
        mappings: {
          dynamic: 'strict',
          properties: { owner: { type: 'keyword' }, settled: { type: 'boolean' }, at: { type: 'date' } },
        },
      },
      ms: 30_000,
      accept: [400],
    });
    return new Claims(cluster, index, times);
  }

  /**
   * Takes a thing for this process, where no other has it.
   * @param waitMs how long another may be waited for that has it, in milliseconds
   * @returns `mine` to whoever is to do it, again too; `settled` where it is done
   * @throws IndexUnavailableError
   */
  async claim(name: string, waitMs: number): Promise<'mine' | 'settled' | 'elsewhere'> {
    const until = performance.now() + waitMs;
    for (;;) {
      if (this.#held.has(name) || (await this.#create(name))) return 'mine';
      const found = await this.#read(name);
      if (found?.settled) return 'settled';
      if (found && (await this.#isOurs(name, found))) return 'mine';
      if (performance.now() + this.#times.lookMs > until) return 'elsewhere';
      await pause(this.#times.lookMs);
    }
  }

  /**
   * Tells the others that a thing is done, whoever has it by now: another that took this process for dead, or nobody, where the
   * cluster could not be asked when it began.
   * @throws IndexUnavailableError
   */
  async settle(name: string): Promise<void> {
    this.#held.delete(name);
    await this.#put(name, { settled: true }, {});
  }

  /** Lets others have what is not done, and ends; again does no harm. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    const left = [...this.#held];
    this.#held.clear();
    // Where they cannot be given back, they run out.
    await Promise.allSettled(
      left.map(([name, place]) =>
        this.cluster.ask({
          method: 'DELETE',
          path: this.#path(name),
          query: conditionOf(place),
          accept: [404, 409],
        }),
      ),
    );
    await this.cluster.close();
  }

  async #create(name: string): Promise<boolean> {
    return this.#take(name, { op_type: 'create' });
  }

  /** Whether another's claim is this process's after all: of a request that was heard of late, or of a holder that is dead. */
  async #isOurs(name: string, found: Found): Promise<boolean> {
    if (found.owner === this.#owner) {
      this.#held.set(name, found);
      return true;
    }
    if (!this.#isDead(name, found)) return false;
    this.#seen.delete(name);
    return this.#take(name, conditionOf(found));
  }

  #isDead(name: string, { _seq_no, _primary_term }: Found): boolean {
    const [now, place] = [performance.now(), `${_primary_term}:${_seq_no}`];
    const seen = this.#seen.get(name);
    if (seen?.place === place) return now - seen.since >= this.#times.deadMs;
    this.#seen.set(name, { place, since: now });
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > MOST_SEEN && oldest !== undefined) this.#seen.delete(oldest);
    return false;
  }

  /** Whether the document could be written as this process's, under a condition. */
  async #take(name: string, condition: Readonly<Record<string, string | number>>): Promise<boolean> {
    const place = await this.#put(name, { settled: false }, condition);
    if (place) this.#held.set(name, place);
    return place !== undefined;
  }

  /** Writes anew what has taken longer than a beat, so that nobody takes this process for dead. */
  async #renew(): Promise<void> {
    await Promise.allSettled(
      [...this.#held].map(async ([name, place]) => {
        const renewed = await this.#put(name, { settled: false }, conditionOf(place));
        if (this.#held.get(name) !== place) return;
        // Another has it: this one was silent for too long.
        if (renewed) this.#held.set(name, renewed);
        else this.#held.delete(name);
      }),
    );
  }

  /** @returns the document's place; `undefined` where the condition does not hold */
  async #put(
    name: string,
    { settled }: Pick<ClaimDocument, 'settled'>,
    condition: Readonly<Record<string, string | number>>,
  ): Promise<Placed | undefined> {
    const { status, body } = await this.cluster.ask<Placed>({
      method: 'PUT',
      path: this.#path(name),
      query: condition,
      body: { owner: this.#owner, settled, at: Date.now() } satisfies ClaimDocument,
      accept: [409],
    });
    return status === 409 ? undefined : body;
  }

  async #read(name: string): Promise<Found | undefined> {
    const { status, body } = await this.cluster.ask<Placed & { readonly _source: ClaimDocument }>({
      method: 'GET',
      path: this.#path(name),
      accept: [404],
    });
    return status === 404 ? undefined : { ...body, ...body._source };
  }

  #path(name: string): string {
    return `${this.index}/_doc/${encodeURIComponent(name)}`;
  }
}

function conditionOf({ _seq_no, _primary_term }: Placed): Readonly<Record<string, number>> {
  return { if_seq_no: _seq_no, if_primary_term: _primary_term };
}
