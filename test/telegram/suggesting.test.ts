import type { Message, User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.js';
import { clipping, PASSAGE } from './support/fake-answerer.js';
import { buttons } from './support/fixture.js';
import { useServedBot } from './support/served-bot.js';

const QUESTION = '图书馆为什么搬家？';
const OTHERS = ['何敏是谁？', '旧馆受潮多少册？', '图书馆什么时候搬家？', '“图书馆搬家”是怎么回事？'];
const REFUSED: Answer = { status: 'refused', reason: 'no-evidence', missing: ['徒书馆'], results: [] };
const MEANT = `您是不是要找：${QUESTION}`;
const MORE = '还可以问 ›';

const bot = useServedBot({ passage1: PASSAGE });
let lin: User;

beforeEach(() => {
  lin = bot.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
  bot.answers(() => ({ status: 'answered', results: [clipping('旧馆每逢雨季都会漏水')] }));
  bot.offers(OTHERS);
});

async function ask(text: string): Promise<Message> {
  bot.playground.say(lin, lin, text);
  return bot.playground.nextMessage(lin);
}

/** The message as it stands after a press, and what the reader was told. */
async function press(message: Message, button: string) {
  const outcome = await bot.playground.press(message.chat, message, button, lin);
  const now = bot.playground.messages(lin).find(({ message_id }) => message_id === message.message_id);
  return { outcome, message: now as Message };
}

async function chosen(message: Message, button: string): Promise<Message> {
  await bot.playground.press(message.chat, message, button, lin);
  return bot.playground.messages(lin).at(-1) as Message;
}

describe('further questions under an answer', () => {
  it('wait behind a button, and take its place', async () => {
    const answer = await ask(QUESTION);
    expect(buttons(answer).at(-1)).toEqual([MORE]);
    const { message } = await press(answer, MORE);
    expect(buttons(message).slice(-3)).toEqual(OTHERS.slice(0, 3).map((one) => [one]));
    expect(message.text).toBe(answer.text);
  });

  it('leave out what was just asked', async () => {
    const { message } = await press(await ask(OTHERS[0] as string), MORE);
    expect(buttons(message).slice(-3)).toEqual(OTHERS.slice(1).map((one) => [one]));
  });

  it('that are none are told so', async () => {
    bot.offers([]);
    const { outcome, message } = await press(await ask(QUESTION), MORE);
    expect(outcome).toMatchObject({ text: '这篇文章暂时没有别的推荐问题。' });
    expect(buttons(message).at(-1)).toEqual([MORE]);
  });

  it('are answered in a message that names the question, which its buttons read again after a restart', async () => {
    const { message } = await press(await ask(QUESTION), MORE);
    await bot.restart();
    const answer = await chosen(message, OTHERS[1] as string);
    expect(bot.asked.at(-1)?.question).toEqual({ text: OTHERS[1], chosen: true });
    expect(answer.text?.split('\n')[0]).toBe(`问：${OTHERS[1]}`);
    expect(answer.reply_to_message?.message_id).toBe(message.message_id);
    await press(answer, '上下文');
    expect(bot.asked.at(-1)?.question).toEqual({ text: OTHERS[1], chosen: true });
  });

  it('are not taken for others when they are no longer answered', async () => {
    const { message } = await press(await ask(QUESTION), MORE);
    bot.offers(['别的问题？']);
    const { outcome } = await press(message, OTHERS[1] as string);
    expect(outcome).toMatchObject({ text: '文章有更新，这个问题已经答不了了。' });
  });

  it('can be followed up like any other', async () => {
    const { message } = await press(await ask(QUESTION), MORE);
    await chosen(message, OTHERS[1] as string);
    await ask('为什么');
    expect(bot.asked.at(-1)?.question.before?.questions).toEqual([OTHERS[1]]);
  });

  it('are not offered under what only may answer', async () => {
    bot.answers(() => ({ status: 'possible', results: [clipping('旧馆每逢雨季都会漏水')] }));
    expect(buttons(await ask(QUESTION)).flat()).not.toContain(MORE);
  });
});

describe('what may have been meant', () => {
  beforeEach(() => {
    bot.answers(({ text }) =>
      text.includes('徒') ? REFUSED : { status: 'answered', results: [clipping('雨季')] },
    );
    bot.offers([], [QUESTION]);
  });

  it('stands under a refusal and is asked by a tap', async () => {
    const refusal = await ask('徒书馆为什么搬家？');
    expect(buttons(refusal)).toEqual([[MEANT]]);
    const answer = await chosen(refusal, MEANT);
    expect(answer.text?.split('\n').slice(0, 2)).toEqual([`问：${QUESTION}`, '雨季']);
  });

  it('is not spoken of where nothing is near', async () => {
    bot.offers([]);
    const refusal = await ask('徒书馆为什么搬家？');
    expect(buttons(refusal)).toEqual([]);
  });
});
