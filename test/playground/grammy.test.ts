import { Bot } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';

/** A bot as its makers write them, over real HTTP: everything it does goes through the server's checks. */
describe('a grammY bot against the playground', () => {
  let playground: Playground;
  let bot: Bot;
  let polling: Promise<void>;

  beforeEach(async () => {
    playground = await startPlayground();
    bot = new Bot(playground.token, { client: { apiRoot: playground.apiRoot } });
    bot.command('start', (ctx) => ctx.reply(`hello ${ctx.match}`));
    bot.on('message:text', (ctx) =>
      ctx.reply(`you said ${ctx.message.text}`, {
        reply_markup: { inline_keyboard: [[{ text: 'more', callback_data: 'more' }]] },
      }),
    );
    bot.on('callback_query:data', async (ctx) => {
      await ctx.editMessageText('more of it');
      await ctx.answerCallbackQuery('done');
    });
    bot.on('inline_query', (ctx) =>
      ctx.answerInlineQuery([
        {
          type: 'article',
          id: '1',
          title: ctx.inlineQuery.query,
          input_message_content: { message_text: `chosen: ${ctx.inlineQuery.query}` },
        },
      ]),
    );
    polling = bot.start();
  });

  afterEach(async () => {
    await bot.stop();
    await polling;
    await playground.close();
  });

  it('answers in a private chat, edits when a button is pressed and answers the press', async () => {
    const user = playground.addUser({ first_name: '李', language_code: 'zh-hans' });
    playground.say(user, user, '你好');
    const answer = await playground.nextMessage(user);
    expect(answer.text).toBe('you said 你好');
    const outcome = await playground.press(user, answer, 'more', user);
    expect(outcome).toEqual({ status: 'answered', text: 'done', showAlert: false });
    expect(playground.messages(user).map(({ text }) => text)).toEqual(['你好', 'more of it']);
  });

  it('opens deep links', async () => {
    const user = playground.addUser();
    playground.start(user, 'c_12');
    expect((await playground.nextMessage(user)).text).toBe('hello c_12');
  });

  it('answers inline queries, and the chosen result is sent', async () => {
    const user = playground.addUser();
    const group = playground.addGroup({ title: 'readers', members: [user] });
    const outcome = await playground.typeInline(user, '森林', { chat: group });
    if (outcome.status !== 'answered') throw new Error('no answer');
    const sent = playground.chooseInline(user, outcome.queryId, '1', group);
    expect(sent).toMatchObject({
      text: 'chosen: 森林',
      via_bot: { username: 'jianbao_bot' },
      from: { id: user.id },
    });
  });

  it('is not told what is not meant for it in a group with privacy mode on', async () => {
    const user = playground.addUser();
    const group = playground.addGroup({ title: 'readers', members: [user] });
    playground.say(group, user, 'not for you');
    playground.say(group, user, '/ask@jianbao_bot for you');
    const answer = await playground.nextMessage(group);
    expect(answer.text).toBe('you said /ask@jianbao_bot for you');
    expect(playground.messages(group)).toHaveLength(3);
  });
});
