import type { Chat, Message, User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SayOptions } from '../../playground/playground.js';
import type { Before } from '../../src/answering/question.js';
import { clipping, PASSAGE } from './support/fake-answerer.js';
import { useServedBot } from './support/served-bot.js';

const TITLE = '图书馆搬家';
const FIRST = '图书馆为什么搬家？';
const EXCERPT = '旧馆每逢雨季都会漏水';
const MINUTE = 60_000;

let now = 0;
const bot = useServedBot({ passage1: PASSAGE }, {}, { now: () => now });
let lin: User;

/** Answers like a collection of one article: what has no more than three characters is a follow-up of what came before. */
beforeEach(() => {
  lin = bot.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
  bot.answers(({ text, before }) => ({
    status: 'answered',
    results: [clipping(EXCERPT)],
    ...(text.length <= 3 && (before?.subject ?? before?.title) && { after: before.subject ?? before.title }),
  }));
});

async function ask(text: string, chat: Chat | User, options: SayOptions = {}): Promise<Message> {
  bot.playground.say(chat, lin, text, options);
  return bot.playground.nextMessage(chat);
}

/** What the last question was asked after. */
function toldBefore(): Before | undefined {
  return bot.asked.at(-1)?.question.before;
}

function firstLine({ text = '' }: Message): string {
  return text.split('\n')[0] as string;
}

const QUOTED = { passage: 'passage1', title: TITLE };
/** What a reply knows of an answer that was itself one to a follow-up. */
const IN_THREAD = { subject: TITLE, ...QUOTED };

describe('a reply to an answer', () => {
  it('in a group: the answer’s text carries what the thread is about', async () => {
    const group = bot.playground.addGroup({ title: '读书会', members: [lin] });
    const first = await ask(`@jianbao_bot ${FIRST}`, group);
    expect([toldBefore(), firstLine(first)]).toEqual([undefined, EXCERPT]);
    const second = await ask('为什么', group, { replyTo: first });
    expect([toldBefore(), firstLine(second)]).toEqual([QUOTED, `承前：${TITLE}`]);
    const third = await ask('还有呢', group, { replyTo: second });
    expect([toldBefore(), firstLine(third)]).toEqual([IN_THREAD, `承前：${TITLE}`]);
  });

  it('in a topic; a question in it that replies to nothing follows nothing up', async () => {
    const group = bot.playground.addGroup({ title: '读书会', members: [lin], forum: true });
    const topic = bot.playground.addTopic(group, '公交').message_thread_id;
    const first = await ask(`@jianbao_bot ${FIRST}`, group, { topic });
    const second = await ask('为什么', group, { topic, replyTo: first });
    expect([toldBefore(), second.message_thread_id]).toEqual([QUOTED, topic]);
    await ask('@jianbao_bot 为什么', group, { topic });
    expect(toldBefore()).toBeUndefined();
  });

  it('by somebody else follows it up as well', async () => {
    const wu = bot.playground.addUser({ first_name: '吴' });
    const group = bot.playground.addGroup({ title: '读书会', members: [lin, wu] });
    const first = await ask(`@jianbao_bot ${FIRST}`, group);
    bot.playground.say(group, wu, '为什么', { replyTo: first });
    await bot.playground.nextMessage(group);
    expect(toldBefore()).toEqual(QUOTED);
  });

  it('in private, after a restart', async () => {
    const first = await ask(FIRST, lin);
    await bot.restart();
    const second = await ask('为什么', lin, { replyTo: first });
    expect([toldBefore(), firstLine(second)]).toEqual([QUOTED, `承前：${TITLE}`]);
  });

  it('long after it', async () => {
    const first = await ask(FIRST, lin);
    now += 60 * MINUTE;
    await ask('为什么', lin, { replyTo: first });
    expect(toldBefore()).toEqual(QUOTED);
  });
});

describe('the next question in private', () => {
  it('is asked after the one before it', async () => {
    await ask(FIRST, lin);
    const second = await ask('为什么', lin);
    expect(toldBefore()).toEqual({ ...QUOTED, questions: [FIRST] });
    expect(firstLine(second)).toBe(`承前：${TITLE}`);
    await ask('谢谢', lin);
    await ask('还有呢', lin);
    expect(toldBefore()).toEqual({ ...IN_THREAD, questions: [FIRST, '为什么'] });
  });

  it('ten minutes later stands for itself', async () => {
    await ask(FIRST, lin);
    now += 10 * MINUTE;
    await ask('为什么', lin);
    expect(toldBefore()).toBeUndefined();
  });

  it('of somebody else, too', async () => {
    await ask(FIRST, lin);
    const wu = bot.playground.addUser({ first_name: '吴' });
    bot.playground.say(wu, wu, '为什么');
    await bot.playground.nextMessage(wu);
    expect(toldBefore()).toBeUndefined();
  });

  it('in a group follows nothing up without a reply', async () => {
    const group = bot.playground.addGroup({ title: '读书会', members: [lin] });
    await ask(`@jianbao_bot ${FIRST}`, group);
    await ask('@jianbao_bot 为什么', group);
    expect(toldBefore()).toBeUndefined();
  });

  it('once edited, is asked after what came before it then', async () => {
    await ask(FIRST, lin);
    const second = bot.playground.say(lin, lin, '为什么');
    await bot.playground.nextMessage(lin);
    bot.playground.edit(lin, second, '谁说的');
    await bot.playground.waitForCall('editMessageText');
    expect([bot.asked.at(-1)?.question.text, toldBefore()?.questions]).toEqual(['谁说的', [FIRST]]);
  });
});

describe('buttons under a follow-up’s answer', () => {
  it('ask it again by what it was completed with', async () => {
    await ask(FIRST, lin);
    const second = await ask('为什么', lin);
    await bot.restart();
    const [[button] = []] = second.reply_markup?.inline_keyboard ?? [];
    await bot.playground.press(lin, second, button?.text as string, lin);
    expect(toldBefore()).toEqual({ subject: TITLE, settled: true });
    const shown = bot.playground.messages(lin).find(({ message_id }) => message_id === second.message_id);
    expect(firstLine(shown as Message)).toBe(`承前：${TITLE}`);
  });
});
