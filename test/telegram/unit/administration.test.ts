import { inflateSync } from 'node:zlib';
import type { Message, MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { KeptMap } from '../../../src/keeping/kept-map.js';
import {
  decodeOfficeButton,
  encodeOfficeButton,
  type OfficeButton,
} from '../../../src/telegram/administration/buttons.js';
import { Canvas } from '../../../src/telegram/administration/canvas.js';
import { forwardedFile, postUrl } from '../../../src/telegram/administration/forwarded.js';
import { keyOf, safeName } from '../../../src/telegram/administration/inbox.js';
import { RecentFailures } from '../../../src/telegram/administration/recent-failures.js';
import { parseUnanswered, UnansweredQuestions } from '../../../src/telegram/administration/unanswered.js';
import { en } from '../../../src/telegram/wording/en.js';
import { zh } from '../../../src/telegram/wording/zh.js';

const DAY_MS = 86_400_000;

describe('a name for a file that somebody sent', () => {
  it.each<[given: string, safe: string]>([
    ['通知.txt', '通知.txt'],
    ['2026年 会议纪要（定稿）.docx', '2026年 会议纪要（定稿）.docx'],
    ['../../etc/passwd.txt', 'etc_passwd.txt'],
    ['..\\..\\autoexec.txt', 'autoexec.txt'],
    ['/abs/olute.md', 'abs_olute.md'],
    ['.hidden.txt', 'hidden.txt'],
    ['a\u0000b\nc\u202e.txt', 'a_b_c_.txt'],
    ['con:prn*?.txt', 'con_prn__.txt'],
    ['', 'file'],
    ['...', 'file'],
  ])('%j is %j', (given, safe) => {
    expect(safeName(given)).toBe(safe);
  });

  it('is one that file systems bear, with its ending, however long the given one is', () => {
    const name = safeName(`${'很长的名字𠮷'.repeat(99)}.html`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
    expect(name).toMatch(/^很长的名字𠮷.*\.html$/u);
    expect(name).not.toMatch(/\p{Cs}/u);
  });
});

describe('a button of an administrator', () => {
  it.each<[OfficeButton]>([
    [{ kind: 'broadcast', chats: 1_000_000 }],
    [{ kind: 'remove', key: keyOf('很长的名字'.repeat(99)) }],
    [{ kind: 'follow', channel: -1_002_000_000_001 }],
    [{ kind: 'unfollow', channel: -1_009_999_999_999_999 }],
  ])('%j is found again in 64 bytes', (button) => {
    const data = encodeOfficeButton(button);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    expect(decodeOfficeButton(data)).toEqual(button);
  });

  it.each(['p:passage1', 'a:x:1', 'a:f:one', 'a:b:', '', 'a:r:../x'])('is none: %j', (data) => {
    expect(decodeOfficeButton(data)).toBeUndefined();
  });
});

describe('the address of a post', () => {
  it.each<[chat: { id: number; username?: string }, url: string]>([
    [{ id: -1_002_000_000_001, username: 'qingshi_news' }, 'https://t.me/qingshi_news/42'],
    [{ id: -1_002_000_000_001 }, 'https://t.me/c/2000000001/42'],
  ])('%j', (chat, url) => {
    expect(postUrl(chat, 42)).toBe(url);
  });
});

describe('a message that is forwarded', () => {
  const file = (text: string, entities: readonly MessageEntity[]) =>
    forwardedFile(
      { text, entities, forward_origin: { type: 'hidden_user', sender_user_name: '匿', date: 0 } } as Message,
      'Asia/Shanghai',
    );
  const struckOut = (offset: number, length: number): MessageEntity => ({
    type: 'strikethrough',
    offset,
    length,
  });

  it.each<[entities: readonly MessageEntity[], text: string]>([
    [[], '票价🎫八元六元。'],
    [[struckOut(4, 2)], '票价🎫六元。'],
    [[struckOut(6, 2), { type: 'bold', offset: 4, length: 2 }, struckOut(2, 2)], '票价八元。'],
    [[struckOut(0, 4), struckOut(2, 4)], '六元。'],
  ])('with %j is %j', (entities, text) => {
    const { content } = file('票价🎫八元六元。', entities)!;
    expect(JSON.parse(new TextDecoder().decode(content)).text).toBe(text);
  });

  it('is none where all of it is struck out', () => {
    expect(file('票价八元。', [struckOut(0, 5)])).toBeUndefined();
  });
});

describe('questions without an answer', () => {
  async function keeping() {
    let now = 0;
    const kept = await KeptMap.open(undefined, { parse: parseUnanswered });
    const questions = new UnansweredQuestions(kept, () => now);
    return {
      questions,
      kept,
      at(ms: number) {
        now = ms;
        return questions;
      },
    };
  }

  it('are counted by their words, and put together where they are alike', async () => {
    const { questions } = await keeping();
    for (const text of [
      '游泳池几点开门？',
      '游泳池几点开门',
      '請問游泳池幾點開門？',
      '月球上有邮局吗？',
      '？！',
    ])
      questions.note(text);
    expect(questions.groups()).toEqual([
      { text: '游泳池几点开门', times: 3, wordings: 2 },
      { text: '月球上有邮局吗？', times: 1, wordings: 1 },
    ]);
  });

  it('are kept for 30 days, and a thousand of them', async () => {
    const { questions, kept, at } = await keeping();
    questions.note('第一个问题');
    at(29 * DAY_MS).note('第二个问题');
    expect(questions.groups()).toHaveLength(2);
    expect(
      at(30 * DAY_MS + 1)
        .groups()
        .map(({ text }) => text),
    ).toEqual(['第二个问题']);
    for (let number = 0; number < 1_500; number++) questions.note(`问题${number}`);
    expect(kept.size).toBe(1_000);
  });

  it('are cut where they are long', async () => {
    const { questions } = await keeping();
    questions.note('长'.repeat(4_000));
    expect(questions.groups()[0]?.text.length).toBe(200);
  });
});

describe('calls that failed', () => {
  it('are counted for a day, the most frequent first', () => {
    let now = 0;
    const failures = new RecentFailures(() => now);
    const fail = (method: string, outcome: 'ok' | 'network' | '429') =>
      failures.called({ method, outcome, seconds: 1 });
    fail('sendMessage', '429');
    fail('sendMessage', 'ok');
    fail('getUpdates', 'network');
    now = DAY_MS / 2;
    fail('getUpdates', 'network');
    expect(failures.list()).toEqual([
      { method: 'getUpdates', outcome: 'network', times: 2 },
      { method: 'sendMessage', outcome: '429', times: 1 },
    ]);
    now = DAY_MS + 1;
    expect(failures.list()).toEqual([{ method: 'getUpdates', outcome: 'network', times: 1 }]);
    now = 3 * DAY_MS;
    expect(failures.list()).toEqual([]);
  });
});

describe('a picture', () => {
  it('is a PNG with the pixels that were drawn', () => {
    const canvas = new Canvas(3, 2, [1, 2, 3]);
    canvas.fill(2, 1, 9, 9, [9, 8, 7]);
    const png = canvas.png();
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3, 2]);
    const at = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    const [paper, ink] = [
      [1, 2, 3, 255],
      [9, 8, 7, 255],
    ];
    expect([...rows]).toEqual([0, ...paper, ...paper, ...paper, 0, ...paper, ...paper, ...ink]);
  });
});

describe.each([
  ['zh', zh.office],
  ['en', en.office],
] as const)('what is said to administrators, %s', (_, words) => {
  it('keeps a caption within 1024 characters', () => {
    const most = {
      questions: 1e9,
      answered: 1e9,
      possible: 1e9,
      refused: 1e9,
      chats: 1e9,
      p50: 112.2,
      p99: 112.2,
    };
    expect(words.stats(most, most).length).toBeLessThanOrEqual(1024);
  });

  it('keeps notices within 200 characters', () => {
    for (const text of [words.gone, words.notInChannel, words.alreadySent])
      expect(text.length).toBeLessThanOrEqual(200);
  });

  it('describes each command in 1 to 256 characters', () => {
    for (const text of Object.values(words.commands)) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(256);
    }
  });
});

it.each([zh.limits, en.limits])('limits are told within 200 characters', (words) => {
  for (const text of Object.values(words)) expect(text.length).toBeLessThanOrEqual(200);
});
