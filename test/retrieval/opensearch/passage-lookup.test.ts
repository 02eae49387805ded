import { beforeEach, describe, expect, it } from 'vitest';
import type { Cluster, ClusterRequest } from '../../../src/retrieval/opensearch/cluster.js';
import { PassageLookup } from '../../../src/retrieval/opensearch/passage-lookup.js';
import type { StoredPassage } from '../../../src/retrieval/opensearch/stored-passage.js';

const stored = (id: string, article = 'a'): StoredPassage => ({
  id,
  article,
  start: 0,
  end: 9,
  lines: [1, 1],
});
const HELD = [stored('bridge'), stored('library'), stored('ferry')];

let asked: string[][];
let lookup: PassageLookup;
const cluster = {
  async ask({ body }: ClusterRequest) {
    const { ids } = body as { readonly ids: string[] };
    asked.push(ids);
    const docs = ids.map((id) => {
      const held = HELD.find((one) => one.id === id);
      return { _id: id, found: held !== undefined, ...(held && { _source: held }) };
    });
    return { status: 200, body: { docs } };
  },
} as unknown as Cluster;

beforeEach(() => {
  asked = [];
  lookup = new PassageLookup(cluster, 'notices.passages');
});

describe('passages by their ids', () => {
  it('are fetched in one request where they are asked for in the same turn', async () => {
    const got = await Promise.all(
      ['bridge', 'library', 'bridge', 'nothing'].map((id) => lookup.get(id, '1')),
    );
    expect(got).toEqual([HELD[0], HELD[1], HELD[0], undefined]);
    expect(asked).toEqual([['bridge', 'library', 'nothing']]);
    await lookup.get('ferry', '1');
    expect(asked.length).toBe(2);
  });

  it('are at hand where a search has found them, while the index stays as it was', async () => {
    lookup.found([HELD[0] as StoredPassage], '1');
    expect(await lookup.get('bridge', '1')).toEqual(HELD[0]);
    expect(asked).toEqual([]);
    lookup.found([stored('bridge', 'of another version')], '1');
    expect(await lookup.get('bridge', '2')).toEqual(HELD[0]);
    expect(asked).toEqual([['bridge']]);
  });

  it('are let go of, those first that were found longest ago', async () => {
    const found = Array.from({ length: 700 }, (_, i) => stored(i === 0 ? 'bridge' : `other ${i}`));
    lookup.found(found, '1');
    await lookup.get('other 699', '1');
    expect(asked).toEqual([]);
    await lookup.get('bridge', '1');
    expect(asked).toEqual([['bridge']]);
  });
});
