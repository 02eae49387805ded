import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { ROOT } from '../cli/command.js';
import { ARTICLES, temporaryFolder } from '../telegram/support/articles.js';
import { type BotProcess, build, httpAddress, startBot } from '../telegram/support/bot-process.js';

const QUESTION = '102路公交车末班车几点？';
const CONSEQUENCE = 'what is found is shown as possible, never as the answer';
let playground: Playground;

beforeAll(async () => {
  build();
  playground = await startPlayground();
});

afterAll(() => playground.close());

/** The build in a folder of its own, where something is missing. */
async function projectWithout(missing: 'models' | 'onnxruntime-node'): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  if (missing !== 'models') await symlink(join(ROOT, 'models'), join(folder, 'models'));
  await mkdir(join(folder, 'node_modules'));
  for (const name of await readdir(join(ROOT, 'node_modules')))
    if (name !== missing) await symlink(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  return folder;
}

/** Asks the bot, and gives what it says; it has to be as ready as ever. */
async function answerOf(bot: BotProcess): Promise<string> {
  expect(await (await fetch(`${await httpAddress(bot)}/readyz`)).text()).toBe('ready');
  const lin = playground.addUser({ first_name: '林' });
  playground.say(lin, lin, QUESTION);
  return (await playground.nextMessage(lin)).text ?? '';
}

/** What the log says of the reader, a line each. */
function toldOf(log: string): string[] {
  return log.split('\n').filter((line) => line.includes('the reader'));
}

describe.each([
  ['the model', 'models', /reader-vocabulary\.txt/],
  ['the package', 'onnxruntime-node', /onnxruntime-node is not installed|there is no .*reader\.onnx/],
] as const)('without %s', (_, missing, why) => {
  let project: string;
  beforeAll(async () => {
    project = await projectWithout(missing);
  });

  test('the bot answers with what is possible, and warns once', async () => {
    const bot = await startBot(playground, {}, project);
    const text = await answerOf(bot);
    expect(text).toMatch(/^答案可能在这里/);
    expect(text).toContain('十点半');
    const { stderr, code } = await bot.stop();
    expect(code).toBe(0);
    expect(toldOf(stderr)).toEqual([expect.stringMatching(why)]);
    // pino's level of a warning.
    expect(JSON.parse(toldOf(stderr)[0] as string)).toMatchObject({
      level: 40,
      msg: expect.stringContaining(CONSEQUENCE),
    });
  });

  test('ask answers, and says so on standard error', async () => {
    const args = [join(project, 'dist/src/cli/ask.js'), '--corpus', ARTICLES, '--json', QUESTION];
    const env = { ...process.env, LC_ALL: 'en_US.UTF-8' };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: project, env });
    expect(JSON.parse(stdout)).toMatchObject({ status: 'possible' });
    expect(stderr).toMatch(why);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('READER=off', () => {
  test('the bot answers with what is possible, and says so', async () => {
    const bot = await startBot(playground, { READER: 'off' });
    expect(await answerOf(bot)).toMatch(/^答案可能在这里/);
    const { stderr } = await bot.stop();
    expect(toldOf(stderr)).toEqual([expect.stringContaining('READER=off')]);
  });
});
