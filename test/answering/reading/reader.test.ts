import { describe, expect, test } from 'vitest';
import { KeptReadings } from '../../../src/answering/reading/kept-readings.js';
import { createReader, MOST_WAITING } from '../../../src/answering/reading/reader.js';
import {
  PATIENCE_MS,
  Patience,
  type Reader,
  type Reading,
  type ReadOutcome,
} from '../../../src/answering/reading/reading.js';
import { FakeModel, vocabulary } from './support.js';

const windows = (...texts: string[]) => texts.map((text) => ({ context: '题', text }));

/** @param runMs how long a run takes by the reader's clock */
function setUp(runMs = 0) {
  const model = new FakeModel();
  const now = () => model.batches.length * runMs;
  return { model, reader: createReader(model, vocabulary, { now }) };
}

/** Has a model wait until what it gives is called. */
function held(model: FakeModel): () => void {
  let open = () => {};
  model.gate = new Promise((resolve) => {
    open = resolve;
  });
  return open;
}

function heldUp() {
  const { model, reader } = setUp();
  return { model, reader, open: held(model) };
}

/** Has so many questions read, one after the other. */
async function many(reader: Reader, count: number): Promise<void> {
  for (let at = 0; at < count; at++) await reader.read(`前${at}`, windows('一'));
}

function readingsOf(outcome: ReadOutcome): readonly Reading[] {
  if (outcome.kind !== 'read') throw new Error(outcome.kind);
  return outcome.readings;
}

/** The text of the batches' windows, a character each. */
function order(model: FakeModel): string[] {
  const pieces = new Map(Array.from(vocabulary.initial, ([piece, id]) => [id, piece]));
  return model.batches.map(({ ids, length }) => pieces.get(Number(ids[length - 2])) ?? '');
}

describe('reading', () => {
  test('tells of each window, in order, whether and where it answers', async () => {
    const { reader } = setUp();
    const [first, second, none] = readingsOf(await reader.read('问', windows('图书馆', '馆长', '')));
    expect(first?.answers).toBe(vocabulary.initial.get('馆'));
    expect(second?.answers).toBe(vocabulary.initial.get('长'));
    expect(first?.stretch).toBeDefined();
    expect(none?.stretch).toBeUndefined();
  });

  test('ends when what was read is enough', async () => {
    const { model, reader } = setUp();
    const seen: number[] = [];
    const enough = (soFar: readonly Reading[]) => seen.push(soFar.length) === 2;
    expect(readingsOf(await reader.read('问', windows('一', '二', '三'), { enough }))).toHaveLength(2);
    expect(seen).toEqual([1, 2]);
    expect(order(model)).toEqual(['一', '二']);
  });

  test('no windows need no model', async () => {
    const { model, reader } = setUp();
    expect(await reader.read('问', [])).toEqual({ kind: 'read', readings: [] });
    expect(model.batches).toEqual([]);
  });
});

describe('what was read', () => {
  test('is not read again, and is the same', async () => {
    const { model, reader } = setUp();
    const first = await reader.read('问', windows('一', '二'));
    expect(await reader.read('问', windows('一', '二'))).toEqual(first);
    expect(order(model)).toEqual(['一', '二']);
    await reader.read('问', windows('二', '三'));
    expect(order(model)).toEqual(['一', '二', '三']);
  });

  test('is another thing for another question, or with another title', async () => {
    const { model, reader } = setUp();
    await reader.read('问', windows('一'));
    await reader.read('问题', windows('一'));
    await reader.read('问', [{ context: '', text: '题一' }]);
    expect(model.batches).toHaveLength(3);
  });

  test('is waited for together while it is being read', async () => {
    const { model, reader, open } = heldUp();
    const both = [reader.read('问', windows('一')), reader.read('问', windows('一'))];
    open();
    const [first, second] = await Promise.all(both);
    expect(second).toEqual(first);
    expect(model.batches).toHaveLength(1);
  });

  test('is forgotten when it was not asked for longest', () => {
    const kept = new KeptReadings(2);
    const reading: Reading = { answers: 1, lead: 0, share: 0, rival: 0, stretch: undefined };
    for (const key of ['a', 'b']) kept.put(key, reading);
    kept.get('a');
    kept.put('c', reading);
    expect(['a', 'b', 'c'].map((key) => kept.get(key) !== undefined)).toEqual([true, false, true]);
  });

  test('is not kept when the model failed', async () => {
    const { model, reader } = setUp();
    model.fault = new Error('fault');
    const both = [reader.read('问', windows('一')), reader.read('问', windows('一'))];
    for (const read of both) await expect(read).rejects.toThrow('fault');
    model.fault = undefined;
    expect(readingsOf(await reader.read('问', windows('一')))).toHaveLength(1);
  });
});

describe('questions at the same time', () => {
  test('are read one after the other', async () => {
    const { model, reader, open } = heldUp();
    const all = [
      reader.read('问', windows('一', '二', '三')),
      reader.read('谁', windows('四', '五')),
      reader.read('何', windows('六')),
    ];
    open();
    await Promise.all(all);
    expect(order(model)).toEqual(['一', '二', '三', '四', '五', '六']);
  });

  test('beyond those that may wait are turned away at once, unless what they ask is known', async () => {
    const { model, reader } = setUp(1);
    await many(reader, 60);
    const before = model.batches.length;
    const open = held(model);
    const all = Array.from({ length: MOST_WAITING }, (_, at) => reader.read(`问${at}`, windows('一')));
    expect(await reader.read('谁', windows('一'))).toEqual({ kind: 'busy' });
    const same = reader.read('问0', windows('一'));
    open();
    expect((await Promise.all([...all, same])).every(({ kind }) => kind === 'read')).toBe(true);
    expect((await reader.read('谁', windows('一'))).kind).toBe('read');
    expect(model.batches).toHaveLength(before + MOST_WAITING + 1);
  });

  test.each([
    { runMs: 50, read: 6 },
    { runMs: 200, read: 2 },
    { runMs: 2_000, read: 1 },
  ])('are no more than are read in time: $read where each takes $runMs ms', async ({ runMs, read }) => {
    const { model, reader } = setUp(runMs);
    await many(reader, 100);
    const open = held(model);
    const all = Array.from({ length: MOST_WAITING }, (_, at) => reader.read(`谁${at}`, windows('一')));
    open();
    const outcomes = await Promise.all(all);
    expect(outcomes.filter(({ kind }) => kind === 'read')).toHaveLength(read);
    expect((read - 1) * runMs).toBeLessThanOrEqual(PATIENCE_MS);
  });
});

describe('patience', () => {
  test.each([
    { spent: 100, kind: 'read' },
    { spent: 101, kind: 'busy' },
  ])(
    'is that of a question, however often something is read for it: $kind after $spent ms',
    async ({ spent, kind }) => {
      const { model, reader } = setUp(100);
      await many(reader, 60);
      const open = held(model);
      const before = ['谁', '何'].map((question) => reader.read(question, windows('一')));
      const patience = new Patience();
      patience.spend(spent);
      const outcome = reader.read('问', windows('一'), { patience });
      open();
      expect((await outcome).kind).toBe(kind);
      await Promise.all(before);
      expect(patience.leftMs).toBe(kind === 'read' ? PATIENCE_MS - spent - 200 : PATIENCE_MS - spent);
    },
  );

  test('is not needed where nobody waits for what is read before', async () => {
    const { model, reader, open } = heldUp();
    const spare = reader.read('谁', windows('一'), { spare: true });
    await new Promise(setImmediate);
    const patience = new Patience();
    patience.spend(PATIENCE_MS + 1);
    const outcome = reader.read('问', windows('二'), { patience });
    open();
    expect([(await spare).kind, (await outcome).kind]).toEqual(['read', 'read']);
    expect(order(model)).toEqual(['一', '二']);
  });
});

describe('what would be good to know', () => {
  test('is read only where nobody else waits, unless it is known', async () => {
    const { model, reader, open } = heldUp();
    const spare = { spare: true };
    const first = reader.read('问', windows('一'), spare);
    expect(await reader.read('谁', windows('二'), spare)).toEqual({ kind: 'busy' });
    const known = reader.read('问', windows('一'), spare);
    open();
    expect([(await first).kind, (await known).kind]).toEqual(['read', 'read']);
    expect((await reader.read('谁', windows('二'), spare)).kind).toBe('read');
    expect(model.batches).toHaveLength(2);
  });

  test('is given up for those who come while it is read', async () => {
    const { model, reader, open } = heldUp();
    const spare = reader.read('问', windows('一', '二', '三'), { spare: true });
    await new Promise(setImmediate);
    const asked = reader.read('谁', windows('四', '五'));
    open();
    expect([(await spare).kind, (await asked).kind]).toEqual(['busy', 'read']);
    expect(order(model)).toEqual(['一', '四', '五']);
  });
});

describe('closing', () => {
  test('ends what waits, and closes the model after the run that is under way', async () => {
    const { model, reader, open } = heldUp();
    const first = reader.read('问', windows('一', '二'));
    const second = reader.read('谁', windows('三'));
    await new Promise(setImmediate);
    const closing = [reader.close(), reader.close()];
    expect(model.closed).toBe(false);
    open();
    await Promise.all(closing);
    expect(model.closed).toBe(true);
    expect([await first, await second, await reader.read('何', windows('四'))]).toEqual(
      Array(3).fill({ kind: 'busy' }),
    );
    expect(order(model)).toEqual(['一']);
  });
});
