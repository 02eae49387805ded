import { describe, expect, test } from 'vitest';
import { smallTalkIn } from '../../../src/answering/deciding/small-talk.js';

describe('small talk', () => {
  test.each([
    // Greetings
    ...[
      '你好',
      '您好！',
      '你好呀～',
      '大家好',
      '各位早上好',
      '老师好',
      '你们好',
      '嗨',
      '哈喽👋',
      '在吗？',
      '有人吗',
      '早',
      '晚安',
    ],
    ...['新年快乐！', '你好你好', 'Hi', 'hello!', 'Hey there', 'good morning', 'ＨＥＬＬＯ'],
    // Thanks
    ...['谢谢', '谢谢啦', '谢谢您！', '多谢大家', '非常感谢', '太感谢了', '辛苦了', '麻烦你了', '謝謝你'],
    ...['Thanks!', 'thank you very much', 'Many thanks', 'thx'],
    // Goodbyes and the rest
    ...[
      '再见',
      '拜拜',
      '明天见',
      'bye bye',
      'Goodbye.',
      '好的',
      '好的，谢谢',
      '嗯嗯嗯',
      '哈哈哈哈',
      '收到！',
      '知道了',
      'OK',
    ],
    ...['测试一下', '你好，测试', '你是谁？', '你能做什么', 'Who are you?', "You're welcome"],
  ])('%s', (text) => {
    expect(smallTalkIn(text)).toBe('sure');
  });
});

describe('small talk, unless the collection holds something of it', () => {
  test.each(['测试', '测试！', '测试测试', '感恩', '点赞', '棒', 'test', 'Testing'])('%s', (text) => {
    expect(smallTalkIn(text)).toBe('unless-held');
  });
});

describe('no small talk', () => {
  test.each([
    // Questions that begin or end with it
    ...[
      '你好，请问天香路多长',
      '您好！图书馆几点开门？',
      '在吗？想问问停水的事',
      '谢谢，那门票多少钱呢',
      '天香路多长？谢谢',
    ],
    ...['hi, where is the museum?', 'Thanks, and who opened it?', '早上好，今天几点升旗'],
    // Words that hold it
    ...[
      '早餐',
      '好人好事',
      '谢晋是谁',
      '测试工程师',
      '感谢信是谁写的',
      '你是谁的老师',
      'history',
      'high school',
      'okra',
    ],
    // Nothing said
    ...['', '？？？', '👋', '   ', '大家', '老师', '你'],
  ])('%s', (text) => {
    expect(smallTalkIn(text)).toBe('no');
  });
});

test('the longest run of greetings is told from the longest near miss', () => {
  expect(smallTalkIn('好'.repeat(4096))).toBe('sure');
  expect(smallTalkIn(`${'好'.repeat(4095)}书`)).toBe('no');
  expect(smallTalkIn(`${'嗯'.repeat(4095)}书`)).toBe('no');
});
