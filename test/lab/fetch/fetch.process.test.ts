import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, run } from '../../cli/command.js';
import { temporaryFolder } from '../../telegram/support/articles.js';

beforeAll(build);

describe.concurrent('fetch-sets', () => {
  test('says which sets there are, with their licences', async () => {
    const { code, stdout } = await run('fetch-sets', ['--help']);
    expect(code).toBe(0);
    expect(stdout.match(/^ {2}[\w-]+-(?:trial|dev) /gm)).toHaveLength(4);
    expect(stdout.match(/CC BY-SA/g)).toHaveLength(4);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['a set that there is not', ['cmrc-dve'], /no set "cmrc-dve"; there are cmrc-trial, cmrc-dev, /],
    ['an unknown option', ['--all'], /--all[\s\S]*Usage: npm run fetch-sets/],
    ['a mirror that is no address', ['--mirror', 'ftp://x'], /--mirror takes an address.*"ftp:\/\/x"/],
    ['no time', ['--seconds', '0'], /--seconds takes a whole number from 1 to 86400/],
  ])('refuses %s', async (_, args, message) => {
    const ended = await run('fetch-sets', args);
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  test('ends with 1 and the remedy where what comes is another file', async () => {
    const server = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const ended = await run('fetch-sets', ['drcd-dev', '--mirror', mirror, '--to', await temporaryFolder()]);
    server.close();
    expect(ended).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/DRCKnowledgeTeam.*It was not kept/),
    });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });
});
