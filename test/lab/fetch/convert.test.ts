import { describe, expect, test } from 'vitest';
import { readSet } from '../../../lab/eval/set.js';
import { parseSquad, questionIds, toEvalSet, UnexpectedFormError } from '../../../lab/fetch/convert.js';
import { folderWith } from '../../cli/command.js';

const SQUAD = {
  version: 'v1.0',
  data: [
    {
      title: '渡口',
      id: 'A',
      paragraphs: [
        {
          id: 'A-1',
          context: '青石渡口十一月停运。',
          qas: [
            {
              id: 'A-1-1',
              question: '渡口何时停运？',
              answers: [
                { text: '十一月', answer_start: 4 },
                { text: '十一月', answer_start: 4 },
                { text: '十一月停运', answer_start: 4 },
              ],
            },
            { id: 'A-1-2', question: '渡口何时开通？', answers: [], is_impossible: true },
          ],
        },
        {
          context: '渡船载客四十七人。',
          qas: [{ id: 'A-2-1', question: '载客多少？', answers: [{ text: '四十七人' }] }],
        },
      ],
    },
    { title: '大桥', paragraphs: [{ context: '大桥全长1286米。', qas: [] }] },
  ],
};
const parsed = (value: unknown, mark = '') => parseSquad(Buffer.from(mark + JSON.stringify(value)), 'x.json');

describe('a published set', () => {
  const wanted = {
    name: 'set',
    passages: [
      { id: 'set-0-0', title: '渡口', text: '青石渡口十一月停运。' },
      { id: 'set-0-1', title: '渡口', text: '渡船载客四十七人。' },
      { id: 'set-1-0', title: '大桥', text: '大桥全长1286米。' },
    ],
    questions: [
      { id: 'set:A-1-1', text: '渡口何时停运？', passage: 'set-0-0', answers: ['十一月', '十一月停运'] },
      { id: 'set:A-1-2', text: '渡口何时开通？', passage: 'set-0-0', answers: [] },
      { id: 'set:A-2-1', text: '载客多少？', passage: 'set-0-1', answers: ['四十七人'] },
    ],
  };

  test.each(['', '\uFEFF'])('becomes passages and questions, each answer once (begins with %j)', (mark) => {
    expect(toEvalSet(parsed(SQUAD, mark), 'set')).toEqual(wanted);
  });

  test('lacks the passages that another set asks about, and keeps the ids of the others', () => {
    const other = questionIds(
      parsed({
        data: [
          {
            title: 'Ferry',
            paragraphs: [{ context: 'x', qas: [{ id: 'A-1-2', question: '', answers: [] }] }],
          },
        ],
      }),
    );
    const { passages, questions } = toEvalSet(parsed(SQUAD), 'set', other);
    expect(passages).toEqual(wanted.passages.slice(1));
    expect(questions).toEqual(wanted.questions.slice(2));
  });

  test('is read by the commands that measure', async () => {
    const folder = await folderWith({ 'set.json': JSON.stringify(toEvalSet(parsed(SQUAD), 'set')) });
    expect(readSet(`${folder}/set.json`)).toMatchObject({ name: 'set', passages: wanted.passages });
  });
});

describe('what is not in the form of SQuAD is refused with the place', () => {
  test.each<[string, string, RegExp]>([
    ['a page that says something else', '<html>', /^x\.json is not in the form of SQuAD: .*JSON/],
    ['another form', '[]', /x\.json is not in the form of SQuAD: the file: /],
    ['no articles', '{"data":[]}', /: data: /],
    [
      'a paragraph without text',
      '{"data":[{"title":"x","paragraphs":[{"context":"","qas":[]}]}]}',
      /: data\.0\.paragraphs\.0\.context: /,
    ],
    [
      'answers that are texts',
      '{"data":[{"title":"x","paragraphs":[{"context":"y","qas":[{"id":"1","question":"?","answers":["y"]}]}]}]}',
      /: data\.0\.paragraphs\.0\.qas\.0\.answers\.0: /,
    ],
  ])('%s', (_, content, message) => {
    const read = () => parseSquad(Buffer.from(content), 'x.json');
    expect(read).toThrow(UnexpectedFormError);
    expect(read).toThrow(message);
  });
});
