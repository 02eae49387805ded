import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { FollowOptions } from '../../src/collection/followed.js';
import { WrittenFiles } from '../../src/collection/written-files.js';
import { locate } from '../../src/corpus/files.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';
import type { IndexWriter } from '../../src/retrieval/opensearch.js';
import { type Files, folderOf } from '../corpus/folder.js';
import { NOTICES } from '../retrieval/passages.js';

const BUS = '# 校车时刻\n校车早上六点五十从桐桥站发车。\n';

async function writing(files: Files, options: FollowOptions = {}) {
  const folder = folderOf(files);
  const index = new EmbeddedIndex();
  const writer: IndexWriter = {
    epoch: 1,
    get state() {
      return index.state;
    },
    update: (exchange) => index.update(exchange),
  };
  const faults: unknown[] = [];
  const start = async (): Promise<WrittenFiles> => {
    const place = await locate(folder);
    const written = new WrittenFiles(
      writer,
      folder,
      place,
      { watch: true, settleMs: 50, ...options },
      (fault) => faults.push(fault),
    );
    onTestFinished(() => written.end());
    return written;
  };
  return { folder, index, faults, start };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(20);
}

it('takes in what the files hold and how they change, as long as it writes', async () => {
  const changes: (readonly string[] | undefined)[] = [];
  const { folder, index, start } = await writing(
    { 'bus.txt': BUS },
    { onChange: (added) => changes.push(added) },
  );
  const written = await start();
  expect([written.isFollowing, written.survey]).toEqual([false, undefined]);
  await until(() => written.isFollowing);
  expect(index.state.size).toBe(1);
  expect(written.survey).toEqual({ files: 1, articles: 1, leftOut: 0 });
  // Which of them are new is not known when all are read.
  expect(changes).toEqual([undefined]);

  writeFileSync(join(folder, 'meal.txt'), '# 午餐菜单\n周三午餐有红烧豆腐。\n');
  await written.look();
  await until(() => index.state.size === 2);
  await until(() => changes.length === 2);
  expect(changes[1]).toHaveLength(1);

  await written.end();
  writeFileSync(join(folder, 'news.txt'), '# 简讯\n周五停水。\n');
  await pause(200);
  expect(index.state.size).toBe(2);
});

it('leaves the index as it is where the files hold nothing, and says why', async () => {
  const warnings: unknown[] = [];
  const log = { info: () => {}, warn: (text: unknown) => warnings.push(text) };
  const { index, faults, start } = await writing({ 'picture.png': 'x' }, { log });
  await index.add(NOTICES);
  const written = await start();
  await until(() => faults.length > 0);
  expect(String(faults[0])).toContain('holds no article');
  expect(String(warnings[0])).toContain('the index stays as it is');
  expect([index.state.size, written.isFollowing]).toEqual([NOTICES.length, false]);
});
