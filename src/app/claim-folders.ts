import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { type Claim, claimFolder, type Holder } from '../keeping/folder-lock.js';
import { BilingualError } from '../language/bilingual.js';
import type { Config } from './config.js';

/** Thrown when another process keeps its records in DATA_DIR: of two that write there, each loses what the other wrote. */
export class DataInUseError extends BilingualError {
  override readonly name = 'DataInUseError';
  readonly exitCode = 2;

  constructor(
    readonly path: string,
    holder: Holder | undefined,
  ) {
    super({
      en:
        `DATA_DIR: another Jianbao keeps its records in "${path}"${told(holder)}.\n` +
        'Stop that one first, or give this one a folder of its own: DATA_DIR=another-folder (empty: nothing is kept).',
      zh:
        `DATA_DIR：另一个剪报正把记录存在“${path}”${toldInChinese(holder)}。\n` +
        '请先停掉那一个，或给这一个另设文件夹：DATA_DIR=另一个文件夹（留空则什么都不保存）。',
    });
  }
}

/** The folders of this process, taken for it alone. */
export interface ClaimedFolders {
  /** The settings, less a folder that cannot be had. */
  readonly config: Config;
  /** Whether the index may be written to `indexCacheDir`, and not only read from there. */
  readonly keepsIndex: boolean;
  /** Lets others have them. */
  release(): Promise<void>;
}

/**
 * Takes DATA_DIR and INDEX_CACHE_DIR for this process. A second process goes on without writing the index, which is
 * only a copy; records cannot be shared, so it does not start, save on the chat page, where it keeps none.
 * @throws DataInUseError
 */
export async function claimFolders(config: Config, log: Pick<Logger, 'warn'>): Promise<ClaimedFolders> {
  const { dataDir, indexCacheDir } = config;
  const isOne =
    dataDir !== undefined && indexCacheDir !== undefined && resolve(dataDir) === resolve(indexCacheDir);
  const data = await claimed(dataDir);
  const index = isOne ? data : await claimed(indexCacheDir);
  const release = async (): Promise<void> => {
    for (const claim of [data, index]) if (claim?.kind === 'held') await claim.release();
  };
  if (dataDir !== undefined && data?.kind === 'taken' && config.botToken !== undefined) {
    await release();
    throw new DataInUseError(dataDir, data.holder);
  }
  if (data?.kind === 'taken')
    log.warn(`Another Jianbao uses ${dataDir}${told(data.holder)}; this one keeps no records.`);
  if (index?.kind === 'taken')
    log.warn(
      `Another Jianbao uses ${indexCacheDir}${told(index.holder)}; this one does not keep its index there.`,
    );
  for (const [path, claim] of [
    [dataDir, data],
    [indexCacheDir, index],
  ] as const)
    if (claim?.kind === 'impossible')
      log.warn(
        { err: claim.error },
        `Nothing can be written in ${path}; the bot answers, and keeps nothing there.`,
      );
  return {
    config: data?.kind === 'taken' ? { ...config, dataDir: undefined } : config,
    keepsIndex: index?.kind !== 'taken',
    release,
  };
}

async function claimed(folder: string | undefined): Promise<Claim | undefined> {
  return folder === undefined ? undefined : claimFolder(folder);
}

function told(holder: Holder | undefined): string {
  return holder ? ` (process ${holder.pid} on ${holder.host}, since ${holder.since})` : '';
}

function toldInChinese(holder: Holder | undefined): string {
  return holder ? `（${holder.host} 上的进程 ${holder.pid}，从 ${holder.since} 开始）` : '';
}
