import { ArticleShelf } from '../src/retrieval/opensearch/article-shelf.js';
import { Cluster } from '../src/retrieval/opensearch/cluster.js';
import {
  createVersion,
  fence,
  readingNames,
  swing,
  versionNames,
  writingNames,
} from '../src/retrieval/opensearch/fence.js';
import { OpenSearchArticles } from '../src/retrieval/opensearch/opensearch-articles.js';
import { OpenSearchIndex } from '../src/retrieval/opensearch/opensearch-index.js';

const [VERSION, EPOCH] = ['lab', 1] as const;
const SIZING = { shards: 2, replicas: 0 } as const;
/** A node that has just taken in a lot is slow, and how fast it is may be what is measured; milliseconds. */
const [ANSWER_MS, DISK_MS] = [30_000, 600_000];

/** An index that was made in a cluster to be measured: nobody else writes it, and it is taken out in the end. */
export class MadeIndex {
  private constructor(
    private readonly cluster: Cluster,
    readonly index: OpenSearchIndex,
    readonly articles: OpenSearchArticles,
  ) {}

  /**
   * Makes an index that holds nothing.
   * @param urls of nodes, separated by commas
   * @throws IndexUnavailableError
   */
  static async open(urls: string, name: string): Promise<MadeIndex> {
    const cluster = new Cluster({ urls: urls.split(','), name }, ANSWER_MS);
    await createVersion(cluster, name, VERSION, SIZING);
    await fence(cluster, name, VERSION, EPOCH);
    const shelf = new ArticleShelf(cluster, versionNames(name, VERSION).articles);
    const index = await OpenSearchIndex.open(cluster, versionNames(name, VERSION), {
      writing: writingNames(name, EPOCH),
      shelf,
      lookMs: 0,
    });
    await swing(cluster, name, VERSION, EPOCH);
    return new MadeIndex(cluster, index, OpenSearchArticles.of(cluster, readingNames(name).passages, shelf));
  }

  /** What it takes on disk, in megabytes (10^6 bytes), when all is written and merged as far as the engine sees fit. */
  async disk(): Promise<{ readonly passagesMb: number; readonly articlesMb: number }> {
    const { passages, articles } = readingNames(this.cluster.setting.name);
    return { passagesMb: await this.#stored(passages), articlesMb: await this.#stored(articles) };
  }

  async #stored(name: string): Promise<number> {
    await this.cluster.ask({ method: 'POST', path: `${name}/_flush`, ms: DISK_MS });
    const { body } = await this.cluster.ask<{
      readonly _all: { readonly total: { readonly store: { readonly size_in_bytes: number } } };
    }>({ method: 'GET', path: `${name}/_stats/store`, ms: DISK_MS });
    return Math.round(body._all.total.store.size_in_bytes / 1e6);
  }

  /** Takes it out of the cluster. */
  async close(): Promise<void> {
    const { passages, articles } = versionNames(this.cluster.setting.name, VERSION);
    await this.index.close();
    await this.cluster.ask({ method: 'DELETE', path: `${passages},${articles}`, ms: DISK_MS, accept: [404] });
    await this.cluster.close();
  }
}
