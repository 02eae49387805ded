import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { batchOf, type Model, ReadingError } from '../../../src/answering/reading/model.js';
import type { OpenedModel } from '../../../src/answering/reading/onnx-model.js';
import { type ReaderFault, reopening } from '../../../src/answering/reading/reopening-model.js';
import { asItIs, type Bilingual } from '../../../src/language/bilingual.js';
import { FakeModel } from './support.js';

const HOUR_MS = 3_600_000;
const BATCH = batchOf([{ ids: [1, 2], types: [0, 1], first: 1, places: [] }], 0);
const ENDED: Bilingual = { en: 'its thread has ended', zh: '它的线程结束了' };
const NO_FILE: Bilingual = { en: 'there is no file', zh: '没有文件' };
const ended = (why = ENDED) => new ReadingError(why, true);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Scene {
  readonly model: Model;
  /** Every model that was opened, the first included. */
  readonly opened: FakeModel[];
  readonly faults: ReaderFault[];
}

/** @param next what opening again gives; another model that works where it is left out */
function scene(next?: () => OpenedModel): Scene {
  const opened = [new FakeModel()];
  const faults: ReaderFault[] = [];
  const open = async (): Promise<OpenedModel> => {
    if (next) return next();
    const model = new FakeModel();
    opened.push(model);
    return { kind: 'ready', model };
  };
  const options = { pausesMs: [1_000, 10_000], onFault: (fault: ReaderFault) => faults.push(fault) };
  return { model: reopening(opened[0] as FakeModel, open, options), opened, faults };
}

/** Has the model that is open go, and the next run find it out. */
async function end({ model, opened }: Scene, why?: Bilingual): Promise<void> {
  (opened.at(-1) as FakeModel).fault = ended(why);
  await expect(model.run(BATCH)).rejects.toThrow(ReadingError);
}

describe('a model that fails at a batch', () => {
  test('stays open, and that it fails is told once', async () => {
    const { model, opened, faults } = scene();
    for (const fault of [new ReadingError(asItIs('odd')), undefined, new ReadingError(asItIs('odder'))]) {
      (opened[0] as FakeModel).fault = fault;
      const run = model.run(BATCH);
      await (fault ? expect(run).rejects.toBe(fault) : expect(run).resolves.toBeDefined());
    }
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(opened).toHaveLength(1);
    expect(faults).toEqual([{ kind: 'unread', why: asItIs('odd') }]);
  });

  test('by a defect of ours tells of nothing, and the defect comes out', async () => {
    const { model, opened, faults } = scene();
    (opened[0] as FakeModel).fault = new TypeError('x');
    await expect(model.run(BATCH)).rejects.toThrow(TypeError);
    expect(faults).toEqual([]);
  });
});

describe('a model that is gone', () => {
  test('is opened again after the pause; until then every run fails at once, and it is told once', async () => {
    const one = scene();
    await end(one);
    for (let i = 0; i < 3; i++) await expect(one.model.run(BATCH)).rejects.toThrow('its thread has ended');
    await vi.advanceTimersByTimeAsync(999);
    expect(one.opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await one.model.run(BATCH)).toBeDefined();
    expect(one.faults).toEqual([{ kind: 'reopening', why: ENDED, pauseMs: 1_000 }]);
  });

  test('too often stays away', async () => {
    const one = scene();
    for (let i = 0; i < 3; i++) {
      await end(one);
      await vi.advanceTimersByTimeAsync(10_000);
    }
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    await expect(one.model.run(BATCH)).rejects.toThrow(ReadingError);
    expect(one.opened).toHaveLength(3);
    expect(one.faults.map(({ kind }) => kind)).toEqual(['reopening', 'reopening', 'gone']);
  });

  test('and cannot be opened again either counts as gone once more', async () => {
    const one = scene(() => ({ kind: 'unavailable', why: NO_FILE }));
    await end(one);
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(one.faults).toEqual([
      { kind: 'reopening', why: ENDED, pauseMs: 1_000 },
      { kind: 'reopening', why: NO_FILE, pauseMs: 10_000 },
      { kind: 'gone', why: NO_FILE },
    ]);
    await expect(one.model.run(BATCH)).rejects.toThrow('there is no file');
  });

  test('after an hour is as good as new', async () => {
    const one = scene();
    for (let i = 0; i < 5; i++) {
      await end(one);
      await vi.advanceTimersByTimeAsync(1_000 + HOUR_MS);
    }
    expect(one.opened).toHaveLength(6);
    expect(new Set(one.faults.map(({ kind }) => kind))).toEqual(new Set(['reopening']));
  });
});

describe('when it is closed', () => {
  test('the model is', async () => {
    const { model, opened } = scene();
    await model.close();
    expect(opened[0]?.closed).toBe(true);
  });

  test('none is opened any more', async () => {
    const one = scene();
    await end(one);
    await one.model.close();
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(one.opened).toHaveLength(1);
  });

  test('one that is just being opened is closed too', async () => {
    const model = new FakeModel();
    let give = (_: OpenedModel): void => {};
    const first = new FakeModel();
    const again = reopening(
      first,
      () =>
        new Promise((resolve) => {
          give = resolve;
        }),
      { pausesMs: [0] },
    );
    first.fault = ended();
    await expect(again.run(BATCH)).rejects.toThrow(ReadingError);
    await vi.advanceTimersByTimeAsync(0);
    const closing = again.close();
    give({ kind: 'ready', model });
    await closing;
    expect(model.closed).toBe(true);
  });
});
