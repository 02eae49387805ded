import type { Cluster } from './cluster.js';
import { isWhole } from './looks.js';

/** Twice as long as Telegram keeps an update: https://core.telegram.org/bots/api#getting-updates */
const KEPT = 'now-48h';
/** Taken out at once. */
const PAGE = 5_000;
const SWEEP_MS = 20_000;

interface Old {
  readonly hits: { readonly hits: readonly { readonly _id: string }[] };
}

/**
 * Takes out claims that nobody will ask for any more. Any process may, and several at the same time.
 * @throws IndexUnavailableError
 */
export async function sweep(cluster: Cluster, index: string): Promise<void> {
  for (;;) {
    const { body } = await cluster.ask<Old>({
      method: 'POST',
      path: `${index}/_search`,
      query: { allow_partial_search_results: false },
      body: { size: PAGE, _source: false, query: { range: { at: { lt: KEPT } } } },
      ms: SWEEP_MS,
      whole: isWhole,
    });
    const { hits } = body.hits;
    if (hits.length === 0) return;
    await cluster.ask({
      method: 'POST',
      path: `${index}/_bulk`,
      query: { refresh: true },
      lines: hits.map(({ _id }) => ({ delete: { _id } })),
      ms: SWEEP_MS,
    });
  }
}
