import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { npmGone } from '../../src/app/npm-gone.js';
import { folderWith, ROOT } from '../cli/command.js';
import { ARTICLES } from '../telegram/support/articles.js';
import { build } from '../telegram/support/bot-process.js';

const SCRIPT = 'npm run -s build && node dist/bin/start.js';

describe('npm is gone', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each<[what: string, script: string | undefined, launchers: readonly string[], gone: boolean]>([
    ['when its place has been taken', SCRIPT, ['7 5', '7 5', '7 1'], true],
    ['not while it is there', SCRIPT, ['7 5', '7 5', '7 5'], false],
    ['not when it had no part in the start', undefined, ['7', '7', '1'], false],
    ['not when it started something else, which started the bot', 'sh deploy.sh', ['7', '7', '1'], false],
  ])('%s', async (_, script, launchers, gone) => {
    const left = [...launchers];
    const resolved = vi.fn();
    void npmGone({ npm_lifecycle_script: script }, () => left.shift() ?? launchers.at(-1)!).then(resolved);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(resolved).toHaveBeenCalledTimes(gone ? 1 : 0);
  });
});

// Elsewhere the shell between npm and the bot may stay, and nothing tells what became of npm.
describe.runIf(process.platform === 'linux')('npm start', () => {
  let playground: Playground;
  beforeAll(async () => {
    build();
    playground = await startPlayground();
  });
  afterAll(() => playground.close());

  it('leaves no bot behind when npm alone is killed', async () => {
    const folder = await folderWith({
      'package.json': JSON.stringify({ scripts: { build: 'node -v', start: SCRIPT }, type: 'module' }),
      'dist/bin/start.js': `await import('${ROOT}dist/bin/start.js');`,
    });
    const { PATH, HOME } = process.env;
    const npm = spawn('npm', ['start'], {
      cwd: folder,
      env: {
        PATH,
        HOME,
        INDEX_CACHE_DIR: '',
        BOT_TOKEN: playground.token,
        BOT_API_ROOT: playground.apiRoot,
        SEEDS_DIR: ARTICLES,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let log = '';
    npm.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk;
      if (log.includes('"ready"')) npm.kill('SIGKILL');
    });
    // All that hold the other end of the pipe have ended.
    await once(npm, 'close');
    expect(log).toMatch(/"cause":"npm is gone","msg":"stopping"/);
  });
});
