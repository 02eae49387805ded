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
