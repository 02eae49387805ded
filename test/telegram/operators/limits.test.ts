import { describe, expect, it } from 'vitest';
import type { CallbackOutcome } from '../../../playground/user-api.js';
import { useWholeBot } from '../support/run-bot.js';

/** What a script sends. */
const FLOOD = 1_000;
const QUESTION = '102路公交车末班车几点？';
const ENOUGH = '问得有点快，我先歇口气，一分钟后再来问吧。';
const ENOUGH_HERE = '这个群里问得有点多，过一分钟再问我吧。';

const bot = useWholeBot(() => ({ QUESTIONS_PER_PERSON: '3', QUESTIONS_PER_CHAT: '5' }));

/** What the bot said in a chat. */
function said(chat: { readonly id: number }): string[] {
  return bot.playground
    .messages(chat)
    .filter(({ from }) => from?.id === bot.playground.bot.id)
    .map(({ text = '' }) => (text.includes('十点半') ? 'answer' : text));
}

describe('limits a minute', () => {
  it('answer a person so often, say so once, and are silent from then on', async () => {
    const lin = bot.playground.addUser({ first_name: '林' });
    for (let sent = 0; sent < 8; sent++) bot.playground.say(lin, lin, QUESTION);
    await bot.settled();
    expect(said(lin)).toEqual(['answer', 'answer', 'answer', ENOUGH]);
    for (let sent = 0; sent < FLOOD; sent++) bot.playground.say(lin, lin, QUESTION);
    await bot.settled();
    // Of so many at once most are left out before they are counted, and one sentence says so.
    expect(
      said(lin)
        .slice(4)
        .filter((text) => !text.includes('最近的 10 条')),
    ).toEqual([]);
    expect(said(lin).length).toBeLessThan(10);
  });

  it('go by the person and not by the chat: others in a group are answered, until the group has asked enough', async () => {
    const people = ['何', '吴', '马'].map((first_name) => bot.playground.addUser({ first_name }));
    const club = bot.playground.addGroup({ title: '读书会', members: people });
    for (const person of people) {
      for (let sent = 0; sent < 5; sent++) bot.playground.say(club, person, `@jianbao_bot ${QUESTION}`);
      await bot.settled();
    }
    expect(said(club)).toEqual([...Array(3).fill('answer'), ENOUGH, 'answer', 'answer', ENOUGH_HERE]);
  });

  it('leave talk among people alone', async () => {
    const gu = bot.playground.addUser({ first_name: '顾' });
    const club = bot.playground.addGroup({ title: '闲聊', members: [gu] });
    for (let sent = 0; sent < 30; sent++) bot.playground.say(club, gu, '今天天气不错');
    bot.playground.say(club, gu, `@jianbao_bot ${QUESTION}`);
    await bot.settled();
    expect(said(club)).toEqual(['answer']);
  });

  it('tell chats apart that speak through one placeholder', async () => {
    const gu = bot.playground.addUser({ first_name: '顾' });
    for (const title of ['甲', '乙', '丙', '丁']) {
      const club = bot.playground.addGroup({ title, members: [gu] });
      bot.playground.say(club, gu, `@jianbao_bot ${QUESTION}`, { senderChat: club });
      await bot.settled();
      expect(said(club)).toEqual(['answer']);
    }
  });

  it('do not count what is typed inline', async () => {
    const wei = bot.playground.addUser({ first_name: '魏' });
    for (let typed = 1; typed <= 12; typed++) {
      const outcome = await bot.playground.typeInline(wei, QUESTION, { offset: typed < 12 ? '900@x' : '' });
      expect(outcome.status).toBe('answered');
    }
    bot.playground.say(wei, wei, QUESTION);
    await bot.settled();
    expect(said(wei)).toEqual(['answer']);
  });

  it('bear more taps than questions, and end every button’s spinning', async () => {
    const lin = bot.playground.addUser({ first_name: '林' });
    bot.playground.say(lin, lin, QUESTION);
    const answer = await bot.playground.nextMessage(lin);
    const tap = () => bot.playground.press(lin, answer, '有用', lin);
    const outcomes: CallbackOutcome[] = [];
    for (let taps = 0; taps < 20; taps++) outcomes.push(await tap());
    expect(outcomes.every(({ status }) => status === 'answered')).toBe(true);
    const texts = outcomes.map((outcome) => (outcome.status === 'answered' ? outcome.text : undefined));
    expect(texts.filter((text) => text === ENOUGH)).toHaveLength(1);
    expect(texts.indexOf(ENOUGH)).toBe(15);
    // A script's taps are many at once; nobody else waits for them.
    for (let taps = 0; taps < FLOOD; taps++) tap().catch(() => {});
    const other = bot.playground.addUser({ first_name: '何' });
    bot.playground.say(other, other, QUESTION);
    expect((await bot.playground.nextMessage(other)).text).toContain('十点半');
  });

  it('do not hold for administrators', async () => {
    for (let sent = 0; sent < 6; sent++) bot.playground.say(bot.admin, bot.admin, QUESTION);
    await bot.settled();
    expect(said(bot.admin)).toEqual(Array(6).fill('answer'));
  });

  it('let a guest’s mentions beyond them go unanswered', async () => {
    const lin = bot.playground.addUser({ first_name: '林' });
    const strangers = bot.playground.addGroup({ title: '同事', members: [lin], bot: 'absent' });
    const texts: (string | undefined)[] = [];
    for (let asked = 0; asked < 4; asked++) {
      const outcome = await bot.playground.guest(strangers, lin, `@jianbao_bot ${QUESTION}`);
      texts.push(outcome.status === 'answered' ? outcome.message.text : undefined);
    }
    expect(texts.slice(0, 3).every((text) => text?.includes('十点半'))).toBe(true);
    expect(texts[3]).toBe(ENOUGH);
  });
});
