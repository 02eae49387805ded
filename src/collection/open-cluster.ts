import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Bilingual, BilingualError, quoted } from '../language/bilingual.js';
import {
  Claims,
  Cluster,
  ClusterRefusedError,
  type ClusterSetting,
  type IndexWriter,
  SharedIndex,
} from '../retrieval/opensearch.js';
import { IndexUnavailableError } from '../retrieval/passage-index.js';
import { indexVersion } from './snapshot/settings.js';

/** The cluster that is to hold the index cannot be asked. */
export class ClusterNotOpenedError extends BilingualError {
  override readonly name = 'ClusterNotOpenedError';
  readonly exitCode = 2;

  /** @param reason a clause, without secrets */
  constructor(reason: Bilingual, options?: ErrorOptions) {
    super(
      {
        en: `The index cannot be opened: ${reason.en}. Check INDEX_URL, INDEX_USER, INDEX_PASSWORD and INDEX_CA, and whether the cluster runs.`,
        zh: `打不开索引：${reason.zh}。请检查 INDEX_URL、INDEX_USER、INDEX_PASSWORD 和 INDEX_CA，以及集群是否在运行。`,
      },
      options,
    );
  }
}

/** A cluster that is started with the bot is ready after half a minute or a whole one; milliseconds. */
export const STARTING_MS = 120_000;
const AGAIN_MS = 2_000;

export interface OpenClusterOptions {
  readonly log?: Pick<Logger, 'info' | 'warn'> | undefined;
  /** How long the cluster is waited for, in milliseconds; default two minutes. */
  readonly startingMs?: number;
  /** Whether this process may become the writer; default yes. */
  readonly mayWrite?: boolean;
  /** Told when this process begins to write, and when it ends (`undefined`); see `SharedIndexOptions`. */
  readonly onWriting?: (writer: IndexWriter | undefined) => void;
}

/**
 * Opens the index of a collection in a cluster, which other processes may share. A cluster that does not answer yet is waited
 * for, one that refuses is not.
 * @throws ClusterNotOpenedError
 */
export async function openCluster(
  setting: ClusterSetting,
  { log, startingMs = STARTING_MS, mayWrite = true, onWriting }: OpenClusterOptions = {},
): Promise<SharedIndex> {
  const cluster = connect(setting);
  const tell = onceEach((reason) => log?.warn(`${reason}; it is tried again.`));
  try {
    return await whenItAnswers(startingMs, tell, () =>
      SharedIndex.open(cluster, {
        version: indexVersion(),
        mayWrite,
        onWriting(writer) {
          log?.info(
            { epoch: writer?.epoch },
            writer ? 'writing the index' : 'another process writes the index',
          );
          onWriting?.(writer);
        },
        onError: tell,
      }),
    );
  } catch (error) {
    await cluster.close();
    if (!(error instanceof IndexUnavailableError)) throw error;
    throw new ClusterNotOpenedError(error.reason, { cause: error });
  }
}

/** What the bots of one token know together of the updates that came to any of them. */
export interface SharedUpdateClaims {
  claim(update: number, waitMs: number): Promise<'mine' | 'settled' | 'elsewhere'>;
  settle(update: number): Promise<void>;
  /** Lets others have what is not settled. */
  close(): Promise<void>;
}

/**
 * @param bot id of the bot: several may share a collection
 * @throws ClusterNotOpenedError
 */
export async function openSharedUpdates(setting: ClusterSetting, bot: number): Promise<SharedUpdateClaims> {
  const cluster = connect(setting);
  try {
    const claims = await Claims.open(cluster, `${setting.name}.updates`);
    return {
      claim: (update, waitMs) => claims.claim(`${bot}-${update}`, waitMs),
      settle: (update) => claims.settle(`${bot}-${update}`),
      close: () => claims.close(),
    };
  } catch (error) {
    await cluster.close();
    if (!(error instanceof IndexUnavailableError)) throw error;
    throw new ClusterNotOpenedError(error.reason, { cause: error });
  }
}

async function whenItAnswers<T>(
  ms: number,
  tell: (error: unknown) => void,
  open: () => Promise<T>,
): Promise<T> {
  const until = performance.now() + ms;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      const mayPass = error instanceof IndexUnavailableError && !(error instanceof ClusterRefusedError);
      if (!mayPass || performance.now() + AGAIN_MS > until) throw error;
      tell(error);
    }
    await pause(AGAIN_MS);
  }
}

function connect(setting: ClusterSetting): Cluster {
  try {
    return new Cluster(setting);
  } catch (error) {
    throw new ClusterNotOpenedError(quoted((error as Error).message), { cause: error });
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
