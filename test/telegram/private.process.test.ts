import type { User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { BUS, LIBRARY } from './support/articles.js';
import { buttons, current, marked, quotation, useFixture } from './support/fixture.js';

const fixture = useFixture();
let lin: User;

beforeEach(() => {
  lin = fixture.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
});

/** What the bot says to a text in the private chat. */
async function ask(text: string, user: User = lin) {
  fixture.playground.say(user, user, text);
  return fixture.playground.nextMessage(user);
}

describe('a question', () => {
  it('is answered with a verbatim clipping, its citation and a link that leads to the passage', async () => {
    const answer = await ask('102路公交车末班车几点？');
    expect(quotation(answer)).toContain('末班车由晚上八点推迟到十点半');
    expect(marked(answer, 'underline')).toContain('末班车');
    const [title] = marked(answer, 'text_link');
    expect(title).toBe(`《${BUS}》`);
    expect(answer.text).toMatch(/青石周报 · 2025年3月14日 · 第2版$/);
    expect(answer.entities?.find(({ type }) => type === 'text_link')).toMatchObject({
      url: expect.stringMatching(/^https:\/\/t\.me\/jianbao_bot\?start=c_[\w-]{1,16}$/),
    });
  });

  it('is answered as a reply to it, so that its buttons find it again', async () => {
    const question = fixture.playground.say(lin, lin, '图书馆的馆长是谁？');
    const answer = await fixture.playground.nextMessage(lin);
    expect(answer.reply_to_message?.message_id).toBe(question.message_id);
  });

  it('makes no link preview and no parse mode necessary', async () => {
    await ask('图书馆的馆长是谁？');
    const call = await fixture.playground.waitForCall('sendMessage');
    expect(call.payload).toMatchObject({ link_preview_options: { is_disabled: true } });
    expect(call.payload).not.toHaveProperty('parse_mode');
  });

  it('may come after /ask, mention the bot or caption a picture', async () => {
    expect(quotation(await ask('/ask 102路公交车末班车几点？'))).toContain('十点半');
    expect(quotation(await ask('@jianbao_bot 102路公交车末班车几点？'))).toContain('十点半');
    fixture.playground.say(lin, lin, '102路公交车末班车几点？', { attachment: 'photo' });
    expect(quotation(await fixture.playground.nextMessage(lin))).toContain('十点半');
  });

  it('without an answer is refused with the missing words named, and the nearest passages one press away', async () => {
    const refusal = await ask('青石镇的火星移民学校什么时候招收宇航员？');
    expect(refusal.text).toContain('文章里没有找到答案');
    expect(refusal.text).toMatch(/火星|移民|宇航员/);
    expect(marked(refusal, 'blockquote')).toEqual([]);
    expect(buttons(refusal).length).toBeGreaterThan(0);
  });
});

describe('a question in English', () => {
  it('is refused with the hint that the articles are in Chinese', async () => {
    const visitor = fixture.playground.addUser({ first_name: 'Ann', language_code: 'en' });
    expect((await ask('When does the last bus leave?', visitor)).text).toMatch(
      /^I found no answer[\s\S]*\nThe articles are in Chinese, so a question in Chinese will find more\.(\n|$)/,
    );
  });
});

describe('other than questions', () => {
  it.each([
    ['你好', /你好/],
    ['谢谢', /不客气/],
    ['？！……', /没看懂要问什么/],
    ['/nonsense', /没有这个命令/],
    ['/ask', /写上问题/],
  ])('%s', async (text, expected) => {
    const reply = await ask(text);
    expect(reply.text).toMatch(expected);
    expect(buttons(reply)).toEqual([]);
  });

  it.each(['photo', 'document', 'voice', 'sticker'] as const)('a %s without words', async (attachment) => {
    fixture.playground.say(lin, lin, '', { attachment });
    expect((await fixture.playground.nextMessage(lin)).text).toContain('只看得懂文字');
  });
});

describe('commands', () => {
  it('/start welcomes, and says what can be asked', async () => {
    const welcome = await ask('/start');
    expect(welcome.text).toMatch(/^你好，我是剪报。[\s\S]*4 篇文章[\s\S]*比如可以问/);
  });

  it('/help explains all ways to ask', async () => {
    expect((await ask('/help')).text).toMatch(/在这里[\s\S]*在群里[\s\S]*@jianbao_bot[\s\S]*在任何聊天里/);
  });

  it('/about tells what the collection holds', async () => {
    const about = await ask('/about');
    expect(about.text).toMatch(/4 篇文章，来自 1 个文件/);
    expect(about.text).toContain('2025年3月14日');
    expect(about.text).toContain(LIBRARY);
  });

  it('are published in both languages', async () => {
    const published = fixture.playground.calls.filter(({ method }) => method === 'setMyCommands');
    expect(published.map(({ payload }) => payload.language_code)).toEqual([undefined, 'en']);
  });
});

describe('a deep link', () => {
  it('shows the passage with the text around it', async () => {
    const answer = await ask('102路公交车末班车几点？');
    const link = answer.entities?.find(({ type }) => type === 'text_link');
    const payload = new URL(link?.type === 'text_link' ? link.url : '').searchParams.get('start') ?? '';
    fixture.playground.start(lin, payload);
    const passage = await fixture.playground.nextMessage(lin);
    expect(quotation(passage)).toMatch(/末班车由晚上八点推迟到十点半[\s\S]*郭强/);
    expect(marked(passage, 'text_link')).toEqual([`《${BUS}》`]);
  });

  it('to a passage that is not there says so', async () => {
    fixture.playground.start(lin, 'c_gone');
    expect((await fixture.playground.nextMessage(lin)).text).toContain('已经不在了');
  });

  it('with any other payload welcomes', async () => {
    fixture.playground.start(lin, 'inline');
    expect((await fixture.playground.nextMessage(lin)).text).toContain('我是剪报');
  });
});

describe('an edited question', () => {
  it('has its answer edited in place', async () => {
    const question = fixture.playground.say(lin, lin, '图书馆的馆长是谁？');
    const answer = await fixture.playground.nextMessage(lin);
    fixture.playground.edit(lin, question, '102路公交车末班车几点？');
    await fixture.playground.waitForCall('editMessageText');
    expect(quotation(current(fixture, answer))).toContain('十点半');
  });
});

describe('in English', () => {
  it.each([
    ['/start', /I’m Jianbao/],
    ['/help', /In a group: @jianbao_bot/],
    ['/about', /4 articles from 1 file/],
    ['hello', /What would you like to know/],
    ['火星移民学校', /no answer in the articles/],
  ])('%s', async (text, expected) => {
    const ann = fixture.playground.addUser({ first_name: 'Ann', language_code: 'en-GB' });
    expect((await ask(text, ann)).text).toMatch(expected);
  });

  it('cites in English what it quotes in Chinese', async () => {
    const ann = fixture.playground.addUser({ first_name: 'Ann', language_code: 'en' });
    const answer = await ask('102路公交车末班车几点？', ann);
    expect(quotation(answer)).toContain('十点半');
    expect(answer.text).toMatch(/ · 14 March 2025 · p\. 2( · |$)/);
    expect(buttons(answer).flat()).toContain('Article');
  });
});
