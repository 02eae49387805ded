import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './support/articles.js';
import { useFixture } from './support/fixture.js';

/** A year of weekly notices about one swimming pool: enough for several pages of results. */
const folder = await temporaryFolder();
const notices = Array.from({ length: 52 }, (_, week) => ({
  id: `notice-${week + 1}`,
  title: `游泳馆第${week + 1}周通知`,
  text: `游泳馆第${week + 1}周开放时间不变，本周换水时间为周${'一二三四五六日'[week % 7]}上午，请市民留意。`,
}));
await writeFile(join(folder, 'notices.jsonl'), notices.map((notice) => JSON.stringify(notice)).join('\n'));

const fixture = useFixture({}, { SEEDS_DIR: folder });

it('goes on page by page without repeating a result, to the fifty that Telegram allows', async () => {
  const lin = fixture.playground.addUser({ first_name: '林' });
  const ids: string[] = [];
  for (let offset = '', page = 0; page === 0 || offset !== ''; page++) {
    const outcome = await fixture.playground.typeInline(lin, '换水时间', { offset });
    if (outcome.status !== 'answered') throw new Error('not answered');
    expect(outcome.results.length).toBeGreaterThan(0);
    ids.push(...outcome.results.map(({ id }) => id));
    offset = outcome.nextOffset;
  }
  expect(ids.length).toBeGreaterThan(30);
  expect(ids.length).toBeLessThanOrEqual(50);
  expect(new Set(ids).size).toBe(ids.length);
});

it('ends the list when the collection is another one than that of the page before', async () => {
  const lin = fixture.playground.addUser({ first_name: '林' });
  const outcome = await fixture.playground.typeInline(lin, '游泳馆', { offset: '10@another' });
  expect(outcome).toMatchObject({ status: 'answered', results: [], nextOffset: '' });
});
