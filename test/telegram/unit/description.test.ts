import { Api } from 'grammy';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../../playground/playground.js';
import { publishDescription } from '../../../src/telegram/surfaces/description.js';

const SUMMARY = {
  articles: 1,
  passages: 2,
  files: 1,
  titles: [],
  dates: { first: '2026-03-01', last: '2026-03-08' },
};

let playground: Playground;
let api: Api;
beforeEach(async () => {
  playground = await startPlayground();
  api = new Api(playground.token, { apiRoot: playground.apiRoot });
});
afterEach(() => playground.close());

const shown = async (language?: 'en') =>
  (await api.getMyDescription(language && { language_code: language })).description;

it('says in both languages what the collection holds', async () => {
  await publishDescription(api, SUMMARY);
  expect(await shown()).toMatch(/收录 1 篇文章（2026年3月1日至2026年3月8日）。$/);
  expect(await shown('en')).toMatch(/holds 1 article \(1 March 2026 to 8 March 2026\)\.$/);
});

it('follows the collection at the next start, and says nothing again that stands there', async () => {
  await publishDescription(api, SUMMARY);
  await publishDescription(api, { ...SUMMARY, articles: 7 });
  expect(await shown()).toContain('7 篇');
  const before = playground.calls.length;
  await publishDescription(api, { ...SUMMARY, articles: 7 });
  expect(playground.calls.slice(before).map(({ method }) => method)).toEqual([
    'getMyDescription',
    'getMyDescription',
  ]);
});

it('leaves what somebody has written for the bot, and gives English readers no other text then', async () => {
  await api.setMyDescription('山城图书馆的剪报。');
  await publishDescription(api, SUMMARY);
  expect([await shown(), await shown('en')]).toEqual(['山城图书馆的剪报。', '山城图书馆的剪报。']);
});
