import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReadingError } from '../../../src/answering/reading/model.js';
import { modelsFolder, openReader } from '../../../src/answering/reading/open-reader.js';
import type { ReaderFault } from '../../../src/answering/reading/reopening-model.js';
import { fold } from '../../../src/language/fold.js';

const folders: string[] = [];

/** A folder with the vocabulary and what is written as model. */
function folderWith(model?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-reader-'));
  folders.push(folder);
  copyFileSync(join(modelsFolder(), 'reader-vocabulary.txt'), join(folder, 'reader-vocabulary.txt'));
  if (model !== undefined) writeFileSync(join(folder, 'reader.onnx'), model);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A module in place of the package, of this code. */
const moduleOf = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
const failing = (code: string, message: string) =>
  moduleOf(`throw Object.assign(new Error(${JSON.stringify(message)}), { code: '${code}' });`);

/** The package with a session that gives these outputs for any input. */
const giving = (outputs: Readonly<Record<string, unknown>>, outputNames = ['start', 'end', 'answers']) =>
  moduleOf(`
    const outputs = ${JSON.stringify(outputs)};
    for (const output of Object.values(outputs)) {
      output.data = new Float32Array(output.dims.reduce((a, b) => a * b)).fill(output.fill ?? NaN);
    }
    const inputNames = ['ids', 'types', 'mask'], outputNames = ${JSON.stringify(outputNames)};
    const session = { inputNames, outputNames, run: async () => outputs, release: async () => {} };
    export const InferenceSession = { create: async () => session };
    export class Tensor {}`);
const output = (dims: number[], fill = 0) => ({ type: 'float32', dims, fill });
const logits = { start: output([1, 256]), end: output([1, 256]), answers: output([1]) };

/** A reason of this form, which exists in Chinese too. */
function told(english: RegExp): unknown {
  return { en: expect.stringMatching(english), zh: expect.stringMatching(/\p{Script=Han}/u) };
}

describe('there is no reader, and it is told why', () => {
  test.each<[string, runtime: string, RegExp]>([
    ['no package', 'jianbao-has-no-such-package', /is not installed/],
    ['no native part for this system', failing('MODULE_NOT_FOUND', 'Cannot find module'), /no native part/],
    ['another C library', failing('ERR_DLOPEN_FAILED', 'ld-linux: none\nmore'), /glibc\): ld-linux: none$/],
    [
      'a model with other outputs',
      giving(logits, ['start', 'end']),
      /another kind of model: it has no answers$/,
    ],
    ['an output that does not come', giving({ ...logits, end: undefined }), /does not fit: .*end is nothing/],
    [
      'an output of another shape',
      giving({ ...logits, start: output([1, 2]) }),
      /start is float32 \[1, 2\] instead/,
    ],
    ['outputs that are no numbers', giving({ ...logits, answers: output([1], Number.NaN) }), /is no number$/],
    ['a thread that ends', moduleOf('process.exit(1);'), /cannot be opened: its thread has ended$/],
  ])('%s', async (_, runtime, why) => {
    const opened = await openReader({ folder: folderWith('model'), runtime });
    expect(opened).toEqual({ kind: 'unavailable', why: told(why) });
  });

  test('no model, or no vocabulary', async () => {
    const [noModel, nothing] = [
      await openReader({ folder: folderWith() }),
      await openReader({ folder: '/nowhere' }),
    ];
    expect(noModel).toEqual({
      kind: 'unavailable',
      why: told(/^there is no .*reader\.onnx$/),
    });
    expect(nothing).toEqual({ kind: 'unavailable', why: told(/reader-vocabulary\.txt/) });
  });
});

test('a model that fits is ready', async () => {
  const opened = await openReader({ folder: folderWith('model'), runtime: giving(logits) });
  if (opened.kind !== 'ready') throw new Error(opened.why.en);
  const outcome = await opened.reader.read('问', []);
  expect(outcome).toEqual({ kind: 'read', readings: [] });
  await opened.reader.close();
});

test('a model that fails while it reads says so', async () => {
  // The length is right for the trial at opening only.
  const opened = await openReader({ folder: folderWith('model'), runtime: giving(logits) });
  if (opened.kind !== 'ready') throw new Error(opened.why.en);
  const reading = opened.reader.read('问', [{ context: '', text: '文' }]);
  await expect(reading).rejects.toThrow(
    'the model could not read: start is float32 [1, 256] instead of float32 [1, 5]',
  );
  await opened.reader.close();
});

/** The package with a session whose second run ends its thread in this way, once; `mark` is where it notes that it has. */
const endingBy = (end: string, mark: string) =>
  moduleOf(`
    import { existsSync, writeFileSync } from 'node:fs';
    let runs = 0;
    const once = () => !existsSync('${mark}') && writeFileSync('${mark}', '') === undefined;
    const outputOf = (dims) => ({ type: 'float32', dims, data: new Float32Array(dims.reduce((a, b) => a * b)) });
    const run = async ({ ids: { dims } }) => {
      if (++runs === 2 && once()) ${end};
      return { start: outputOf(dims), end: outputOf(dims), answers: outputOf([1]) };
    };
    const inputNames = ['ids', 'types', 'mask'], outputNames = ['start', 'end', 'answers'];
    export const InferenceSession = { create: async () => ({ inputNames, outputNames, run, release() {} }) };
    export class Tensor { constructor(type, data, dims) { this.dims = dims; } }`);

test.each<[string, end: string, why: RegExp]>([
  ['exits', 'process.exit(1)', /^its thread has ended$/],
  [
    'throws where nothing catches',
    'return new Promise(() => setTimeout(() => { throw new Error("oh") }))',
    /oh$/,
  ],
])('a model whose thread %s is opened again, and reads', async (_, end, why) => {
  const faults: ReaderFault[] = [];
  const onFault = (fault: ReaderFault) => faults.push(fault);
  const folder = folderWith('model');
  const runtime = endingBy(end, join(folder, 'mark'));
  const opened = await openReader({ folder, runtime, onFault, pausesMs: [0] });
  if (opened.kind !== 'ready') throw new Error(opened.why.en);
  const windows = [{ context: '', text: '文' }];
  await expect(opened.reader.read('问', windows)).rejects.toThrow(ReadingError);
  expect(faults).toEqual([{ kind: 'reopening', why: told(why), pauseMs: 0 }]);
  const reads = () =>
    opened.reader.read('问', windows).then(
      ({ kind }) => kind === 'read',
      () => false,
    );
  await vi.waitUntil(reads, { timeout: 10_000 });
  await opened.reader.close();
});

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

// A process of its own: it ends.
test.each([
  ['reads', 60],
  ['is being opened', 0],
])('the process can be ended while a model %s', async (what, afterMs) => {
  const script = `
    import { openReader } from './src/answering/reading/open-reader.ts';
    const opening = openReader();
    if (${what === 'reads'}) {
      const opened = await opening;
      const text = '图书馆周一至周五开门，周末照常。'.repeat(12);
      const windows = [1, 2, 3, 4, 5].map((at) => ({ context: '图书馆', text: at + text }));
      void opened.reader?.read('图书馆几点开门', windows);
    }
    setTimeout(() => process.exit(7), ${afterMs});`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  expect(await once(child, 'exit')).toEqual([7, null]);
});

const installed = existsSync(new URL('../../../node_modules/onnxruntime-node', import.meta.url));
const model = join(modelsFolder(), 'reader.onnx');
const missing = !installed
  ? 'onnxruntime-node is not installed'
  : existsSync(model)
    ? ''
    : `there is no ${model}`;

describe.skipIf(missing !== '')(`the model itself${missing && `: skipped, ${missing}`}`, () => {
  test('reads, the same whatever is read beside it', async () => {
    const opened = await openReader();
    if (opened.kind !== 'ready') throw new Error(opened.why.en);
    const { reader } = opened;
    const texts = ['图书馆周一至周五9:00开门，周一闭馆。', '停车场收费标准见门口公告。', ''].map(fold);
    const windows = texts.map((text) => ({ context: '图书馆', text }));
    const outcome = await reader.read('图书馆几点开门', windows);
    if (outcome.kind !== 'read') throw new Error(outcome.kind);
    expect(outcome.readings).toHaveLength(3);
    for (const [at, { stretch, share, rival, answers }] of outcome.readings.entries()) {
      expect(Number.isFinite(answers)).toBe(true);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(rival).toBeGreaterThanOrEqual(0);
      expect(stretch === undefined).toBe(texts[at] === '');
      expect(stretch?.end ?? 0).toBeLessThanOrEqual(texts[at]?.length ?? 0);
    }
    await reader.close();
  });

  test('leaves the event loop free while it reads', async () => {
    const opened = await openReader();
    if (opened.kind !== 'ready') throw new Error(opened.why.en);
    const text = '图书馆周一至周五开门，周末照常，节假日另行通知。'.repeat(8);
    const windows = Array.from({ length: 6 }, (_, at) => ({ context: '图书馆', text: `${at}${text}` }));
    let turns = 0;
    const count = setInterval(() => turns++, 1);
    await opened.reader.read('图书馆几点开门', windows);
    clearInterval(count);
    // Two or three turns a window where the model blocks them.
    expect(turns).toBeGreaterThan(5 * windows.length);
    await opened.reader.close();
  });

  test('that is broken is no reader', async () => {
    const opened = await openReader({ folder: folderWith('no model at all') });
    expect(opened).toEqual({
      kind: 'unavailable',
      why: told(/reader\.onnx cannot be opened: \S/),
    });
  });
});
