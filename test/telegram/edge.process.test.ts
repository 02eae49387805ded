import type { User } from 'grammy/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { useFixture } from './support/fixture.js';

const fixture = useFixture();
let lin: User;

beforeAll(() => {
  lin = fixture.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
});

/** What people, and those who try things out, may send. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['4,096 characters', '青石镇图书馆的馆长是谁？'.repeat(400).slice(0, 4096)],
  [
    '4,096 different words',
    Array.from({ length: 4096 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join(''),
  ],
  ['4,096 units of emoji', '😀'.repeat(2048)],
  ['an emoji between characters', '图书馆😀搬家👨‍👩‍👧‍👦为什么'],
  ['flags and skin tones', '🇨🇳👍🏽图书馆'],
  ['characters beyond the basic plane', '𠮷野家图书馆𠀀'],
  ['punctuation', '？！。，、；：“”（）《》……——'],
  ['one sign', '?'],
  ['spaces and line breaks inside', '图书馆 \n\n\n 搬家'],
  ['control characters', '图书馆\u0001\u0007\u001B[31m搬家'],
  ['bidi overrides', '\u202E图书馆\u202C\u2066搬家\u2069'],
  ['zero-width characters', '图\u200B书\u200D馆\uFEFF搬家'],
  ['only zero-width characters and a letter', '\u200B\u200Ba'],
  ['combining marks piled up', `图书馆${'\u0301\u0333'.repeat(50)}`],
  ['digits', '1234567890'.repeat(20)],
  ['markup', '<b>图书馆</b> *搬家* [x](https://example.com) `为什么`'],
  ['a web address', 'https://example.com/图书馆?搬家=1#为什么'],
  ['operators of query languages', 'title:图书馆 AND NOT (搬家 OR "老粮仓")^2~*'],
  ['names that JavaScript knows', '__proto__ constructor toString hasOwnProperty'],
  ['another script', 'Где находится библиотека? مكتبة 図書館はどこ 도서관'],
  ['Traditional and full-width', '１０２路公車末班車幾點？圖書館'],
  ['ellipses', '图书馆……搬家…………'],
];

describe.each(TEXTS)('%s', (_, text) => {
  it('is answered or refused in a private chat', async () => {
    fixture.playground.say(lin, lin, text);
    expect((await fixture.playground.nextMessage(lin)).text).toBeTruthy();
  });

  it('is answered or refused inline', async () => {
    const outcome = await fixture.playground.typeInline(
      lin,
      text.slice(0, 256).replace(/[\uD800-\uDBFF]$/, ''),
    );
    expect(outcome.status).toBe('answered');
  });
});

it('names only a few of many missing words', async () => {
  const words = '铀钚镅锔锫锎锿镄钔锘铹𬬻𬭊𬭳𬭛𬭶鿏𫟼𬬭鿔';
  fixture.playground.say(lin, lin, [...words].map((word) => `${word}矿石`).join('，'));
  const { text = '' } = await fixture.playground.nextMessage(lin);
  expect(text.length).toBeLessThan(400);
});
