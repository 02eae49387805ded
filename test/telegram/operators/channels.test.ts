import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chat, Message } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { buttons } from '../support/fixture.js';
import { useWholeBot } from '../support/run-bot.js';

let news: Chat;
let spam: Chat;

const bot = useWholeBot(({ playground, admin }) => {
  const own = { type: 'channel', members: [admin], bot: 'administrator' } as const;
  news ??= playground.addGroup({ ...own, title: '青石快讯', username: 'qingshi_news' });
  spam ??= playground.addGroup({ ...own, title: '广告' });
  return {
    ALLOWED_IDS: `${news.id},${spam.id},${admin.id}`,
    BLOCKED_IDS: String(spam.id),
    TIME_ZONE: 'Asia/Shanghai',
  };
});

/** Asks until the answer says this; a test that asks in vain ends by its time limit. */
async function answerWith(words: string, question: string): Promise<Message> {
  for (;;) {
    bot.playground.say(bot.admin, bot.admin, question);
    const answer = await bot.playground.nextMessage(bot.admin);
    if (answer.text?.includes(words)) return answer;
    await pause(100);
  }
}

async function isFound(words: string, question: string): Promise<boolean> {
  await bot.playground.waitForPoll();
  bot.playground.say(bot.admin, bot.admin, '/reload');
  await bot.playground.nextMessage(bot.admin);
  bot.playground.say(bot.admin, bot.admin, question);
  return (await bot.playground.nextMessage(bot.admin)).text?.includes(words) ?? false;
}

/** All that is kept of a channel. */
function kept(chat: Chat): string {
  const month = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
    .format(Date.now())
    .slice(0, 7);
  const path = join(bot.seeds, 'inbox/channels', String(-chat.id), `${month}.jsonl`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

describe('a post of a channel that is allowed', () => {
  const QUESTION = '南门桥限高多少米？';

  it('is answered from, with its address; its next version takes its place; it lasts over a restart', async () => {
    const post = bot.playground.say(news, bot.admin, '南门桥今起限高三米二，货车请绕行。');
    const answer = await answerWith('限高三米二', QUESTION);
    const address = `https://t.me/qingshi_news/${post.message_id}`;
    expect(JSON.stringify(answer.entities)).toContain(address);
    expect(answer.text).toContain('青石快讯');

    bot.playground.edit(news, post, '更正：南门桥今起限高三米六，货车请绕行。');
    const corrected = await answerWith('限高三米六', QUESTION);
    expect(corrected.text).not.toContain('三米二');
    expect(kept(news).trimEnd().split('\n')).toHaveLength(1);

    await bot.restart();
    expect(JSON.stringify((await answerWith('限高三米六', QUESTION)).entities)).toContain(address);
  });

  it('stands beside others, and goes when its words are taken out', async () => {
    const picture = bot.playground.say(news, bot.admin, '荷花节七月十日在北湖开幕。', {
      attachment: 'photo',
    });
    await answerWith('北湖开幕', '荷花节什么时候开幕？');
    expect(kept(news)).toContain('限高三米六');
    bot.playground.edit(news, picture, '');
    await bot.settled();
    expect(await isFound('北湖开幕', '荷花节什么时候开幕？')).toBe(false);
    expect(kept(news)).toContain('限高三米六');
  });

  it('is kept without what is struck out, and not at all where that is all of it', async () => {
    const text = '末班渡船改为晚上八点九点开。';
    const struckOut = (words: string) =>
      ({ type: 'strikethrough', offset: text.indexOf(words), length: words.length }) as const;
    bot.playground.say(news, bot.admin, text, {
      entities: [struckOut('八点'), { type: 'bold', offset: text.indexOf('九点'), length: 2 }],
    });
    await answerWith('晚上九点开', '末班渡船什么时候开？');
    expect(kept(news)).not.toContain('八点');
    bot.playground.say(news, bot.admin, text, { entities: [struckOut(text)] });
    await bot.settled();
    expect(kept(news)).not.toContain('八点');
  });

  it('without words is passed over', async () => {
    const before = kept(news);
    bot.playground.say(news, bot.admin, '', { attachment: 'photo' });
    await bot.settled();
    expect(kept(news)).toBe(before);
  });
});

describe('a channel that nobody agreed to', () => {
  it('is not taken in, though it has made the bot its administrator', async () => {
    const stranger = bot.playground.addUser({ first_name: '何' });
    const foreign = bot.playground.addGroup({
      title: '谣言',
      type: 'channel',
      members: [stranger],
      bot: 'administrator',
    });
    bot.playground.say(foreign, stranger, '南门桥塌了，大家快跑。');
    bot.playground.say(spam, bot.admin, '南门桥塌了，买我的船票。');
    await bot.settled();
    expect(kept(foreign) + kept(spam)).toBe('');
    expect(bot.playground.messages(foreign)).toHaveLength(1);
  });

  it('is taken in once an administrator says so below a post of it, until they say otherwise', async () => {
    const library = bot.playground.addGroup({
      title: '图书馆',
      type: 'channel',
      members: [bot.admin],
      bot: 'member',
    });
    bot.playground.say(bot.admin, bot.admin, '周六下午讲座《旧城的井》。', {
      forwardOrigin: { type: 'channel', date: 1_772_900_000, chat: library as never, message_id: 7 },
    });
    const confirmation = await bot.playground.nextMessage(bot.admin);
    const [[follow = ''] = []] = buttons(confirmation);
    expect(await bot.playground.press(bot.admin, confirmation, follow, bot.admin)).toMatchObject({
      text: expect.stringContaining('还不是这个频道的管理员'),
    });
    bot.playground.setBot(library, 'administrator');
    expect(await bot.playground.press(bot.admin, confirmation, follow, bot.admin)).toMatchObject({
      text: '好，图书馆 的新帖会自动收录。',
    });
    await bot.restart();
    const post = bot.playground.say(library, bot.admin, '自习室九月起凭证预约入座。');
    const answer = await answerWith('凭证预约', '自习室怎么入座？');
    const inside = String(library.id).replace('-100', '');
    expect(JSON.stringify(answer.entities)).toContain(`https://t.me/c/${inside}/${post.message_id}`);

    bot.playground.say(bot.admin, bot.admin, '/follow');
    const list = await bot.playground.nextMessage(bot.admin);
    await bot.playground.press(bot.admin, list, '不再收录：图书馆', bot.admin);
    bot.playground.say(library, bot.admin, '咖啡角十月开张。');
    await bot.settled();
    expect(kept(library)).not.toContain('咖啡角');
    expect(kept(library)).toContain('凭证预约');
  });
});
