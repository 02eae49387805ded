import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { modelsFolder, openReader } from '../../../src/answering/reading/open-reader.js';
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

const failing = (code: string, message: string) => () =>
  Promise.reject(Object.assign(new Error(`${message}\nmore`), { code }));

/** The package with a session of these outputs. */
const package_ = (outputs: Readonly<Record<string, unknown>>, outputNames = ['start', 'end', 'answers']) => {
  const session = { inputNames: ['ids', 'types', 'mask'], outputNames, run: async () => outputs, release: async () => {} };
  return async () => ({ InferenceSession: { create: async () => session }, Tensor: class {} }) as never;
};
const output = (dims: number[], fill = 0) => ({
  type: 'float32',
  dims,
  data: new Float32Array(dims.reduce((a, b) => a * b)).fill(fill),
});
const logits = { start: output([1, 256]), end: output([1, 256]), answers: output([1]) };

describe('there is no reader, and it is told why', () => {
  test.each<[string, Parameters<typeof openReader>[0] & object, RegExp]>([
    ['no vocabulary', { folder: '/nowhere' }, /ENOENT.*reader-vocabulary\.txt/],
    ['no package', { load: failing('ERR_MODULE_NOT_FOUND', 'Cannot find package') }, /is not installed/],
    ['no native part for it', { load: failing('MODULE_NOT_FOUND', 'Cannot find module') }, /no native part/],
    ['a C library of another kind', { load: failing('ERR_DLOPEN_FAILED', 'ld-linux: no such file') }, /glibc\): ld-linux[^\n]*$/],
    ['no model', { load: package_(logits) }, /^there is no .*reader\.onnx$/],
    ['another model', { folder: 'x', load: package_(logits, ['start', 'end']) }, /has no answers/],
    ['no output', { folder: 'x', load: package_({ ...logits, end: undefined }) }, /end is nothing instead of float32 \[1, 256\]/],
    ['another shape', { folder: 'x', load: package_({ ...logits, start: output([1, 2]) }) }, /start is float32 \[1, 2\]/],
    ['no numbers', { folder: 'x', load: package_({ ...logits, answers: output([1], Number.NaN) }) }, /no number/],
  ])('%s', async (_, options, why) => {
    const folder = options.folder === 'x' ? folderWith('model') : (options.folder ?? folderWith());
    const opened = await openReader({ ...options, folder });
    expect(opened).toEqual({ kind: 'unavailable', why: expect.stringMatching(why) });
  });
});

test('a model that fits is ready', async () => {
  const opened = await openReader({ folder: folderWith('model'), load: package_(logits) });
  expect(opened.kind).toBe('ready');
});

const installed = await import('onnxruntime-node').then(
  () => true,
  () => false,
);
const model = join(modelsFolder(), 'reader.onnx');
const missing = !installed ? 'onnxruntime-node is not installed' : existsSync(model) ? '' : `there is no ${model}`;

describe.skipIf(missing !== '')(`the model itself${missing && `: skipped, ${missing}`}`, () => {
  test('reads, the same whatever is read beside it', async () => {
    const opened = await openReader();
    if (opened.kind !== 'ready') throw new Error(opened.why);
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

  test('that is broken is no reader', async () => {
    const opened = await openReader({ folder: folderWith('no model at all') });
    expect(opened).toEqual({ kind: 'unavailable', why: expect.stringMatching(/reader\.onnx cannot be opened: \S/) });
  });
});
