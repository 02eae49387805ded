import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { ARTICLES, temporaryFolder } from '../telegram/support/articles.js';
import { build, runMain, startBot } from '../telegram/support/bot-process.js';

let server: Playground;
beforeAll(async () => {
  build();
  server = await startPlayground();
});
afterAll(() => server.close());

it('two bots with one DATA_DIR: the second says whose it is and ends with 2; after a kill the folder is free', async () => {
  const DATA_DIR = join(await temporaryFolder(), 'data');
  const first = await startBot(server, { DATA_DIR, READER: 'off' });
  const own = { BOT_TOKEN: server.token, BOT_API_ROOT: server.apiRoot, SEEDS_DIR: ARTICLES };
  const second = await (await runMain({ ...own, DATA_DIR })).ended;
  expect(second.code).toBe(2);
  expect(second.stderr).toContain('another Jianbao keeps its records');
  first.kill('SIGKILL');
  await first.ended;
  const third = await startBot(server, { DATA_DIR, READER: 'off' });
  expect(third.log()).not.toContain('Another Jianbao');
  await third.stop();
});
