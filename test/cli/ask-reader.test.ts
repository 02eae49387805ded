import { beforeAll, expect, test } from 'vitest';
import { folderWith } from './command.js';
import { PAGE } from './page.js';
import { runAsk } from './run-ask.js';

let page: string;

beforeAll(async () => {
  page = await folderWith({ 'page.md': PAGE });
});

test('READER=off has nothing read, and whoever set it is not told', async () => {
  const ended = await runAsk(['--corpus', page, '--json', '青石大桥全长多少米？'], {
    env: { READER: 'off' },
  });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(ended.stdout)).toMatchObject({ status: 'possible' });
});

test('--explain says why nothing was read', async () => {
  const { stdout } = await runAsk(['--corpus', page, '--explain', '青石大桥全长多少米？'], {
    env: { READER: ' off ' },
  });
  expect(stdout).toContain('nothing was read: off');
});

test('READER with another value is refused as the bot refuses it', async () => {
  const ended = await runAsk(['--corpus', page, '问'], { env: { LANG: 'en', READER: 'no' } });
  expect(ended).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('READER: found "no"; expected one of on, off'),
  });
});
