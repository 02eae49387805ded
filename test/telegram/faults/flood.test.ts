import { describe, expect, it } from 'vitest';
import { BACKLOG } from '../../../src/telegram/updates/schedule.js';
import { useServedBot } from '../support/served-bot.js';

const bot = useServedBot({});

describe('one chat that asks far faster than it may be answered', () => {
  it('holds up no other, is told once, and has its newest questions answered', async () => {
    const { playground } = bot;
    const flooder = playground.addUser({ first_name: '洪' });
    const others = Array.from({ length: 20 }, () => playground.addUser());
    playground.fail({ kind: 'flood', retryAfter: 4 }, { chat: flooder.id });
    const asked = Array.from({ length: 300 }, (_, number) =>
      playground.say(flooder, flooder, `第${number}个问题`),
    );
    for (const other of others) playground.say(other, other, '你好');
    await Promise.all(others.map((other) => playground.nextMessage(other)));
    const answers = () => playground.messages(flooder).filter(({ from }) => from?.id === playground.bot.id);
    expect(answers()).toEqual([]);
    await playground.waitForCall(
      ({ payload, response }) =>
        response.ok &&
        (payload.reply_parameters as { message_id?: number } | undefined)?.message_id ===
          asked.at(-1)?.message_id,
      { after: 0 },
    );
    const said = answers();
    expect(said.filter(({ text }) => text?.includes('跳过'))).toHaveLength(1);
    const replied = said.flatMap(({ reply_to_message: question }) => question?.message_id ?? []);
    expect(replied).toHaveLength(new Set(replied).size);
    expect(replied.slice(-BACKLOG)).toEqual(asked.slice(-BACKLOG).map(({ message_id }) => message_id));
  });
});

describe('buttons that are pressed in a chat that may not be written to', () => {
  it('are answered at once where they are left out, so that none stays busy', async () => {
    const { playground } = bot;
    const person = playground.addUser({ first_name: '洪', language_code: 'zh-hans' });
    playground.say(person, person, '图书馆在哪里？');
    const refusal = await playground.nextMessage(person);
    playground.fail({ kind: 'flood', retryAfter: 4 }, { chat: person.id });
    playground.say(person, person, '图书馆几点开门？');
    await playground.waitForCall(({ fault }) => fault === 'flood');
    const presses = Array.from({ length: BACKLOG + 3 }, () =>
      playground.press(person, refusal, '有答案了告诉我', person),
    );
    const leftOut = { status: 'answered', text: expect.stringContaining('过一会儿再点') };
    expect(await Promise.all(presses.slice(0, 3))).toEqual(Array(3).fill(expect.objectContaining(leftOut)));
    expect(playground.messages(person).at(-1)?.text).toBe('图书馆几点开门？');
    const handled = await Promise.all(presses.slice(3));
    expect(handled).toEqual(Array(BACKLOG).fill(expect.objectContaining({ status: 'answered' })));
  });
});

describe('people who type far faster than they can be answered', () => {
  it('hold up no chat', async () => {
    const { playground } = bot;
    const typists = Array.from({ length: 100 }, () => playground.addUser());
    const typed = typists.flatMap((typist) =>
      ['雨', '雨季', '雨季漏水'].map((query) => playground.typeInline(typist, query)),
    );
    const lin = playground.addUser({ first_name: '林' });
    playground.say(lin, lin, '你好');
    await playground.nextMessage(lin);
    expect(bot.asked.length).toBeLessThan(typists.length);
    await playground.waitForCall('answerInlineQuery');
    void Promise.allSettled(typed);
  });
});
