import type { Bilingual } from '../../language/bilingual.js';
import { IndexUnavailableError } from '../passage-index.js';
import type { Cluster } from './cluster.js';

/** In how many texts and titles a term stands. */
export interface Standing {
  readonly text: number;
  readonly title: number;
}

/** An index, and for each of its shards a value that leads there. */
interface Shards {
  readonly index: string;
  readonly routings: readonly string[];
}

type Terms = Readonly<Record<string, { readonly doc_freq?: number }>>;

interface Vectors {
  readonly _index: string;
  readonly error?: unknown;
  readonly term_vectors?: Readonly<Record<'text' | 'title', { readonly terms: Terms } | undefined>>;
}

const CHANGES: Bilingual = { en: 'its shards are being changed', zh: '分片正在变动' };
/** Values that are tried until each shard has one, for each shard: by chance alone none goes without. */
const TRIED_EACH = 40;
const FIELDS = ['text', 'title'] as const;

/**
 * What the dictionaries of an index's shards say of terms: an answer takes as long however many passages there are. A
 * passage that was deleted counts until its shard has cleared it away.
 */
export class Dictionaries {
  #shards: Shards | undefined;

  /** @param passages index or alias */
  constructor(
    private readonly cluster: Cluster,
    private readonly passages: string,
  ) {}

  /**
   * In how many texts and titles each term stands.
   * @param tokens as the index holds them
   * @throws IndexUnavailableError also where not every shard can be asked
   */
  async standings(tokens: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    this.#shards ??= await this.#findShards();
    const told = await this.#ask(tokens, this.#shards);
    if (told) return summed(tokens, told);
    // The alias leads to another index since.
    this.#shards = await this.#findShards();
    const again = await this.#ask(tokens, this.#shards);
    if (!again) throw new IndexUnavailableError(CHANGES);
    return summed(tokens, again);
  }

  /** A document that is in no index is asked about at each shard; `undefined` where another index answers. */
  async #ask(
    tokens: readonly string[],
    { index, routings }: Shards,
  ): Promise<readonly Vectors[] | undefined> {
    const all = tokens.join(' ');
    const about = {
      _index: this.passages,
      doc: { text: all, title: all },
      fields: FIELDS,
      term_statistics: true,
      field_statistics: false,
      positions: false,
      offsets: false,
      payloads: false,
    };
    const { body } = await this.cluster.ask<{ readonly docs: readonly Vectors[] }>({
      method: 'POST',
      path: '_mtermvectors',
      query: { filter_path: 'docs._index,docs.error,docs.term_vectors.*.terms.*.doc_freq' },
      body: { docs: routings.map((routing) => ({ ...about, routing })) },
      whole: ({ docs = [] }: { docs?: readonly Vectors[] }) =>
        docs.length === routings.length && docs.every(({ error }) => error === undefined),
    });
    return body.docs.every(({ _index }) => _index === index) ? body.docs : undefined;
  }

  async #findShards(): Promise<Shards> {
    const { body } = await this.cluster.ask<{
      readonly shards: readonly (readonly { readonly index: string; readonly shard: number }[])[];
    }>({ method: 'GET', path: `${this.passages}/_search_shards` });
    const index = body.shards[0]?.[0]?.index ?? this.passages;
    const routings = new Map<number, string>();
    const count = body.shards.length;
    for (let value = 0; routings.size < count && value < count * TRIED_EACH; value++) {
      const at = await this.#shardOf(`${value}`);
      if (at !== undefined && !routings.has(at)) routings.set(at, `${value}`);
    }
    if (routings.size < count) throw new IndexUnavailableError(CHANGES);
    return { index, routings: [...routings.values()] };
  }

  async #shardOf(routing: string): Promise<number | undefined> {
    const { body } = await this.cluster.ask<{
      readonly shards: readonly (readonly { readonly shard: number }[])[];
    }>({ method: 'GET', path: `${this.passages}/_search_shards`, query: { routing } });
    return body.shards[0]?.[0]?.shard;
  }
}

function summed(tokens: readonly string[], told: readonly Vectors[]): ReadonlyMap<string, Standing> {
  const sum = (field: 'text' | 'title', token: string): number =>
    told.reduce((all, { term_vectors: of }) => all + (of?.[field]?.terms[token]?.doc_freq ?? 0), 0);
  return new Map(tokens.map((token) => [token, { text: sum('text', token), title: sum('title', token) }]));
}
