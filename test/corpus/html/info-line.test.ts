import { expect, test } from 'vitest';
import { infoOfLine, type LineFacts } from '../../../src/corpus/html/info-line.js';

const cases: readonly [name: string, line: string, expected: LineFacts | undefined][] = [
  ['fields apart', '发布者：教导处 发布时间：2026-08-30', { author: '教导处', date: '2026-08-30' }],
  [
    'fields without blanks between them',
    '发布者：教导处发布时间：2026-08-30浏览次数：10',
    { author: '教导处', date: '2026-08-30' },
  ],
  ['a label that may be a word of the value', '来源：县教育局作者：李敏', undefined],
  ['a label that ends like a known one', '作者：张三，原文来源：澜江日报', undefined],
  ['what is told of something else', '地点：礼堂考试时间：9月3日', undefined],
];
test.each(cases)('an information line: %s', (_, line, expected) => {
  expect(infoOfLine(line, true)).toEqual(expected);
});
