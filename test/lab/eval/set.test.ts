import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type EvalSet, MalformedSetError, readSet } from '../../../lab/eval/set.js';
import { folderWith } from '../../cli/command.js';

const PASSAGE = { id: 'p1', title: '渡口', text: '青石渡口今年十一月停运。' };
const QUESTION = { id: 'q1', text: '渡口何时停运？', passage: 'p1', answers: ['十一月'] };
const SET = { name: 'ferry', passages: [PASSAGE], questions: [QUESTION] };

async function read(content: unknown): Promise<EvalSet> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return readSet(join(await folderWith({ 'set.json': text }), 'set.json'));
}

describe('a set', () => {
  test('is read as it stands', async () => {
    expect(await read(SET)).toEqual(SET);
  });

  test('without a name goes by that of its file', async () => {
    expect(await read({ ...SET, name: undefined })).toMatchObject({ name: 'set' });
  });

  test('keeps the kinds of its questions, where they have any', async () => {
    const questions = [{ ...QUESTION, kind: 'when' }, QUESTION];
    expect((await read({ ...SET, questions })).questions).toEqual(questions);
  });

  test('may seem to answer what it does not', async () => {
    const nearMiss = { ...QUESTION, answers: [] };
    expect((await read({ ...SET, questions: [nearMiss] })).questions).toEqual([nearMiss]);
  });

  test.each<[string, unknown, RegExp]>([
    ['text that is no JSON', '{ "passages": [', /set\.json: .*JSON/],
    ['another form', [1, 2], /set\.json: /],
    ['no passages', { ...SET, passages: [] }, /set\.json: passages: /],
    ['a passage without text', { ...SET, passages: [{ id: 'p1' }] }, /set\.json: passages\[0\]\.text: /],
    ['an id twice', { ...SET, passages: [PASSAGE, PASSAGE] }, /passages\[1\]\.id: "p1" occurs twice/],
    [
      'answers that are no list',
      { ...SET, questions: [{ ...QUESTION, answers: 'x' }] },
      /questions\[0\]\.answers: /,
    ],
    [
      'a passage that is not there',
      { ...SET, questions: [{ ...QUESTION, passage: 'p9' }] },
      /questions\[0\]\.passage: .*"p9"/,
    ],
  ])('with %s is refused, naming the place', async (_, content, message) => {
    const reading = read(content);
    await expect(reading).rejects.toThrow(MalformedSetError);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toMatchObject({ exitCode: 2 });
  });
});
