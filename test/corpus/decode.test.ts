import { describe, expect, test } from 'vitest';
import { decode } from '../../src/corpus/decode.js';
import { statedEncoding } from '../../src/corpus/encoding/stated.js';

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
    expect(decode(bytes)).toMatchObject({ kind: 'text', text });
  });
});

/** 這座大橋今日合龍，全長一千公尺。 */
const BIG5 = Buffer.from('b36fae79a46abef4a4b5a4e9a658c073a141a5feaaf8a440a464a4bda4d8a143', 'hex');
/** 這座大橋今日合龍。 */
const TRADITIONAL_IN_GBK = Buffer.from('df40d7f9b4f398f2bdf1c8d5bacffd88a1a3', 'hex');
const SHIFT_JIS = Buffer.from('82b182ea82cd93fa967b8cea82cc95b68fcd82c582b78142', 'hex');

describe('the encoding is named', () => {
  test.each<[what: string, bytes: Buffer, encoding: string | undefined, begins: string]>([
    ['UTF-8', Buffer.from(CHINESE), undefined, '这是一段'],
    ['GB18030', GB, 'GB18030', '这是一段'],
    ['GB18030 that is Traditional', TRADITIONAL_IN_GBK, 'GB18030', '這座大橋'],
    ['Big5', BIG5, 'Big5', '這座大橋'],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'UTF-16', '澜江日报'],
    ['UTF-16 without, little end first', Buffer.from(TEXT, 'utf16le'), 'UTF-16', '澜江日报'],
    ['UTF-16 without, big end first', Buffer.from(TEXT, 'utf16le').swap16(), 'UTF-16', '澜江日报'],
    ['UTF-16 without, and nothing but Chinese', Buffer.from(CHINESE, 'utf16le'), 'UTF-16', '这是一段'],
  ])('%s', (_, bytes, encoding, begins) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ kind: 'text', text: expect.stringMatching(`^${begins}`) });
    expect('encoding' in decoded ? decoded.encoding : undefined).toBe(encoding);
  });
});

describe('Big5 with the characters of Hong Kong', () => {
  const LIFT = '佢哋話搭𨋢上去，嘅士埗頭喺嗰邊，啲人冇嚟過㗎。';
  const LIFT_BYTES = Buffer.from(
    'ca5c925db8dcb7669df2a457a568a141fb48a46896f5c0599df69df5c3e4a1419df8a448c94e91c1b94c9deea143',
    'hex',
  );
  const NAMES = Buffer.from('b260a4f496f5c06ebc64b5f3a4b5a4e9a6b3bc56a143', 'hex');

  test.each<[what: string, bytes: Buffer, text: string]>([
    ['Cantonese', LIFT_BYTES, LIFT],
    ['names of places', NAMES, '深水埗鴨寮街今日有墟。'],
    ['signs of lists', Buffer.from('b2c4c6a1b6b5a143', 'hex'), '第①項。'],
    [
      'more than is looked at, which ends in the middle of a character',
      Buffer.concat([Buffer.from('a'), ...Array<Buffer>(1_500).fill(LIFT_BYTES)]),
      `a${LIFT.repeat(1_500)}`,
    ],
  ])('%s', (_, bytes, text) => {
    expect(decode(bytes)).toEqual({ kind: 'text', text, encoding: 'Big5' });
  });

  test('what has none of them is read as before, whatever it is', () => {
    const codes = Array.from({ length: 0x59 }, (_, i) => 0xa1 + i).flatMap((lead) =>
      Array.from({ length: 0x3f }, (_, i) => Buffer.of(lead, 0x40 + i)),
    );
    const plain = new TextDecoder('big5');
    const taiwan = codes.filter((code) => !/[\ue000-\uf8ff\ufffd]/u.test(plain.decode(code)));
    const bytes = Buffer.concat([BIG5, ...taiwan]);
    expect(decode(bytes, 'big5')).toMatchObject({ text: plain.decode(bytes) });
  });

  test('half a character is none', () => {
    expect(decode(LIFT_BYTES.subarray(0, -1))).toMatchObject({ kind: 'undecodable' });
  });
});

describe('what a file states of itself', () => {
  const meta = (charset: string, bytes: Buffer) =>
    Buffer.concat([Buffer.from(`<html><head><meta charset="${charset}"></head><body>`), bytes]);
  const declared = (encoding: string, bytes: Buffer) =>
    Buffer.concat([Buffer.from(`<?xml version="1.0" encoding='${encoding}'?><p>`), bytes]);

  test.each<[what: string, bytes: Buffer, text: string]>([
    ['is heeded where nothing else would tell', meta('Shift_JIS', SHIFT_JIS), 'これは日本語の文章です。'],
    ['is heeded where one character is all there is', meta('big5', Buffer.from('b36f', 'hex')), '這'],
    ['is heeded with the characters of Hong Kong', meta('big5-hkscs', Buffer.from('9df2', 'hex')), '𨋢'],
    ['is heeded in a declaration', declared('big5', Buffer.from('b36f', 'hex')), '這'],
    ['is GB18030 where GB 2312 is stated', meta('gb2312', Buffer.from('fd88', 'hex')), '龍'],
    ['counts for nothing where the bytes are UTF-8', meta('gb2312', Buffer.from(CHINESE)), CHINESE],
    ['counts for nothing where every program states it', meta('iso-8859-1', GB), CHINESE],
    [
      'counts where that is all there is',
      meta('iso-8859-1', Buffer.from('schöner Tag', 'latin1')),
      'schöner Tag',
    ],
    ['counts for nothing where the bytes are not valid in it', meta('iso-2022-jp', GB), CHINESE],
    ['counts for nothing where nobody knows it', meta('x-own', GB), CHINESE],
  ])('%s', (_, bytes, text) => {
    const decoded = decode(bytes, statedEncoding(bytes));
    expect(decoded).toMatchObject({ kind: 'text', text: expect.stringMatching(new RegExp(`${text}$`)) });
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
    ['Shift JIS', SHIFT_JIS, /neither/],
    ['EUC-JP', Buffer.from('a4b3a4eca4cfc6fccbdcb8eca4cecab8becfa4c7a4b9a1a3', 'hex'), /neither/],
    ['half a UTF-16 unit', Buffer.from(`\ufeff${TEXT}`, 'utf16le').subarray(0, -1), /damaged/],
  ])('%s', (_, bytes, problem) => {
    expect(decode(bytes)).toEqual({
      kind: 'undecodable',
      problem: expect.objectContaining({ en: expect.stringMatching(problem) }),
      remedy: { en: expect.stringMatching(/UTF-8/), zh: expect.stringMatching(/UTF-8/) },
    });
  });
});
