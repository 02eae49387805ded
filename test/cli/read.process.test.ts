import { beforeAll, describe, expect, test } from 'vitest';
import { build, folderWith, run } from './command.js';
import { PAGE } from './page.js';

beforeAll(() => build());

/** Takes seconds to read. */
const LONG = Array.from({ length: 1_000_000 }, (_, i) => `青石大桥第${i}号桥墩昨日浇筑完成。\n`).join('\n');

describe.concurrent('read, as a process', () => {
  test('shows what would be read, on standard output alone', async () => {
    const folder = await folderWith({ '1103/第2版.md': PAGE, 'empty.txt': '' });
    const ended = await run('read', [folder, '--json']);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const lines = ended.stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line)).map(({ source, articles }) => [source, articles])).toEqual([
      ['1103/第2版.md', 2],
      ['empty.txt', 0],
    ]);
  });

  test.each([
    ['READ_SECONDS', '2', /"It takes longer than 2 s to read\."/],
    ['READ_MEGABYTES', '64', /"It takes more than 64 MB of memory to read\."/],
  ])('leaves out what exceeds %s, and goes on', async (name, value, told) => {
    const folder = await folderWith({ 'a.md': PAGE, 'b.txt': LONG, 'c.md': PAGE });
    const { code, stdout } = await run('read', [folder, '--json'], {
      env: { LANG: 'en_US.UTF-8', [name]: value },
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(told);
    const readings = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(readings.map(({ source }) => source)).toEqual(['a.md', 'b.txt', 'c.md']);
    // How many of the others are read in a second depends on the machine.
    expect(readings[1].status).toBe('left out');
  });

  test.each([
    [
      'en_US.UTF-8',
      /^ {2}empty\.txt: It holds no text\. Fill it, or remove it\.$/m,
      /^The collection "没有"/,
    ],
    ['zh_CN.UTF-8', /^ {2}empty\.txt：里面没有文字。请写入内容，或删掉它。$/m, /^打不开放文章的“没有”/],
  ])('tells what is wrong in one language: %s', async (LANG, told, ended) => {
    const folder = await folderWith({ 'a.md': PAGE, 'empty.txt': '' });
    const [read, missing] = await Promise.all([
      run('read', [folder], { env: { LANG } }),
      run('read', ['没有'], { env: { LANG } }),
    ]);
    expect(read).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(told) });
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringMatching(ended) });
    // One line alone: a command shows its reader's language, and not the other below it.
    expect(missing.stderr.trimEnd()).not.toContain('\n');
  });

  test('ends with 2 where nothing is', async () => {
    const ended = await run('read', ['没有'], { env: { LANG: 'en_US.UTF-8' } });
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/没有.*no such file/) });
  });
});
