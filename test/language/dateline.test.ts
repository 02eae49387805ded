import { expect, test } from 'vitest';
import { datelines } from '../../src/language/dateline.js';
import { fold } from '../../src/language/fold.js';

test.each([
  ['a reporter in brackets', '本报讯（记者 王磊）11月4日，大桥合龙。', '本报讯（记者 王磊）'],
  [
    'a paper of that name',
    '本报讯（澜江日报记者 罗雨晴）记者从市文旅局获悉，游客增长。',
    '本报讯（澜江日报记者 罗雨晴）',
  ],
  [
    'an agency',
    '新华社北京11月4日电（记者李明、通讯员王磊）今年以来，',
    '新华社北京11月4日电（记者李明、通讯员王磊）',
  ],
  ['no bracket', '本报讯 记者王磊 通讯员李明 报道 昨天，大桥合龙。', '本报讯 记者王磊 通讯员李明 报道'],
  ['no reporter', '本报讯 记者从市文旅局获悉，游客增长。', '本报讯'],
  ['a line of its own', '大桥合龙\n本报记者 王磊\n昨天，大桥合龙。', '\n本报记者 王磊'],
])('finds who reports: %s', (_, text, expected) => {
  expect(datelines(fold(text)).map(({ start, end }) => text.slice(start, end).replace(/^\n/, ''))).toEqual([
    expected.replace(/^\n/, ''),
  ]);
});

test.each([
  '据气象台消息灵通人士说，明天有雨。',
  '记者在现场看到，大桥已经合龙。',
  '他是本报讯息部的记者王磊。',
  '王磊，本报记者，1980年生。',
  '收到一封电报，讯息全无。',
])('finds nobody in %s', (text) => {
  expect(datelines(fold(text))).toEqual([]);
});
