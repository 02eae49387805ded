import type { Cluster } from './cluster.js';
import type { StoredPassage } from './stored-passage.js';

interface Found {
  readonly _id: string;
  readonly found?: boolean;
  readonly error?: object;
  readonly _source: StoredPassage;
}

type Fetched = Promise<ReadonlyMap<string, StoredPassage>>;

/** How many passages that were found last are at hand: those of some twenty questions. */
const MOST_AT_HAND = 640;

/**
 * Fetches passages by their ids. Of an index that has not changed since it was searched, what was found is at hand: an answer
 * asks for each of its passages once more, to check what it quotes. What is asked for in the same turn goes in one request.
 */
export class PassageLookup {
  /** What was found, those that were found last at the end, and the version of the index that held it. */
  readonly #atHand = new Map<string, StoredPassage>();
  #version = '';
  /** What the next request asks for, and what it will bring. */
  #next: { readonly ids: Set<string>; readonly fetched: Fetched } | undefined;

  constructor(
    readonly cluster: Pick<Cluster, 'ask'>,
    readonly passages: string,
  ) {}

  /** Notes what a search has found. @param version of the index when it began */
  found(passages: readonly StoredPassage[], version: string): void {
    this.#forgetOther(version);
    for (const passage of passages) {
      this.#atHand.delete(passage.id);
      this.#atHand.set(passage.id, passage);
    }
    for (const id of this.#atHand.keys()) {
      if (this.#atHand.size <= MOST_AT_HAND) return;
      this.#atHand.delete(id);
    }
  }

  /**
   * The passage of this id as it is stored; `undefined` where there is none.
   * @param version of the index as it was last seen
   * @throws IndexUnavailableError
   */
  async get(id: string, version: string): Promise<StoredPassage | undefined> {
    this.#forgetOther(version);
    const found = this.#atHand.get(id);
    if (found) return found;
    this.#next ??= this.#begin();
    const { ids, fetched } = this.#next;
    ids.add(id);
    return (await fetched).get(id);
  }

  #forgetOther(version: string): void {
    if (version === this.#version) return;
    this.#version = version;
    this.#atHand.clear();
  }

  #begin(): { readonly ids: Set<string>; readonly fetched: Fetched } {
    const ids = new Set<string>();
    const turn = new Promise<void>((resolve) => void setImmediate(resolve));
    const fetched = turn.then(() => {
      this.#next = undefined;
      return this.#fetch([...ids]);
    });
    return { ids, fetched };
  }

  async #fetch(ids: readonly string[]): Promise<ReadonlyMap<string, StoredPassage>> {
    const { body } = await this.cluster.ask<{ readonly docs: readonly Found[] }>({
      method: 'POST',
      path: `${this.passages}/_mget`,
      body: { ids },
      whole: ({ docs }: { docs: readonly Found[] }) => docs.every(({ error }) => error === undefined),
    });
    return new Map(body.docs.flatMap(({ _id, found, _source }) => (found === true ? [[_id, _source]] : [])));
  }
}
