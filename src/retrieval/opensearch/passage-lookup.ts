import type { Cluster } from './cluster.js';
import type { StoredPassage } from './stored-passage.js';

interface Found {
  readonly _id: string;
  readonly found?: boolean;
  readonly error?: object;
  readonly _source: StoredPassage;
}

type Fetched = Promise<ReadonlyMap<string, StoredPassage>>;

/**
 * Fetches passages by their ids. What is asked for in the same turn goes in one request: an answer asks for each of its
 * passages once more, to check what it quotes.
 */
export class PassageLookup {
  /** What the next request asks for, and what it will bring. */
  #next: { readonly ids: Set<string>; readonly fetched: Fetched } | undefined;

  constructor(
    readonly cluster: Cluster,
    readonly passages: string,
  ) {}

  /**
   * The passage of this id as it is stored; `undefined` where there is none.
   * @throws IndexUnavailableError
   */
  async get(id: string): Promise<StoredPassage | undefined> {
    this.#next ??= this.#begin();
    const { ids, fetched } = this.#next;
    ids.add(id);
    return (await fetched).get(id);
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
