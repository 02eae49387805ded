import type { Chat, InlineQueryResultArticle, Message, User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Clipping } from '../../src/answering/answer.js';
import { clipping, PASSAGE } from './support/fake-answerer.js';
import { buttons, marked, quotation } from './support/fixture.js';
import { useServedBot } from './support/served-bot.js';

const PLACES = ['passage1', 'passage2', 'passage3', 'passage4', 'passage5'];
const QUESTION = '图书馆为什么搬家？';
const JUDGE = ['有用', '答非所问', '错字'];
const LABEL = '答案可能在这里，但还不能肯定：';
const EXCERPTS = ['旧馆每逢雨季都会漏水', '三年里有两千多册书受潮', '馆长何敏说', '雨季', '受潮'];

const bot = useServedBot(Object.fromEntries(PLACES.map((id) => [id, PASSAGE])));
let lin: User;

/** As many clippings, each of another passage, with no stretch marked as the answer. */
function places(count: number, changes: Partial<Clipping> = {}): Clipping[] {
  return PLACES.slice(0, count).map((id, n) =>
    clipping(EXCERPTS[n] as string, { citation: { ...clipping('').citation, id }, ...changes }),
  );
}

function possible(count: number, changes: Partial<Clipping> = {}): void {
  bot.answers(() => ({ status: 'possible', results: places(count, changes) }));
}

beforeEach(() => {
  lin = bot.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
  possible(1);
});

async function ask(text: string, chat: Chat | User = lin): Promise<Message> {
  bot.playground.say(chat, lin, text);
  return bot.playground.nextMessage(chat);
}

async function press(message: Message, button: string): Promise<Message> {
  expect(await bot.playground.press(message.chat, message, button, lin)).toMatchObject({
    status: 'answered',
  });
  return bot.playground
    .messages(message.chat)
    .find(({ message_id }) => message_id === message.message_id) as Message;
}

/** Lines of a message above its quotation. */
function above({ text = '', entities = [] }: Message): string[] {
  const quoted = entities.find(({ type }) => type === 'blockquote');
  return text.slice(0, quoted?.offset).split('\n').slice(0, -1);
}

describe('a possible answer in a private chat', () => {
  it('stands under a label that is no part of the quotation', async () => {
    const message = await ask(QUESTION);
    expect(above(message)).toEqual([LABEL]);
    expect(quotation(message)).toBe(EXCERPTS[0]);
    expect(message.text).not.toContain('没有找到');
  });

  it('has the question’s words underlined, and nothing bold', async () => {
    possible(1, { highlights: [{ start: 0, end: 2 }] });
    const message = await ask(QUESTION);
    expect(marked(message, 'underline')).toEqual(['旧馆']);
    expect(marked(message, 'bold')).toEqual([]);
  });

  it.each([
    ['one word', ['副馆长'], '答案可能在这里，但这篇文章没有提到“副馆长”：'],
    ['several', ['副馆长', '火星'], '答案可能在这里，但这篇文章没有提到“副馆长”、“火星”：'],
  ])('names %s that its article lacks in the same line', async (_, unmentioned, line) => {
    possible(1, { unmentioned });
    expect(above(await ask(QUESTION))).toEqual([line]);
  });

  it('is one of three at most, each a tap away under the same label', async () => {
    possible(5);
    const message = await ask(QUESTION);
    const [first, second, third] = EXCERPTS;
    const below = ['全文', '复制出处', '转发'];
    expect(quotation(message)).toBe(first);
    // Of one title, they are told apart by what they say.
    expect(buttons(message)).toEqual([[second], [third], below, JUDGE]);
    const next = await press(message, second as string);
    expect(above(next)).toEqual([LABEL]);
    expect(quotation(next)).toBe(second);
    expect(buttons(next)).toEqual([[first], [third], below, JUDGE]);
  });

  it('opens its article, with nothing bold there either, and leads back', async () => {
    possible(2);
    const second = await press(await ask(QUESTION), EXCERPTS[1] as string);
    const opened = await press(second, '全文');
    expect(quotation(opened)).toBe(PASSAGE);
    expect(marked(opened, 'bold')).toEqual([]);
    expect(above(await press(opened, '‹ 返回'))).toEqual([LABEL]);
  });

  it('is held back when it is not verbatim, like any other', async () => {
    bot.answers(() => ({ status: 'possible', results: [clipping('旧馆从不漏水')] }));
    const { text } = await ask(QUESTION);
    expect(text).toBe('文章里没有找到答案。换个说法再问问看？');
  });

  it('becomes an answer when an edited question has one', async () => {
    const question = bot.playground.say(lin, lin, QUESTION);
    const message = await bot.playground.nextMessage(lin);
    bot.answers(() => ({ status: 'answered', results: places(1, { answer: { start: 4, end: 6 } }) }));
    bot.playground.edit(lin, question, '旧馆哪个季节漏水？');
    await bot.playground.waitForCall('editMessageText');
    const edited = bot.playground
      .messages(lin)
      .find(({ message_id }) => message_id === message.message_id) as Message;
    expect(above(edited)).toEqual([]);
    expect(marked(edited, 'bold')).toEqual(['雨季']);
  });

  it('is labelled in English for those whose Telegram is in English', async () => {
    bot.playground.changeUser(lin, { language_code: 'en' });
    expect(above(await ask(QUESTION))).toEqual(['The answer may be here, though that is not certain:']);
    possible(1, { unmentioned: ['副馆长'] });
    expect(above(await ask(QUESTION))).toEqual([
      'The answer may be here, though this article does not mention “副馆长”:',
    ]);
  });
});

describe('a possible answer elsewhere', () => {
  it('is labelled in a group, the others by name below it', async () => {
    possible(2);
    const group = bot.playground.addGroup({ title: '读书会', members: [lin] });
    const message = await ask(`@jianbao_bot ${QUESTION}`, group);
    expect(above(message)).toEqual([LABEL]);
    expect(buttons(message)[0]).toEqual([EXCERPTS[1]]);
  });

  it('is labelled as a guest, where there are no buttons', async () => {
    possible(2);
    const strangers = bot.playground.addGroup({ title: '同事', members: [lin], bot: 'absent' });
    const outcome = await bot.playground.guest(strangers, lin, `@jianbao_bot ${QUESTION}`);
    if (outcome.status !== 'answered') throw new Error('not answered');
    expect(above(outcome.message)).toEqual([LABEL]);
    expect(quotation(outcome.message)).toBe(EXCERPTS[0]);
    expect(buttons(outcome.message)).toEqual([]);
  });
});

describe('a possible answer inline', () => {
  async function type(query: string, offset = '') {
    const outcome = await bot.playground.typeInline(lin, query, { offset });
    if (outcome.status !== 'answered') throw new Error('not answered');
    return outcome;
  }

  it('is offered as one, three places at most, without a button that says there is none', async () => {
    possible(5);
    const { results, nextOffset, button } = await type(QUESTION);
    const descriptions = (results as InlineQueryResultArticle[]).map(({ description }) => description);
    expect(descriptions).toEqual(EXCERPTS.slice(0, 3).map((excerpt) => `可能的答案：${excerpt}`));
    expect(nextOffset).toBe('');
    expect(button).toBeUndefined();
  });

  it('is sent with the label, but not with words of a question that nobody there sees', async () => {
    possible(1, { unmentioned: ['副馆长'] });
    const { queryId, results } = await type(QUESTION);
    const wu = bot.playground.addUser({ first_name: '吴' });
    const friends = bot.playground.addGroup({ title: '邻居', members: [lin, wu], bot: 'absent' });
    const sent = bot.playground.chooseInline(lin, queryId, results[0]?.id ?? '', friends);
    expect(above(sent)).toEqual([LABEL]);
    expect(quotation(sent)).toBe(EXCERPTS[0]);
  });

  it('is described in English for those whose Telegram is in English', async () => {
    bot.playground.changeUser(lin, { language_code: 'en' });
    expect((await type(QUESTION)).results).toMatchObject([
      { description: `Possible answer: ${EXCERPTS[0]}` },
    ]);
  });
});
