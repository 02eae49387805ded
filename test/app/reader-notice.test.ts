import { expect, test } from 'vitest';
import type { ReaderFault } from '../../src/answering/reading/reopening-model.js';
import { faultNotice, type Notice, type ReaderOutcome, readerNotice } from '../../src/app/reader-notice.js';

test.each<[ReaderOutcome, Notice | undefined]>([
  [{ kind: 'on' }, undefined],
  [
    { kind: 'off' },
    {
      level: 'info',
      text: 'the reader is off (READER=off); what is found is shown as possible, never as the answer',
    },
  ],
  [
    { kind: 'unavailable', why: 'its weights are missing' },
    {
      level: 'warn',
      text: 'the reader cannot be used (its weights are missing); what is found is shown as possible, never as the answer',
    },
  ],
])('of a reader that is %o the log says %o', (outcome, notice) => {
  expect(readerNotice(outcome)).toEqual(notice);
});

test.each<[ReaderFault, string]>([
  [
    { kind: 'unread', why: 'out of memory' },
    'the reader failed at a passage (out of memory); where that happens, what is found is shown as possible, never as the answer. It is told only once',
  ],
  [
    { kind: 'reopening', why: 'its thread has ended', pauseMs: 10_000 },
    'the reader stopped (its thread has ended); it is opened again in 10 s. Meanwhile what is found is shown as possible, never as the answer',
  ],
  [
    { kind: 'gone', why: 'its thread has ended' },
    'the reader stopped again (its thread has ended); from now on what is found is shown as possible, never as the answer. Start the bot again to have it read',
  ],
])('of the fault %o the log says “%s”', (fault, text) => {
  expect(faultNotice(fault)).toBe(text);
});
