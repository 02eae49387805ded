import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimFolders } from '../../src/app/claim-folders.js';
import { loadConfig } from '../../src/app/config.js';
import { folderOf } from '../corpus/folder.js';

const TOKEN = '123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc';

function settings(names: { data?: string; cache?: string; token?: string }) {
  const { data = '', cache = '', token = TOKEN } = names;
  return loadConfig({ DATA_DIR: data, INDEX_CACHE_DIR: cache, BOT_TOKEN: token });
}

function warnings(): { readonly told: string[]; readonly log: { warn(...args: readonly unknown[]): void } } {
  const told: string[] = [];
  return { told, log: { warn: (...args) => told.push(String(args.at(-1))) } };
}

describe('two processes', () => {
  it('with the same records: the second does not start, and is told what to do', async () => {
    const data = join(folderOf({}), 'data');
    const { told, log } = warnings();
    const first = await claimFolders(settings({ data }), log);
    const second = claimFolders(settings({ data }), log);
    await expect(second).rejects.toMatchObject({ name: 'DataInUseError', exitCode: 2 });
    await expect(second).rejects.toThrow(`process ${process.pid} on`);
    await expect(second).rejects.toThrow('DATA_DIR=another-folder');
    await first.release();
    await (await claimFolders(settings({ data }), log)).release();
    expect(told).toEqual([]);
  });

  it('with chat pages and the same records: the second keeps none, and says so', async () => {
    const data = join(folderOf({}), 'data');
    const { told, log } = warnings();
    const first = await claimFolders(settings({ data, token: '' }), log);
    const second = await claimFolders(settings({ data, token: '' }), log);
    expect([first.config.dataDir, second.config.dataDir]).toEqual([data, undefined]);
    expect(told).toEqual([expect.stringContaining('keeps no records')]);
    await first.release();
    await second.release();
  });

  it('with the same index: the second does not write it, and says so', async () => {
    const cache = folderOf({});
    const { told, log } = warnings();
    const first = await claimFolders(settings({ cache }), log);
    const second = await claimFolders(settings({ cache }), log);
    expect([first.keepsIndex, second.keepsIndex]).toEqual([true, false]);
    expect(second.config.indexCacheDir).toBe(cache);
    expect(told).toEqual([expect.stringContaining('does not keep its index there')]);
    await first.release();
    await second.release();
  });
});

it('one folder for both is taken once', async () => {
  const both = folderOf({});
  const { told, log } = warnings();
  const claims = await claimFolders(settings({ data: both, cache: both }), log);
  expect([claims.config.dataDir, claims.keepsIndex, told]).toEqual([both, true, []]);
  await claims.release();
});

it('a folder where nothing can be written does not keep the bot from starting', async () => {
  const folder = folderOf({ file: '' });
  const { told, log } = warnings();
  const claims = await claimFolders(
    settings({ data: join(folder, 'file'), cache: join(folder, 'file/x') }),
    log,
  );
  expect(told).toHaveLength(2);
  expect(told[0]).toContain('Nothing can be written');
  await claims.release();
});
