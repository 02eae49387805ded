import type { Chat, User } from 'grammy/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { useWholeBot } from '../support/run-bot.js';

const QUESTION = '102路公交车末班车几点？';
let blocked: User;
let member: User;
let spam: Chat;
let club: Chat;

const bot = useWholeBot(({ playground }) => {
  member = playground.addUser({ first_name: '林' });
  blocked = playground.addUser({ first_name: '何' });
  club = playground.addGroup({ title: '读书会', members: [member, blocked] });
  spam = playground.addGroup({ title: '广告', members: [member, blocked] });
  return {
    ALLOWED_IDS: `${member.id},${blocked.id},${club.id},${spam.id}`,
    BLOCKED_IDS: `${blocked.id},${spam.id}`,
  };
});

/** What the bot has said in a chat after a member was answered, whose turn comes last. */
async function said(chat: { readonly id: number }): Promise<number> {
  bot.playground.say(member, member, QUESTION);
  await bot.playground.nextMessage(member);
  return bot.playground.messages(chat).filter(({ from }) => from?.id === bot.playground.bot.id).length;
}

describe('with BLOCKED_IDS, whatever else is allowed', () => {
  let answer: Awaited<ReturnType<typeof bot.playground.nextMessage>>;

  beforeAll(async () => {
    bot.playground.say(club, member, `@jianbao_bot ${QUESTION}`);
    answer = await bot.playground.nextMessage(club);
  });

  it('a blocked user is not answered in private, nor in an allowed group', async () => {
    bot.playground.say(blocked, blocked, QUESTION);
    expect(await said(blocked)).toBe(0);
    bot.playground.say(club, blocked, `@jianbao_bot ${QUESTION}`);
    expect(await said(club)).toBe(1);
  });

  it('nor inline', async () => {
    expect(await bot.playground.typeInline(blocked, QUESTION)).toMatchObject({
      results: [],
      isPersonal: true,
    });
  });

  it('nor by a button, which only stops spinning', async () => {
    const outcome = await bot.playground.press(club, answer, '全文', blocked);
    expect(outcome).toMatchObject({ status: 'answered' });
    expect('text' in outcome && outcome.text).toBeFalsy();
    expect(bot.playground.messages(club).at(-1)?.edit_date).toBeUndefined();
  });

  it('nobody is answered in a blocked chat', async () => {
    bot.playground.say(spam, member, `@jianbao_bot ${QUESTION}`);
    bot.playground.say(spam, member, `/ask ${QUESTION}`, { senderChat: spam });
    expect(await said(spam)).toBe(0);
  });

  it('others are answered, and what they see inline is theirs alone', async () => {
    const outcome = await bot.playground.typeInline(member, QUESTION);
    expect(outcome).toMatchObject({ results: [{ type: 'article' }], isPersonal: true });
  });
});

describe('/id tells the ids that settings take', () => {
  it('of whoever asks in private, and of the group as well in one', async () => {
    const { playground } = bot;
    playground.say(member, member, '/id');
    expect((await playground.nextMessage(member)).text).toBe(`你的 ID：${member.id}`);
    playground.say(club, member, '/id@jianbao_bot');
    expect((await playground.nextMessage(club)).text).toBe(`你的 ID：${member.id}\n这个群的 ID：${club.id}`);
  });

  it('of the group alone to whoever speaks as the group', async () => {
    const { playground } = bot;
    playground.say(club, member, '/id@jianbao_bot', { senderChat: club });
    expect((await playground.nextMessage(club)).text).toMatch(new RegExp(`^[^\\n]* ID[^\\n]*${club.id}$`));
  });
});
