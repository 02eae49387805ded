import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chat, Message, User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { feedbackSet } from '../../../lab/eval/feedback-set.js';
import { PASSAGE } from '../support/fake-answerer.js';
import { rows, until, useToldBot } from './told-bot.js';

const QUESTION = '图书馆为什么搬家？';
const BUTTONS = ['有用', '答非所问', '错字'];

let lin: User;
let wu: User;

function people(bot: ReturnType<typeof useToldBot>): void {
  lin = bot.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
  wu = bot.playground.addUser({ first_name: '吴', language_code: 'zh-hans' });
  bot.answers('图书馆', 'answered');
}

async function answerIn(chat: Chat | User, bot: ReturnType<typeof useToldBot>): Promise<Message> {
  bot.playground.say(chat, lin, chat === lin ? QUESTION : `@jianbao_bot ${QUESTION}`);
  return bot.playground.nextMessage(chat);
}

/** All that is in the file. */
function fileOf(bot: ReturnType<typeof useToldBot>): string {
  return readFileSync(join(bot.data, 'feedback.jsonl'), 'utf8');
}

describe('the buttons under an answer', () => {
  const bot = useToldBot();
  beforeEach(() => people(bot));

  const press = async (message: Message, button: string, by = lin): Promise<string | undefined> => {
    const outcome = await bot.playground.press(message.chat, message, button, by);
    return outcome.status === 'answered' ? outcome.text : undefined;
  };

  it('stand in one row, under possible answers too, and not under a refusal', async () => {
    expect(rows(await answerIn(lin, bot))).toContainEqual(BUTTONS);
    bot.answers('图书馆', 'possible');
    expect(rows(await answerIn(lin, bot))).toContainEqual(BUTTONS);
    bot.answers('图书馆', 'refused');
    expect(rows(await answerIn(lin, bot)).flat()).not.toContain('有用');
  });

  it('count one judgement a person and answer, the last', async () => {
    const group = bot.playground.addGroup({ title: '读书会', members: [lin, wu] });
    const answer = await answerIn(group, bot);
    expect(await press(answer, '有用')).toBe('谢谢，记下了。');
    await press(answer, '有用');
    await press(answer, '答非所问');
    await press(answer, '有用', wu);
    expect(bot.serving.feedbackReport()).toMatchObject({ useful: 1, wrong: 1, typos: 0 });
    await press(await answerIn(group, bot), '有用');
    expect(bot.serving.feedbackReport()).toMatchObject({ useful: 2, wrong: 1 });
  });

  it('are kept without who, where and when, and without the question', async () => {
    await press(await answerIn(lin, bot), '有用');
    await bot.restart();
    const [line = ''] = fileOf(bot).trim().split('\n');
    const { key, value } = JSON.parse(line) as { key: string; value: object };
    expect(value).toEqual({
      judgement: 'useful',
      passage: 'passage1',
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(key).toMatch(/^[\w-]{22}$/);
    expect(fileOf(bot)).not.toContain(String(lin.id));
    expect(bot.serving.feedbackReport()).toMatchObject({ useful: 1 });
    expect(bot.log).not.toContain('图书馆');
  });

  it('work after a restart', async () => {
    const answer = await answerIn(lin, bot);
    await bot.restart();
    expect(await press(answer, '答非所问')).toBe('谢谢，记下了。');
    expect(bot.serving.feedbackReport().disputed).toEqual([{ passage: 'passage1', wrong: 1 }]);
  });

  it('hear no more of one person than anybody reads in a day', async () => {
    const answer = await answerIn(bot.playground.addGroup({ title: '读书会', members: [lin, wu] }), bot);
    for (let n = 0; n < 60; n++) await press(answer, n % 2 === 0 ? '有用' : '答非所问');
    expect(await press(answer, '有用')).toBe('今天的反馈已经很多了，谢谢，明天再来吧。');
    expect(await press(answer, '有用', wu)).toBe('谢谢，记下了。');
  });

  it('ask for the right reading of a misprint, and take the reply', async () => {
    const answer = await answerIn(lin, bot);
    await press(answer, '错字');
    const prompt = await bot.playground.nextMessage(lin, { after: answer });
    const call = await bot.playground.waitForCall('sendMessage', { after: 0 });
    expect(call.response.ok).toBe(true);
    expect(prompt.text).toMatch(/^《图书馆搬家》\n这一段哪里印错或认错了？/);
    expect(
      bot.playground.calls.findLast(({ method }) => method === 'sendMessage')?.payload.reply_markup,
    ).toEqual({
      force_reply: true,
      selective: true,
      input_field_placeholder: '正确的写法',
    });
    await bot.restart();
    bot.playground.say(lin, lin, '“漏水”应为“渗水”', { replyTo: prompt });
    expect((await bot.playground.nextMessage(lin)).text).toBe('谢谢，会转给管理员。');
    expect(bot.serving.feedbackReport()).toMatchObject({
      readings: [{ passage: 'passage1', reading: '“漏水”应为“渗水”' }],
    });
    expect(bot.asked.filter((text) => text.includes('渗水'))).toEqual([]);
  });

  it('ask whoever tapped by name in a group', async () => {
    const group = bot.playground.addGroup({ title: '读书会', members: [lin, wu] });
    const answer = await answerIn(group, bot);
    await press(answer, '错字', wu);
    const prompt = await bot.playground.nextMessage(group, { after: answer });
    expect(prompt.text).toMatch(/^吴 《图书馆搬家》/);
    expect(prompt.entities?.[0]).toMatchObject({ type: 'text_mention', user: { id: wu.id } });
    bot.playground.say(group, wu, '渗水', { replyTo: prompt });
    await bot.playground.nextMessage(group);
    expect(bot.serving.feedbackReport()).toMatchObject({ typos: 1, readings: [{ reading: '渗水' }] });
  });
});

describe('reactions', () => {
  const bot = useToldBot();
  beforeEach(() => people(bot));

  const counts = (): [number, number] => {
    const { useful, wrong } = bot.serving.feedbackReport();
    return [useful, wrong];
  };
  const becomes = (useful: number, wrong: number): Promise<void> =>
    until(() => counts().join() === [useful, wrong].join());

  it('count as the buttons do, and are taken back', async () => {
    const answer = await answerIn(lin, bot);
    bot.playground.react(lin, answer, lin, ['👍']);
    await becomes(1, 0);
    await bot.playground.press(lin, answer, '答非所问', lin);
    expect(counts()).toEqual([0, 1]);
    bot.playground.react(lin, answer, lin, ['👎']);
    bot.playground.react(lin, answer, lin, []);
    await becomes(0, 0);
  });

  it('count where the bot is an administrator, and mean nothing on other messages', async () => {
    const group = bot.playground.addGroup({ title: '读书会', members: [lin, wu], bot: 'administrator' });
    const answer = await answerIn(group, bot);
    bot.playground.react(group, answer.reply_to_message as Message, wu, ['👎']);
    bot.playground.react(group, answer, wu, ['❤']);
    bot.playground.react(group, answer, wu, ['👍']);
    await becomes(1, 0);
  });
});

describe('where questions are kept', () => {
  const bot = useToldBot({ keepQuestions: true });
  beforeEach(() => people(bot));

  it('judgements are cases for measuring', async () => {
    await bot.playground.press(lin, await answerIn(lin, bot), '有用', lin);
    bot.playground.say(lin, lin, '图书馆在火星上吗？');
    const second = await bot.playground.nextMessage(lin);
    bot.playground.react(lin, second, lin, ['👎']);
    await until(() => bot.serving.feedbackReport().wrong === 1);
    await bot.restart();
    expect(await feedbackSet(join(bot.data, 'feedback.jsonl'))).toEqual({
      name: 'feedback',
      passages: [{ id: 'passage1', title: '图书馆搬家', text: PASSAGE }],
      questions: [
        { text: QUESTION, passage: 'passage1', answers: ['雨季'], kind: 'useful' },
        { text: '图书馆在火星上吗？', passage: 'passage1', answers: [], kind: 'wrong' },
      ],
    });
  });
});
