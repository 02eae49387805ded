import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { type OpenCollection, type OpenOptions, openCollection } from '../../src/app/open.js';
import { type Files, folderOf } from '../corpus/folder.js';
import { testCluster, URLS } from './test-cluster.js';

const cluster = testCluster();
const { name } = cluster.setting;
const NOWHERE = '/nowhere/at/all';
const FILES: Files = {
  '学校/bus.txt': '# 校车时刻\n校车早上六点五十从桐桥站发车。\n',
  '医院/desk.txt': '# 门诊时间\n门诊早上八点一刻开始挂号。\n',
};

const open: OpenCollection[] = [];
const opened = async (folder: string, options: OpenOptions = {}): Promise<OpenCollection> => {
  const collection = await openCollection(folder, {
    index: { kind: 'cluster', urls: URLS, name },
    settleMs: 50,
    watch: true,
    reader: 'off',
    ...options,
  });
  open.push(collection);
  return collection;
};
afterEach(async () => {
  for (const collection of open.splice(0)) await collection.close();
  await cluster.ask({ method: 'DELETE', path: `${name}.*`, ms: 30_000, accept: [404] });
});
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await pause(100);
};
const first = async ({ answerer }: OpenCollection, text: string): Promise<string | undefined> =>
  (await answerer.answer({ text })).results[0]?.excerpt;

it('a bot that has no files answers all that one with files does', { timeout: 120_000 }, async () => {
  const folder = folderOf(FILES);
  const writer = await opened(folder);
  await until(() => writer.shelf.isFollowing());
  expect(writer.survey()).toEqual({ files: 2, articles: 2, leftOut: 0 });

  const changes: unknown[] = [];
  const reader = await opened(NOWHERE, { onChange: (added) => changes.push(added) });
  expect(reader.shelf).toMatchObject({ folder: undefined });
  expect(reader.shelf.isFollowing()).toBe(false);
  expect(reader.survey()).toEqual(writer.survey());
  expect(reader.parts.names()).toEqual(['医院', '学校']);
  for (const one of [writer, reader]) {
    const { answerer } = one;
    expect(await first(one, '校车几点发车？')).toContain('六点五十');
    expect(await answerer.answer({ text: '“八点一刻”' })).toMatchObject({ status: 'answered', places: 1 });
    expect((await answerer.completions('校车', 3)).map(({ title }) => title)).toEqual(['校车时刻']);
    expect(answerer.summary(5)).toMatchObject({ articles: 2, passages: 2, files: 2 });
    const [{ passage } = { passage: '' }] = await answerer.completions('门诊', 1);
    expect((await answerer.article(passage))?.text).toContain('开始挂号');
    expect((await one.parts.of('学校').answer({ text: '“挂号”' })).status).toBe('refused');
  }

  writeFileSync(join(folder, '学校/meal.txt'), '# 午餐菜单\n周三午餐有红烧豆腐。\n');
  await until(() => reader.survey().articles === 3);
  expect(await reader.answerer.answer({ text: '“红烧豆腐”' })).toMatchObject({ places: 1 });
  await until(() => changes.length > 0);
  expect(changes).toEqual([undefined]);
});

it('files that hold nothing at a takeover leave the index as it is', { timeout: 120_000 }, async () => {
  const folder = folderOf(FILES);
  const writer = await opened(folder);
  await until(() => writer.shelf.isFollowing());
  const warnings: unknown[] = [];
  const log = { info: () => {}, warn: (text: unknown) => warnings.push(text) };
  const empty = folderOf({});
  const other = await opened(empty, { log });
  await open.shift()?.close();
  await until(() => warnings.length > 0);
  expect(String(warnings[0])).toContain('holds no article');
  expect(other.shelf.isFollowing()).toBe(false);
  expect(await first(other, '校车几点发车？')).toContain('六点五十');
});

it('a bot that finds nothing in its files does not start where the index is not there', async () => {
  const empty = folderOf({});
  await expect(opened(empty)).rejects.toThrow('holds no article');
});
