import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.js';
import { readJsonFile } from '../../../src/corpus/json/json-file.js';
import type { ReadOutcome } from '../../../src/corpus/reader.js';
import { readMessagesOrPage } from '../../../src/corpus/telegram/messages-page.js';
import { answererOf } from '../../answering/support.js';

const articlesIn = (outcomes: Iterable<ReadOutcome>): Article[] =>
  [...outcomes].flatMap((outcome) => (outcome.kind === 'article' ? outcome.article : []));

const json = (root: unknown) => [
  ...readJsonFile('频道/result.json', Buffer.from(JSON.stringify(root, null, 1))),
];
const html = (body: string) => [...readMessagesOrPage('频道/messages.html', Buffer.from(body))];

const FERRY = {
  id: 11,
  type: 'message',
  date: '2024-06-02T09:30:00',
  from: '青石快讯',
  text: [
    '渡口',
    { type: 'bold', text: '十一月三日' },
    '起停运。\n',
    { type: 'strikethrough', text: '末班船下午四点开。' },
    '末班船下午五点开。',
    { type: 'link', text: 'https://example.org' },
  ],
};
const SERVICE = { id: 12, type: 'service', date: '2024-06-02T09:31:00', action: 'pin_message', text: '' };
const PHOTO = {
  id: 13,
  type: 'message',
  date: '2024-06-03T08:00:00',
  from: '青石快讯',
  photo: 'a.jpg',
  text: '',
};
const REPLY = {
  id: 14,
  type: 'message',
  date: '2024-06-04T10:00:00',
  from: '老秦',
  reply_to_message_id: 11,
  text: '船票可在码头退。',
};
const FURTHER = { ...REPLY, id: 15, reply_to_message_id: 14, text: '退票到六月底为止。' };
const CHANNEL = {
  name: '青石快讯',
  type: 'public_channel',
  id: 1234567890,
  messages: [FERRY, SERVICE, PHOTO],
};

describe('JSON', () => {
  test('a message is an article with what the export tells', () => {
    expect(articlesIn(json(CHANNEL))).toEqual([
      expect.objectContaining({
        title: '渡口十一月三日起停运。',
        text: '渡口十一月三日起停运。\n末班船下午五点开。https://example.org',
        publication: '青石快讯',
        date: '2024-06-02',
        url: 'https://t.me/c/1234567890/11',
        lines: [6, 28],
      }),
    ]);
    expect(json(CHANNEL).at(-1)).toEqual({ kind: 'found', found: { format: 'Telegram export (JSON)' } });
  });

  test.each<[what: string, chat: object, url: string | undefined, author: string | undefined]>([
    ['a channel with a public name', { username: 'qingshi' }, 'https://t.me/qingshi/11', undefined],
    ['a channel by its number', {}, 'https://t.me/c/1234567890/11', undefined],
    ['the number as the Bot API has it', { id: -1001234567890 }, 'https://t.me/c/1234567890/11', undefined],
    ['a supergroup', { type: 'public_supergroup' }, 'https://t.me/c/1234567890/11', '青石快讯'],
    ['a group', { type: 'private_group' }, undefined, '青石快讯'],
    ['a chat of two', { type: 'personal_chat' }, undefined, '青石快讯'],
  ])('%s', (_, chat, url, author) => {
    const [article] = articlesIn(json({ ...CHANNEL, ...chat }));
    expect([article?.url, article?.author]).toEqual([url, author]);
  });

  test('replies, and replies to these, stand with the message that began it', () => {
    const articles = articlesIn(
      json({ ...CHANNEL, type: 'private_supergroup', messages: [FERRY, REPLY, PHOTO, FURTHER] }),
    );
    expect(articles.map(({ text }) => text.split('\n').slice(2))).toEqual([
      ['船票可在码头退。', '退票到六月底为止。'],
    ]);
  });

  test('a reply to what is not there is by itself', () => {
    expect(articlesIn(json({ ...CHANNEL, messages: [REPLY, FURTHER] })).map(({ title }) => title)).toEqual([
      '船票可在码头退。',
    ]);
  });

  test('all chats of an account', () => {
    const articles = articlesIn(
      json({ about: '…', chats: { about: '…', list: [CHANNEL, { ...CHANNEL, name: '乙' }] } }),
    );
    expect(articles.map(({ publication }) => publication)).toEqual(['青石快讯', '乙']);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(2);
  });

  test('an export that breaks off gives what is whole, and is told of', () => {
    const whole = JSON.stringify({ ...CHANNEL, messages: [FERRY, REPLY] });
    const outcomes = [...readJsonFile('a.json', Buffer.from(whole.slice(0, -12)))];
    expect(articlesIn(outcomes)).toHaveLength(1);
    expect(outcomes).toContainEqual(expect.objectContaining({ kind: 'unreadable' }));
  });

  test('messages of other programs are no chat of Telegram', () => {
    expect(json({ type: 'thread', id: 1, messages: [{ text: '一。' }] }).at(-1)).toEqual({
      kind: 'found',
      found: { format: 'JSON' },
    });
  });
});

const PAGE = `<!DOCTYPE html>
<html><head><meta charset="utf-8"/><title>Exported Data</title></head>
<body onload="CheckLocation();"><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold">
青石快讯
</div></div></div>
<div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">2 June 2024</div></div>
<div class="message default clearfix" id="message11">
 <div class="pull_left userpic_wrap"><div class="initials">青</div></div>
 <div class="body">
  <div class="pull_right date details" title="02.06.2024 09:30:00 UTC+08:00">09:30</div>
  <div class="from_name">青石快讯 </div>
  <div class="text">
渡口<strong>十一月三日</strong>起停运。<br><s>末班船下午四点开。</s>末班船下午五点开。<a href="https://example.org">通告</a>
  </div>
 </div>
</div>
<div class="message default clearfix joined" id="message12"><div class="body">
 <div class="pull_right date details" title="02.06.2024 09:40:00">09:40</div>
 <div class="media_wrap clearfix"><div class="title bold">Photo</div></div>
</div></div>
<div class="message default clearfix" id="message14"><div class="body">
 <div class="pull_right date details" title="04.06.2024 10:00:00">10:00</div>
 <div class="from_name">老秦</div>
 <div class="reply_to details">In reply to <a href="#go_to_message11" onclick="return GoToMessage(11)">this message</a></div>
 <div class="text">船票可在码头退。</div>
</div></div>
<div class="message default clearfix joined" id="message15"><div class="body">
 <div class="pull_right date details" title="05.06.2024 10:00:00">10:00</div>
 <div class="text">本周六放电影。</div>
</div></div>
</div></div></div></body></html>`;

describe('HTML', () => {
  test('messages are articles with what the export tells, replies with what they answer', () => {
    expect(articlesIn(html(PAGE))).toEqual([
      expect.objectContaining({
        title: '渡口十一月三日起停运。',
        text: '渡口十一月三日起停运。\n末班船下午五点开。通告\n船票可在码头退。',
        publication: '青石快讯',
        date: '2024-06-02',
        author: '青石快讯',
        lines: [14, 27],
      }),
      expect.objectContaining({ title: '本周六放电影。', date: '2024-06-05', author: '老秦' }),
    ]);
    expect(html(PAGE).at(-1)).toEqual({ kind: 'found', found: { format: 'Telegram export (HTML)' } });
  });

  test('where one alone writes, it is a channel: who wrote says nothing', () => {
    const [article] = articlesIn(html(PAGE.replace('老秦', '青石快讯')));
    expect(article?.author).toBeUndefined();
  });

  test.each([
    ['another page', '<title>青石</title><p>渡口十一月三日起停运，末班船下午五点开，许多居民赶来送行。</p>'],
    [
      'a page about messages',
      '<div class="message" id="message1"><p>渡口十一月三日起停运，末班船下午五点开。</p></div>',
    ],
  ])('%s is read as a page', (_, page) => {
    expect(
      html(page).some((outcome) => outcome.kind === 'found' && outcome.found.format.startsWith('Telegram')),
    ).toBe(false);
    expect(articlesIn(html(page))).toHaveLength(1);
  });

  test('an export that breaks off gives what is there', () => {
    expect(
      articlesIn(html(PAGE.slice(0, PAGE.indexOf('<div class="message default clearfix" id="message14"')))),
    ).toHaveLength(1);
  });

  test('nested without end, it is refused', () => {
    const outcomes = html(PAGE.replace('本周六', '<div>'.repeat(100_000)));
    expect(outcomes).toEqual([expect.objectContaining({ kind: 'unreadable' })]);
  });
});

test('what they answer is cited with the message', async () => {
  const articles = articlesIn(
    json({ ...CHANNEL, messages: [FERRY, { ...FURTHER, text: '青石大桥全长1286米，总投资三亿元。' }] }),
  );
  const { results } = await (await answererOf(articles)).answer({ text: '青石大桥全长多少米？' });
  expect(results[0]).toMatchObject({
    excerpt: '青石大桥全长1286米，总投资三亿元。',
    citation: {
      publication: '青石快讯',
      date: '2024-06-04',
      url: 'https://t.me/c/1234567890/15',
      lines: [29, 36],
    },
  });
});
