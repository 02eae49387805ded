import type { Logger } from 'pino';
import { Cluster, type ClusterSetting } from '../retrieval/opensearch/cluster.js';
import { SharedIndex } from '../retrieval/opensearch/shared-index.js';
import { IndexUnavailableError } from '../retrieval/passage-index.js';
import { indexVersion } from './snapshot/settings.js';

/** The cluster that is to hold the index cannot be asked. */
export class ClusterNotOpenedError extends Error {
  override readonly name = 'ClusterNotOpenedError';
  readonly exitCode = 2;

  /** @param reason a clause, without secrets */
  constructor(reason: string, options?: ErrorOptions) {
    super(
      `The index cannot be opened: ${reason}. Check INDEX_URL, INDEX_USER, INDEX_PASSWORD and INDEX_CA, and whether the cluster runs.`,
      options,
    );
  }
}

/**
 * Opens the index of a collection in a cluster, which other processes may share.
 * @throws ClusterNotOpenedError
 */
export async function openCluster(
  setting: ClusterSetting,
  log?: Pick<Logger, 'info' | 'warn'>,
): Promise<SharedIndex> {
  const cluster = connect(setting);
  try {
    return await SharedIndex.open(cluster, {
      version: indexVersion(),
      onWriting: (epoch) =>
        log?.info({ epoch }, epoch === undefined ? 'another process writes the index' : 'writing the index'),
      onError: onceEach((reason) => log?.warn(`${reason}; it is tried again.`)),
    });
  } catch (error) {
    await cluster.close();
    if (!(error instanceof IndexUnavailableError)) throw error;
    throw new ClusterNotOpenedError(error.message, { cause: error });
  }
}

function connect(setting: ClusterSetting): Cluster {
  try {
    return new Cluster(setting);
  } catch (error) {
    throw new ClusterNotOpenedError((error as Error).message, { cause: error });
  }
}

/** Tells a fault when it begins, and not again while it stays the same: the cluster is tried every few seconds. */
function onceEach(tell: (reason: string) => void): (error: unknown) => void {
  let last: string | undefined;
  return (error) => {
    const { message } = error as Error;
    if (message !== last) tell(message);
    last = message;
  };
}
