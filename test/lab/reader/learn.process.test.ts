import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, type Command, folderWith, run } from '../../cli/command.js';

const SET = {
  passages: [{ id: 'p1', title: '渡口', text: '青石渡口今年十一月停运。' }],
  questions: [{ text: '渡口何时停运？', passage: 'p1', answers: ['十一月'] }],
};

let folder: string;

beforeAll(async () => {
  build();
  folder = await folderWith({ 'ferry.json': JSON.stringify(SET) });
});

describe.concurrent('train', () => {
  test('prints its steps without taking any', async () => {
    const args = ['ferry.json', '--dry-run', '--folder', 'runs'];
    const { code, stdout, stderr } = await run('train', args, { folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^\d+\. .+$/gm)?.length).toBe(13);
    expect(stdout).toContain(
      `prepare.js --to ${join(folder, 'runs/examples')} ${join(folder, 'ferry.json')}`,
    );
    expect(existsSync(join(folder, 'runs'))).toBe(false);
  });

  test.each<[what: string, command: Command, args: readonly string[], message: RegExp]>([
    [
      'a Python that is not there',
      'train',
      ['ferry.json', '--python', '/nowhere/python'],
      /Install Python 3\.11/,
    ],
    ['what is no Python', 'train', ['ferry.json', '--python', 'true'], /"true" is Python \?/],
    ['a set that is not there', 'train', ['none.json'], /none\.json: there is no such file/],
    [
      'a repository without an address',
      'train',
      ['ferry.json', '--repository', 'central'],
      /--repository takes/,
    ],
    ['no set', 'train:ranking', [], /Name at least one public set[\s\S]*Usage: npm run train:ranking/],
    ['an unknown option', 'train:ranking', ['ferry.json', '--quick'], /--quick/],
  ])('refuses %s', async (_, command, args, message) => {
    const own = command === 'train' ? ['--folder', 'runs'] : [];
    const ended = await run(command, [...args, ...own], { folder });
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });
});
