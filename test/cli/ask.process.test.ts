import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, collect, folderWith, ROOT, run, start } from './command.js';
import { PAGE } from './page.js';

let page: string;

beforeAll(async () => {
  build();
  page = await folderWith({ '1103/第2版.md': PAGE });
});

/** The lines of `--json`. */
function linesOf(stdout: string) {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe.concurrent('the corpus, as a process finds it,', () => {
  test.each([
    ['SEEDS_DIR', () => ({ env: { SEEDS_DIR: page } })],
    ['the folder seeds', async () => ({ folder: await folderWith({ 'seeds/a.md': PAGE }) })],
    ['.env', async () => ({ folder: await folderWith({ 'mine/a.md': PAGE, '.env': 'SEEDS_DIR=mine' }) })],
  ])('is %s, where none is named', async (_, options) => {
    const ended = await run('ask', ['--json', '青石大桥全长'], await options());
    expect(linesOf(ended.stdout)[0]?.results[0]?.citation.title).toBe('青石渡口今起停运');
  });

  test('that .env names by a name that is not read is hinted at, without the value', async () => {
    const folder = await folderWith({ 'seeds/a.md': PAGE, '.env': 'SEED_DIR=/my/secret/place' });
    const ended = await run('ask', ['--json', '青石大桥全长'], { folder });
    expect(ended).toMatchObject({ code: 0, stderr: '没有 SEED_DIR 这项设置，是不是想写 SEEDS_DIR？\n' });
    const english = await run('ask', ['--json', '青石大桥全长'], { folder, env: { LANG: 'en_US.UTF-8' } });
    expect(english.stderr).toBe('SEED_DIR is no setting; did you mean SEEDS_DIR?\n');
  });

  test('has to be there: its absence ends the process with a sentence', async () => {
    const ended = await run('ask', ['问']);
    expect(ended).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/seeds[\s\S]*SEEDS_DIR/),
    });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });
});

describe.concurrent('standard input and output', () => {
  test('a question is answered before the next one is asked', async () => {
    const child = await start('ask', ['--corpus', page, '--json']);
    const ended = collect(child);
    const answers = createInterface({ input: child.stdout! });
    for (const question of ['青石大桥全长', '图书馆周几闭馆']) {
      child.stdin!.write(`${question}\n`);
      const [line] = (await once(answers, 'line')) as [string];
      expect(JSON.parse(line)).toMatchObject({ question, status: 'answered' });
    }
    child.stdin!.end();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });

  test('a reader that has seen enough is no fault', async () => {
    const child = await start('ask', ['--corpus', page, '--json']);
    child.stdout!.destroy();
    child.stdin!.on('error', () => {});
    child.stdin!.end('青石大桥全长\n'.repeat(50));
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(stderr).toBe('');
  });

  test('no question at all is no fault', async () => {
    expect(await run('ask', ['--corpus', page, '--json'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

test('npm run -s ask prints the command’s output alone', async () => {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['run', '-s', 'ask', '--', '--corpus', page, '--json', '大桥全长'],
    {
      cwd: ROOT,
    },
  );
  expect(linesOf(stdout)).toHaveLength(1);
});
