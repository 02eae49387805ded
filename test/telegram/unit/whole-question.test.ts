import { describe, expect, it } from 'vitest';
import { wholeQuestion } from '../../../src/telegram/surfaces/question.js';

const ME = { id: 700, username: 'jianbao_bot' };

describe('a question is kept so that it can be asked on its own', () => {
  it.each<[asked: string, answer: string, kept: string]>([
    ['图书馆为什么搬家？', '文章里没有找到答案。', '图书馆为什么搬家？'],
    ['那票价呢？', '承前：望月大桥\n文章里没有找到答案。', '望月大桥 票价呢？'],
    ['What is the fare?', 'Following on: 望月大桥\nI found no answer.', '望月大桥 What is the fare?'],
    ['（剪报的消息）', '问：何敏是谁？\n文章里没有找到答案。', '何敏是谁？'],
    ['（剪報的訊息）', '問：何敏是誰？\n文章裡沒有找到答案。', '何敏是誰？'],
    ['', '承前：望月大桥\n文章里没有找到答案。', ''],
  ])('%s under %j: %s', (asked, answer, kept) => {
    expect(wholeQuestion({ text: asked }, { text: answer }, ME)).toBe(kept);
  });
});
