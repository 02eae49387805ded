import { expect, test } from 'vitest';
import type { ReaderFault } from '../../src/answering/reading/reopening-model.js';
import { faultNotice, type Notice, type ReaderOutcome, readerNotice } from '../../src/app/reader-notice.js';

const ENDED = { en: 'its thread has ended', zh: '它的线程结束了' };

test.each<[ReaderOutcome, Notice | undefined]>([
  [{ kind: 'on' }, undefined],
  [
    { kind: 'off' },
    {
      level: 'info',
      text: {
        en: 'the reader is off (READER=off); what is found is shown as possible, never as the answer',
        zh: '阅读模型已关闭（READER=off），找到的只作为“可能”的答案给出',
      },
    },
  ],
  [
    { kind: 'unavailable', why: { en: 'its weights are missing', zh: '缺少权重' } },
    {
      level: 'warn',
      text: {
        en: 'the reader cannot be used (its weights are missing); what is found is shown as possible, never as the answer',
        zh: '阅读模型不能用（缺少权重），找到的只作为“可能”的答案给出',
      },
    },
  ],
])('of a reader that is %o is said %o', (outcome, notice) => {
  expect(readerNotice(outcome)).toEqual(notice);
});

test.each<[ReaderFault, en: string, zh: string]>([
  [
    { kind: 'unread', why: { en: 'out of memory', zh: '内存不够' } },
    'the reader failed at a passage (out of memory); where that happens, what is found is shown as possible, never as the answer. It is told only once',
    '阅读模型读一段文字时出错（内存不够）；这种时候找到的只作为“可能”的答案给出。只提示这一次',
  ],
  [
    { kind: 'reopening', why: ENDED, pauseMs: 10_000 },
    'the reader stopped (its thread has ended); it is opened again in 10 s. Meanwhile what is found is shown as possible, never as the answer',
    '阅读模型停了（它的线程结束了），10 秒后重新打开；这期间找到的只作为“可能”的答案给出',
  ],
  [
    { kind: 'gone', why: ENDED },
    'the reader stopped again (its thread has ended); from now on what is found is shown as possible, never as the answer. Start the bot again to have it read',
    '阅读模型又停了（它的线程结束了），从现在起找到的只作为“可能”的答案给出；重新启动机器人才能恢复',
  ],
])('of the fault %o is said “%s”', (fault, en, zh) => {
  expect(faultNotice(fault)).toEqual({ en, zh });
});
