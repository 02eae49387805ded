import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from 'grammy';
import type { Chat, Message, User } from 'grammy/types';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Parts } from '../../../src/answering/parts.js';
import { tellingWhenAnswered } from '../../../src/telegram/alerts/tell.js';
import { Wishes } from '../../../src/telegram/alerts/wishes.js';
import { Bindings } from '../../../src/telegram/collections/bindings.js';
import { inPart, routedAnswerer } from '../../../src/telegram/collections/routed.js';
import { measuringAll } from '../../../src/telegram/measuring/measures.js';
import { clipping, fakeAnswerer } from '../support/fake-answerer.js';
import { rows, until, useToldBot } from './told-bot.js';

const QUESTION = '图书馆为什么搬家？';
const WISH = '有答案了告诉我';
const UNWISH = '不用告诉我了';

const bot = useToldBot();
let lin: User;
let wu: User;

beforeEach(() => {
  lin = bot.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
  wu = bot.playground.addUser({ first_name: '吴', language_code: 'zh-hans' });
});

async function ask(text = QUESTION, chat: Chat | User = lin): Promise<Message> {
  const asked = chat === lin ? text : `@jianbao_bot ${text}`;
  bot.playground.say(chat, lin, asked);
  return bot.playground.nextMessage(chat);
}

/** Presses a button; gives what it tells. */
async function press(message: Message, button: string, by = lin): Promise<string | undefined> {
  const outcome = await bot.playground.press(message.chat, message, button, by);
  return outcome.status === 'answered' ? outcome.text : undefined;
}

async function wishFor(text = QUESTION, chat: Chat | User = lin): Promise<Message> {
  const refusal = await ask(text, chat);
  await press(refusal, WISH);
  return current(refusal);
}

function current({ chat, message_id: id }: Message): Message {
  return bot.playground.messages(chat).find(({ message_id }) => message_id === id) as Message;
}

/** What the bot told a chat by itself. */
function alertsIn(chat: Chat | User): Message[] {
  return bot.playground.messages(chat).filter(({ text }) => text?.startsWith('之前问的'));
}

/** Waits until all wishes have been asked again; gives the alerts of a chat. */
async function afterChange(chat: Chat | User = lin, ...added: string[]): Promise<Message[]> {
  bot.change(...added);
  await until(() => kept().includes(`"version":"${bot.version}"`));
  return alertsIn(chat);
}

function kept(): string {
  try {
    return readFileSync(join(bot.data, 'alerts.jsonl'), 'utf8');
  } catch {
    return '';
  }
}

describe('a refusal', () => {
  it('offers to tell, and its button takes that back', async () => {
    const refusal = await ask();
    expect(rows(refusal)).toEqual([[WISH]]);
    expect(await press(refusal, WISH)).toBe('记下了。90 天里有新文章能回答，就在这里告诉你。');
    expect(rows(current(refusal))).toEqual([[UNWISH]]);
    expect(await press(refusal, UNWISH)).toBe('好，不再留意这个问题了。');
    expect(rows(current(refusal))).toEqual([[WISH]]);
    bot.answers('图书馆', 'answered', 'new');
    expect(await afterChange(lin, 'new')).toEqual([]);
  });

  it('that is none does not', async () => {
    bot.answers('图书馆', 'answered');
    expect(rows(await ask()).flat()).not.toContain(WISH);
  });

  it('says so when the question can no longer be seen', async () => {
    const question = bot.playground.say(lin, lin, QUESTION);
    const refusal = await bot.playground.nextMessage(lin);
    bot.playground.delete(lin, question);
    expect(await press(refusal, WISH)).toBe('原来的提问已经看不到了，请再问一次。');
    expect(kept()).not.toContain('"chat"');
  });
});

describe('an article that answers', () => {
  it('is told once, in reply to the question, with a way to stop', async () => {
    const refusal = await wishFor();
    bot.answers('图书馆', 'answered', 'new');
    const [alert, ...more] = await afterChange(lin, 'new');
    expect(more).toEqual([]);
    expect(alert?.text).toBe(
      `之前问的“${QUESTION}”，新收的文章里有答案了：\n旧馆每逢雨季都会漏水\n《图书馆搬家》`,
    );
    expect(alert?.entities).toContainEqual(expect.objectContaining({ type: 'bold', length: 2 }));
    expect(alert?.reply_to_message?.message_id).toBe(refusal.reply_to_message?.message_id);
    expect(rows(alert).at(-1)).toEqual(['其他的不用告诉我了']);
    expect(await afterChange(lin, 'new')).toHaveLength(1);
  });

  it('has buttons that work', async () => {
    await wishFor();
    bot.answers('图书馆', 'answered', 'new');
    const [alert] = await afterChange(lin, 'new');
    await press(alert as Message, '全文');
    expect(current(alert as Message).text).toContain('馆长何敏说');
  });

  it.each<[what: string, how: 'answered' | 'possible', article: string]>([
    ['only may answer', 'possible', 'new'],
    ['answers, but was there before', 'answered', 'old'],
  ])('that %s is not told', async (_, how, article) => {
    await wishFor();
    bot.answers('图书馆', how, article);
    expect(await afterChange(lin, 'new')).toEqual([]);
  });

  it('is told in the topic in which it was asked, and in General without one', async () => {
    const forum = bot.playground.addGroup({ title: '读书会', members: [lin], forum: true });
    const { message_thread_id: topic } = bot.playground.addTopic(forum, '搬家');
    const asked = bot.playground.say(forum, lin, `@jianbao_bot ${QUESTION}`, { topic });
    await press(await bot.playground.nextMessage(forum), WISH);
    // Where it is still there, a reply to it would find the topic by itself.
    bot.playground.delete(forum, asked);
    await wishFor('粮仓在哪里？', forum);
    bot.answers('图书馆', 'answered', 'new');
    bot.answers('粮仓', 'answered', 'new');
    const alerts = await afterChange(forum, 'new');
    expect(alerts.map(({ message_thread_id: thread }) => thread)).toEqual([topic, undefined]);
  });

  it('is told in the language of whoever tapped', async () => {
    bot.playground.changeUser(lin, { language_code: 'en' });
    await press(await ask('圖書館?'), 'Tell me when there is an answer');
    const other = bot.playground.addUser({ first_name: '陳', language_code: 'zh-hans' });
    bot.playground.say(other, other, '圖書館為什麼搬遷？');
    await press(await bot.playground.nextMessage(other), '有答案就通知我', other);
    bot.answers('圖書館', 'answered', 'new');
    await afterChange(lin, 'new');
    const last = (chat: User): string => bot.playground.messages(chat).at(-1)?.text ?? '';
    expect(last(lin)).toMatch(/^You asked “圖書館\?”\. A new article has the answer:\n/);
    expect(last(other)).toMatch(/^之前問的「圖書館為什麼搬遷？」，新收錄的文章裡有答案了：\n/);
  });

  it('is told though the question has gone meanwhile', async () => {
    const refusal = await wishFor();
    bot.playground.delete(lin, refusal.reply_to_message as Message);
    bot.answers('图书馆', 'answered', 'new');
    expect(await afterChange(lin, 'new')).toHaveLength(1);
  });

  it('is told later when the server is in trouble', async () => {
    await wishFor();
    bot.answers('图书馆', 'answered', 'new');
    bot.playground.fail({ kind: 'flood', retryAfter: 1 }, { method: 'sendMessage' });
    expect(await afterChange(lin, 'new')).toHaveLength(1);
  });
});

describe('what is waited for', () => {
  it('outlasts the process, with what changed while it was not there', async () => {
    await wishFor();
    await afterChange(lin, 'other');
    await bot.restart(() => {
      bot.answers('图书馆', 'answered', 'new');
      bot.changeUnseen();
    });
    await until(() => alertsIn(lin).length > 0);
    await bot.restart();
    expect(await afterChange(lin, 'new')).toHaveLength(1);
  });

  it('is asked once for each change, after all has settled', async () => {
    await wishFor();
    await afterChange(lin, 'other');
    const before = bot.asked.length;
    bot.change('a1');
    bot.change('a2');
    await afterChange(lin, 'a3');
    // The first look finds nothing new, so that nothing is read.
    expect(bot.asked.slice(before)).toEqual([QUESTION]);
  });

  it('is twenty questions a chat, and listed', async () => {
    for (let n = 0; n < 20; n++) await wishFor(`第${n}问`);
    expect(await press(await ask('第二十一问'), WISH)).toBe(
      '这里已经在等 20 个问题了。发 /alerts 取消几个再来吧。',
    );
    bot.playground.say(lin, lin, '/alerts');
    const list = await bot.playground.nextMessage(lin);
    expect(rows(list)).toEqual(Array.from({ length: 20 }, (_, n) => [`✕ 第${n}问`]));
    await press(list, '✕ 第7问');
    expect(current(list).text).toMatch(/^这里在等 19 个问题的答案/);
    expect(rows(current(list)).flat()).not.toContain('✕ 第7问');
    expect(await press(await ask('第二十一问'), WISH)).toMatch(/^记下了/);
  });

  it('is nothing at first, and /alerts says how to begin', async () => {
    bot.playground.say(lin, lin, '/alerts');
    expect((await bot.playground.nextMessage(lin)).text).toMatch(/^这里没有在等的问题/);
  });

  it('ends with one tap under an alert', async () => {
    await wishFor();
    await wishFor('粮仓在哪里？');
    bot.answers('图书馆', 'answered', 'new');
    const [alert] = await afterChange(lin, 'new');
    expect(await press(alert as Message, '其他的不用告诉我了')).toBe('好，1 个问题都不再留意了。');
    bot.answers('粮仓', 'answered', 'new');
    expect(await afterChange(lin, 'new')).toHaveLength(1);
  });
});

describe('a chat that is bound to a folder', () => {
  const bindings = Bindings.open(undefined);
  const answering = fakeAnswerer(() => ({ status: 'answered', results: [clipping('旧馆每逢雨季')] }));
  const refusing = fakeAnswerer(() => ({
    status: 'refused',
    reason: 'no-evidence',
    missing: [],
    results: [],
  }));

  it('is told of articles in that folder, and of no others', async () => {
    const kept = await bindings;
    const wishes = new Wishes();
    const parts: Parts = { names: () => ['甲', '乙'], of: (name) => (name === '甲' ? answering : refusing) };
    const told: number[] = [];
    const api = {
      sendMessage: async (id: number) => {
        told.push(id);
        return { chat: { id } };
      },
    } as unknown as Api;
    const services = {
      answerer: routedAnswerer(parts),
      log: pino({ enabled: false }),
      username: 'jianbao_bot',
      measures: measuringAll([]),
      privacy: { onDisk: false, questions: false },
      hasFolders: () => false,
      forgetters: [],
    };
    const tell = tellingWhenAnswered({ services, api, wishes, mayAnswer: () => true });
    for (const [chat, folder] of [
      [1, '甲'],
      [2, '乙'],
    ] as const) {
      kept.bind({ chat }, folder);
      const wish = { chat, question: QUESTION, language: 'zh' as const, when: 0 };
      await inPart(kept.of(wish), () => tell('id', wish, undefined));
    }
    expect(told).toEqual([1]);
  });
});

describe('a chat', () => {
  it('is a group, where anyone may tap, and the group is told', async () => {
    const group = bot.playground.addGroup({ title: '邻居', members: [lin, wu] });
    await press(await ask(QUESTION, group), WISH, wu);
    bot.answers('图书馆', 'answered', 'new');
    expect(await afterChange(group, 'new')).toHaveLength(1);
    expect(alertsIn(wu)).toEqual([]);
  });

  it('that blocks the bot is forgotten', async () => {
    await wishFor();
    bot.playground.block(lin, true);
    await until(() => !kept().includes('"chat"'));
    bot.playground.block(lin, false);
    bot.answers('图书馆', 'answered', 'new');
    expect(await afterChange(lin, 'new')).toEqual([]);
  });

  it('that puts the bot out is forgotten', async () => {
    const group = bot.playground.addGroup({ title: '邻居', members: [lin] });
    await wishFor(QUESTION, group);
    bot.playground.setBot(group, 'absent');
    await until(() => !kept().includes('"chat"'));
    bot.playground.setBot(group, 'member');
    bot.answers('图书馆', 'answered', 'new');
    expect(await afterChange(group, 'new')).toEqual([]);
  });

  it('that refuses with 403 is forgotten, with all that it waits for', async () => {
    await wishFor();
    await wishFor('粮仓在哪里？');
    bot.answers('图书馆', 'answered', 'new');
    bot.playground.fail(
      { kind: 'error', code: 403, description: 'Forbidden: user is deactivated' },
      { method: 'sendMessage' },
    );
    await afterChange(lin, 'new');
    bot.answers('粮仓', 'answered', 'new');
    expect(await afterChange(lin, 'new')).toEqual([]);
  });

  it('that becomes a supergroup is told there', async () => {
    const small = bot.playground.addGroup({ title: '邻居', type: 'group', members: [lin] });
    await wishFor(QUESTION, small);
    const big = bot.playground.migrate(small);
    await until(() => kept().includes(`"chat":${big.id}`));
    bot.answers('图书馆', 'answered', 'new');
    expect(await afterChange(big, 'new')).toHaveLength(1);
  });

  it('is forgotten when somebody asks for it', async () => {
    await wishFor();
    bot.playground.say(lin, lin, '/forget');
    await bot.playground.nextMessage(lin);
    // The question is not left in the file either.
    await until(() => !kept().includes(QUESTION));
    bot.answers('图书馆', 'answered', 'new');
    expect(await afterChange(lin, 'new')).toEqual([]);
  });
});
