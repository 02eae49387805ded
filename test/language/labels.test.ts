import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.js';
import { labelOf, labelsIn } from '../../src/language/labels.js';

describe('a block bears the label that it begins with', () => {
  test.each([
    ['第三条 本规定所称图书，包括下列读物：', '条3'],
    ['第三十二条　违反本规定的，予以提醒。', '条32'],
    ['第12条 开放时间', '条12'],
    ['第十二条之一 夜间开放的，另行公告。', '条12之1'],
    ['第一章 总则', '章1'],
    ['附件2：报名表', '附件2'],
    ['附件二', '附件2'],
    ['表3 各村户数', '表3'],
    ['图 4', '图4'],
    ['（三）有声书；', '（3'],
    ['(3) 有声书', '（3'],
  ])('%s: %s', (text, name) => expect(labelOf(text)).toBe(name));

  test.each([
    '第三条规定的图书',
    '违反第三条的',
    '本规定第三条 所称',
    '表3和表4合并',
    '附件2份',
    '第三届运动会',
    '表示感谢',
    '图书',
  ])('%s: none', (text) => expect(labelOf(text)).toBeUndefined());
});

describe('a question names the labels in it', () => {
  test.each<[string, string[]]>([
    ['图书管理规定第三条是什么内容', ['条3']],
    ['第三十二條說什麼', ['条32']],
    ['第三条（二）是什么', ['条3', '（2']],
    ['附件2在哪里下载', ['附件2']],
    ['表3里黄村多少户', ['表3']],
    ['有几条公交线', []],
  ])('%s: %j', (question, names) => expect(labelsIn(fold(question)).map(({ name }) => name)).toEqual(names));
});
