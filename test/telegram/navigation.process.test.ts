import type { Chat, Message, User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { startBot } from './support/bot-process.js';
import { buttons, current, marked, quotation, useFixture } from './support/fixture.js';

/** What people may think of an answer. */
const MORE = ['还可以问 ›'];
const JUDGE = ['有用', '答非所问', '错字'];

const fixture = useFixture({ settings: { canReadAllGroupMessages: true } });
/** Three articles tell of it. */
const QUESTION = '图书馆的馆长是谁？';
let lin: User;

beforeEach(() => {
  lin = fixture.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
});

async function ask(text: string, chat: Chat | User = lin): Promise<Message> {
  fixture.playground.say(chat, lin, text);
  return fixture.playground.nextMessage(chat);
}

/** What stands beneath an answer, below its pager. */
const BELOW = ['全文', '复制出处', '转发'];

/** How many clippings an answer can be paged through, as its pager says: of the first it tells how many others there are. */
function pagesOf(message: Message): number {
  const middle = buttons(message)[0]?.[1] ?? '';
  return Number(/^另有 (\d+) 处$/.exec(middle)?.[1]) + 1;
}

/** Presses a button and gives what the message is then. */
async function press(message: Message, button: string): Promise<Message> {
  const outcome = await fixture.playground.press(message.chat, message, button, lin);
  expect(outcome).toMatchObject({ status: 'answered' });
  return current(fixture, message);
}

/** Presses a button that can no longer do what it says, and gives what it says instead. */
async function pressInVain(message: Message, button: string): Promise<string | undefined> {
  const before = current(fixture, message);
  const outcome = await fixture.playground.press(message.chat, message, button, lin);
  expect(current(fixture, message)).toEqual(before);
  return outcome.status === 'answered' ? outcome.text : 'not answered';
}

describe('paging', () => {
  it('turns through the clippings in place and comes round again', async () => {
    let message = await ask(QUESTION);
    const pages = pagesOf(message);
    expect(pages).toBeGreaterThanOrEqual(3);
    const seen: string[] = [];
    for (let page = 1; page <= pages; page++) {
      const middle = page === 1 ? `另有 ${pages - 1} 处` : `${page}/${pages}`;
      expect(buttons(message)).toEqual([['‹', middle, '›'], BELOW, MORE, JUDGE]);
      seen.push(quotation(message));
      message = await press(message, '›');
    }
    expect(new Set(seen).size).toBe(pages);
    expect(quotation(message)).toBe(seen[0]);
    expect(quotation(await press(message, '‹'))).toBe(seen.at(-1));
  });

  it('lists the others by name when the place itself is pressed, and folds the list again', async () => {
    const message = await ask(QUESTION);
    const listed = await press(message, `另有 ${pagesOf(message) - 1} 处`);
    expect(listed.text).toBe(message.text);
    const names = buttons(listed).slice(0, -1).flat();
    expect(names).toHaveLength(pagesOf(message) - 1);
    expect(new Set(names).size).toBe(names.length);
    const folded = await press(listed, '收起');
    expect(buttons(folded)).toEqual(buttons(message));
    await press(folded, `另有 ${names.length} 处`);
    expect(quotation(await press(listed, names[0] as string))).not.toBe(quotation(message));
  });

  it('has no pager for a single clipping', async () => {
    expect(buttons(await ask('102路公交车末班车几点？'))).toEqual([BELOW, MORE, JUDGE]);
  });
});

describe('the article', () => {
  it('opens around the clipping that is shown, and leads back to it', async () => {
    const second = await press(await ask(QUESTION), '›');
    const opened = await press(second, '全文');
    expect(quotation(opened).length).toBeGreaterThanOrEqual(quotation(second).length);
    expect(marked(opened, 'text_link')).toEqual(marked(second, 'text_link'));
    expect(buttons(opened)).toEqual([['复制出处', '转发'], ['‹ 返回']]);
    expect(await press(opened, '‹ 返回')).toMatchObject({ text: second.text, entities: second.entities });
  });
});

describe('a refusal', () => {
  it('shows the nearest passages under that label when asked to', async () => {
    const refusal = await ask('图书馆的火星分馆哪天开始招收宇航员和机器人管理员？');
    expect(refusal.text).toContain('文章里没有找到答案');
    expect(refusal.text).toMatch(/最接近的是这些：$/);
    const [[label]] = buttons(refusal) as [[string]];
    const nearest = await press(refusal, label);
    expect(nearest.text).toMatch(/^最接近的段落，不一定答得上：\n/);
    expect(quotation(nearest)).toContain('图书馆');
  });
});

describe('in a group', () => {
  it.each(['@jianbao_bot ', '/ask@jianbao_bot '])('finds the question behind “%s”', async (address) => {
    const group = fixture.playground.addGroup({ title: '读书会', members: [lin] });
    const message = await ask(address + QUESTION, group);
    expect(buttons(await press(message, '›'))[0]).toEqual(['‹', `2/${pagesOf(message)}`, '›']);
  });

  it('finds it in the message that a bare mention replied to', async () => {
    const group = fixture.playground.addGroup({ title: '读书会', members: [lin] });
    const question = fixture.playground.say(group, lin, QUESTION);
    fixture.playground.say(group, lin, '@jianbao_bot', { replyTo: question });
    const message = await fixture.playground.nextMessage(group);
    expect(buttons(await press(message, '›'))[0]).toEqual(['‹', `2/${pagesOf(message)}`, '›']);
  });
});

describe('what cannot be shown any more', () => {
  it('a question that was deleted', async () => {
    const question = fixture.playground.say(lin, lin, QUESTION);
    const message = await fixture.playground.nextMessage(lin);
    fixture.playground.delete(lin, question);
    expect(await pressInVain(message, '›')).toContain('再问一次');
  });

  it('a clipping, after the question has become another', async () => {
    const group = fixture.playground.addGroup({ title: '读书会', members: [lin] });
    const question = fixture.playground.say(group, lin, `@jianbao_bot ${QUESTION}`);
    const message = await fixture.playground.nextMessage(group);
    const paged = await press(message, '›');
    fixture.playground.edit(group, question, '@jianbao_bot 102路公交车末班车几点？');
    await fixture.playground.waitForCall('editMessageText');
    // The answer was edited along; a press that was under way still carries the old button.
    expect(buttons(current(fixture, paged))).toEqual([BELOW, MORE, JUDGE]);
  });
});

describe('a restart of the bot', () => {
  it('breaks no button', async () => {
    const { playground } = fixture;
    const message = await ask(QUESTION);
    await fixture.bot.stop();
    const next = await startBot(playground);
    try {
      const second = await press(message, '›');
      expect(buttons(second)[0]).toEqual(['‹', `2/${pagesOf(message)}`, '›']);
      expect(buttons(await press(second, '全文'))).toEqual([['复制出处', '转发'], ['‹ 返回']]);
    } finally {
      await next.stop();
    }
  });
});
