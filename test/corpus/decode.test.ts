import { describe, expect, test } from 'vitest';
import { decode } from '../../src/corpus/decode.js';

const TEXT = '澜江日报，二〇二四年。Latin 123';
const CHINESE = '这是一段中文新闻，讲的是大桥合龙。';

/** `CHINESE` in GB 2312, written out, since Node has no encoder for it. */
const GB = Buffer.from('d5e2cac7d2bbb6ced6d0cec4d0c2cec5a3acbdb2b5c4cac7b4f3c7c5bacfc1faa1a3', 'hex');

function big(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
}

describe('text', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT), TEXT],
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${TEXT}`), TEXT],
    ['UTF-16, little end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), TEXT],
    ['UTF-16, big end first', big(TEXT), TEXT],
    ['GB18030', GB, CHINESE],
    [
      'GB18030 with four bytes for a rare character',
      Buffer.concat([GB, Buffer.from('9534b235', 'hex')]),
      `${CHINESE}𠮷`,
    ],
    ['ASCII', Buffer.from('plain'), 'plain'],
    ['nothing', Buffer.from(''), ''],
  ])('%s', (_, bytes, text) => {
    expect(decode(bytes)).toEqual({ kind: 'text', text });
  });
});

describe('no text', () => {
  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /NUL bytes/],
    ['half a UTF-8 character', Buffer.from(CHINESE).subarray(0, -1), /neither/],
    [
      'one bad byte in UTF-8',
      Buffer.concat([Buffer.from(CHINESE), Buffer.from([0xff]), Buffer.from(CHINESE)]),
      /neither/,
    ],
    ['Latin 1', Buffer.from('Ein schöner Tag für die Brücke', 'latin1'), /neither/],
    [
      'Big5',
      Buffer.from('b36fae79a46abef4ac51a4e9a658c36ca141a5feaaf8a440a464a4bda4d8a143', 'hex'),
      /neither/,
    ],
    ['Shift JIS', Buffer.from('82b182ea82cd93fa967b8cea82cc95b68fcd82c582b78142', 'hex'), /neither/],
    ['EUC-JP', Buffer.from('a4b3a4eca4cfc6fccbdcb8eca4cecab8becfa4c7a4b9a1a3', 'hex'), /neither/],
    ['half a UTF-16 unit', Buffer.from(`\ufeff${TEXT}`, 'utf16le').subarray(0, -1), /damaged/],
  ])('%s', (_, bytes, problem) => {
    expect(decode(bytes)).toEqual({
      kind: 'undecodable',
      problem: expect.stringMatching(problem),
      remedy: expect.stringMatching(/UTF-8/),
    });
  });
});
