import { describe, expect, test } from 'vitest';
import { exampleQuestions } from '../../../src/answering/examples/examples.js';
import { article } from '../support.js';

const DATED = '本报讯（记者 王磊）11月4日上午，青石大桥主桥顺利合龙。';

test.each<[name: string, title: string, paragraphs: readonly string[], questions: readonly string[]]>([
  ['when something happened', '青石大桥主桥合龙', [DATED], ['青石大桥主桥什么时候合龙？']],
  [
    'how much of the subject',
    '青石大桥主桥合龙',
    ['青石大桥全长1286米，', '青石大桥今天合龙。'],
    ['青石大桥全长多少米？'],
  ],
  [
    'the same where the clause leaves the subject out',
    '青石大桥主桥合龙',
    ['青石大桥今天合龙。主跨520米，青石大桥很长。'],
    ['青石大桥主跨多少米？'],
  ],
  ['who somebody is', '石头会说话', ['讲解员罗小溪说，桥老了。罗小溪今年三十岁。'], ['罗小溪是谁？']],
  ['how many', '重庆出现连晴高温', ['重庆连晴高温持续了67天。'], ['重庆连晴高温持续了多少天？']],
  ['what a notice says', '关于临时停水的通告', ['明天停水。'], ['关于临时停水的通告说了什么？']],
  ['what a title asks', '这座桥为什么歪了', ['桥歪了。'], ['这座桥为什么歪了？']],
])('asks %s', (_, title, paragraphs, questions) => {
  const asked = [...exampleQuestions([article(title, paragraphs)])].map(({ question }) => question);
  expect(asked).toEqual(expect.arrayContaining([...questions]));
});

describe('never asks', () => {
  test.each<[name: string, title: string, paragraphs: readonly string[], pattern: RegExp]>([
    ['who the reporter is', '青石大桥主桥合龙', [DATED, '记者王磊说，王磊看见了。'], /王磊/],
    ['when, where no time is told', '青石大桥主桥合龙', ['大桥合龙了。'], /什么时候/],
    ['when, of a title that tells it', '青石大桥今天合龙啦', [DATED], /什么时候/],
    ['what a list of prices is about', '青石镇公交线路一览', ['一路：镇口到桥头。'], /怎么回事/],
    ['how many years, of a year', '青石大桥主桥合龙', ['青石大桥建于1987年。'], /多少年/],
    ['with half a quotation', '“一页纸要修三天', ['修一页纸要三天。'], /“一页纸/],
  ])('%s', (_, title, paragraphs, pattern) => {
    const asked = [...exampleQuestions([article(title, paragraphs)])].map(({ question }) => question);
    expect(asked.filter((question) => pattern.test(question))).toEqual([]);
  });
});

test('asks neighbouring articles for different things, and each article of each thing once', () => {
  const titles = ['青石大桥主桥合龙', '白沙大桥主桥合龙'];
  const articles = titles.map((title) =>
    article(title, [`11月4日，${title}。`, `${title.slice(0, 4)}全长1286米。${title.slice(0, 4)}很长。`]),
  );
  expect([...exampleQuestions(articles)].map(({ question }) => question)).toEqual([
    '青石大桥主桥什么时候合龙？',
    '白沙大桥全长多少米？',
    '青石大桥全长多少米？',
    '白沙大桥主桥什么时候合龙？',
    '“青石大桥主桥合龙”是怎么回事？',
    '“白沙大桥主桥合龙”是怎么回事？',
  ]);
});
