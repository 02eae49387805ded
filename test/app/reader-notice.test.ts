import { expect, test } from 'vitest';
import { type Notice, type ReaderOutcome, readerNotice } from '../../src/app/reader-notice.js';

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
