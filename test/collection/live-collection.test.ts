import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createAnswerer } from '../../src/answering/answerer.js';
import { LiveCollection } from '../../src/collection/live-collection.js';
import { locate } from '../../src/corpus/files.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';
import { ListedArticles } from '../../src/retrieval/listed-articles.js';
import type { QueryTerm } from '../../src/retrieval/passage-index.js';
import { folderOf } from '../corpus/folder.js';

/** What may stand in a file at some time, by the file's path: ids and titles that clash, damage, nothing at all. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = {
  '头版.txt': [
    '# 清江大桥封闭施工\n大桥11月3日起封闭，预计15天。\n',
    '# 清江大桥封闭施工\n大桥11月3日起封闭，预计25天。\n',
    '\n\n# 清江大桥封闭施工\n大桥11月3日起封闭，预计15天。\n\n# 周末市集开张\n摊位八十多个。\n',
    '',
  ],
  'a/公告.jsonl': [
    '{"id":"1","title":"停水通知","text":"城南片区周三停水8小时。"}',
    '{"id":"1","title":"停水取消","text":"城南片区周三停水8小时。"}\n{"id":"2","text":"图书馆开到21点。"}',
    '{"id":"2","text":"图书馆开到21点。"}\n{"broken"',
  ],
  'b.jsonl': [
    '{"id":"1","title":"同号","text":"城东片区周五停电。"}',
    '{"id":"3","text":"图书馆开到21点。","date":"2024-11-04"}',
  ],
  'c.html': [
    '<html><title>招聘</title><body><h1>招聘启事</h1><p>图书馆招聘馆员两名，月薪6000元。</p></body></html>',
  ],
};
const QUESTIONS = ['大桥封闭多少天？', '哪里停水？', '图书馆开到几点？', '市集有多少摊位？'];
const QUERY: readonly QueryTerm[] = [
  '大桥',
  '停水',
  '停电',
  '图书',
  '书馆',
  '21点',
  '市集',
  '15',
  '城南',
].map((term) => ({ term, weight: 1 }));

type Step = { readonly path: string; readonly content: string | undefined };
const step: fc.Arbitrary<Step> = fc.constantFrom(...Object.keys(CONTENTS)).chain((path) =>
  fc.record({
    path: fc.constant(path),
    content: fc.constantFrom(...(CONTENTS[path] as string[]), undefined),
  }),
);

function make(folder: string, { path, content }: Step): void {
  const file = join(folder, path);
  rmSync(file, { force: true });
  if (content === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** All that can be seen of a collection. */
async function seen({ index, articles, unreadable }: LiveCollection): Promise<unknown> {
  const answerer = createAnswerer(index, new ListedArticles(() => articles));
  const answers = await Promise.all(QUESTIONS.map((question) => answerer.answer({ text: question })));
  return {
    articles,
    unreadable,
    version: index.state.version,
    found: await index.search(QUERY, 50),
    answers,
  };
}

describe('a collection that follows its files', () => {
  it('is after any sequence of changes what it would be had it just been opened', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jianbao-live-'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 3 }), { maxLength: 6 }), async (rounds) => {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder);
        const live = new LiveCollection(await locate(folder), new EmbeddedIndex());
        for (const steps of rounds) {
          for (const one of steps) make(folder, one);
          await live.catchUp();
        }
        const fresh = new LiveCollection(await locate(folder), new EmbeddedIndex());
        await fresh.catchUp();
        expect(await seen(live)).toEqual(await seen(fresh));
      }),
    );
    rmSync(folder, { recursive: true });
  });

  it('keeps the ids of passages that a change leaves alone', async () => {
    const page = (days: number) => `# 封桥\n大桥封闭${days}天。\n\n# 开张\n市集周六开张。\n`;
    const folder = folderOf({ 'a.txt': page(15), 'b.txt': '# 停水\n城南停水。\n' });
    const live = new LiveCollection(await locate(folder), new EmbeddedIndex());
    const ids = async (...terms: string[]): Promise<string[]> =>
      (
        await live.index.search(
          terms.map((term) => ({ term, weight: 1 })),
          9,
        )
      ).candidates.map(({ passage }) => passage.id);
    await live.catchUp();
    const before = { bridge: await ids('大桥'), others: await ids('市集', '停水') };
    writeFileSync(join(folder, 'a.txt'), page(20));
    await live.catchUp();
    expect(await ids('市集', '停水')).toEqual(before.others);
    expect(await ids('大桥')).not.toEqual(before.bridge);
  });

  it('leaves alone the passages of files that were only touched', async () => {
    const folder = folderOf({ 'a.txt': '# 停水\n城南停水。\n' });
    const live = new LiveCollection(await locate(folder), new EmbeddedIndex());
    await live.catchUp();
    const { articles } = live;
    writeFileSync(join(folder, 'a.txt'), '# 停水\n城南停水。\n');
    const { changes } = await live.catchUp();
    expect(changes.changed).toEqual(['a.txt']);
    expect(live.articles[0]).toBe(articles[0]);
  });

  it('reads a file again while its times cannot tell of a further change, and then no more', async () => {
    const folder = folderOf({ 'a.txt': '# 停水\n城南停水。\n' });
    const file = join(folder, 'a.txt');
    const live = new LiveCollection(await locate(folder), new EmbeddedIndex());
    const changed = async (): Promise<readonly string[]> => (await live.catchUp()).changes.changed;
    const ahead = Date.now() / 1_000 + 3_600;
    utimesSync(file, ahead, ahead);
    await live.catchUp();
    expect(await changed()).toEqual(['a.txt']);
    utimesSync(file, 1_700_000_000.5, 1_700_000_000.5);
    await vi.waitUntil(async () => (await changed()).length === 0);
    expect(await changed()).toEqual([]);
  });

  it('takes in a change that size and time of content do not tell', async () => {
    const folder = folderOf({ 'a.txt': '# 停水\n城南停水。\n' });
    const file = join(folder, 'a.txt');
    const live = new LiveCollection(await locate(folder), new EmbeddedIndex());
    utimesSync(file, 1_700_000_000.5, 1_700_000_000.5);
    await vi.waitUntil(async () => (await live.catchUp()).changes.changed.length === 0);
    writeFileSync(file, '# 停水\n城北停水。\n');
    utimesSync(file, 1_700_000_000.5, 1_700_000_000.5);
    await live.catchUp();
    expect(live.articles[0]?.text).toContain('城北');
  });
});
