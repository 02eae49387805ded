import { describe, expect, it } from 'vitest';
import { buttons } from '../support/fixture.js';
import { useWholeBot } from '../support/run-bot.js';

/** Stands in everything that is asked. */
const MARKER = '紫檀木匣';
const bot = useWholeBot(() => ({ LOG_LEVEL: 'trace' }));

describe('no question gets into the log', () => {
  it('by whatever way it is asked, at the level trace, and also when calls fail', async () => {
    const { playground } = bot;
    const lin = playground.addUser({ first_name: '林' });
    const club = playground.addGroup({ title: '读书会', members: [lin] });
    const strangers = playground.addGroup({ title: '同事', members: [lin], bot: 'absent' });
    const question = `${MARKER}在图书馆的哪里？`;
    const asked = playground.say(lin, lin, question);
    const answer = await playground.nextMessage(lin);
    playground.edit(lin, asked, `${question}几楼？`);
    playground.say(club, lin, `@jianbao_bot ${question}`);
    await playground.nextMessage(club);
    playground.say(club, lin, `/ask ${question}`);
    await playground.nextMessage(club);
    await playground.typeInline(lin, question);
    await playground.guest(strangers, lin, `@jianbao_bot ${question}`);
    for (const [text = ''] of buttons(answer)) await playground.press(lin, answer, text, lin);
    for (const method of ['sendMessage', 'answerInlineQuery', 'answerGuestQuery', 'answerCallbackQuery'])
      playground.fail({ kind: 'error', code: 400, description: 'Bad Request: nonsense' }, { method });
    playground.say(lin, lin, question);
    const waiting = [
      playground.typeInline(lin, `${question}呢`),
      playground.guest(strangers, lin, `@jianbao_bot ${question}`),
      playground.press(lin, answer, { row: 0, column: 0 }, lin),
    ];
    playground.say(bot.admin, bot.admin, `/broadcast ${question}`);
    playground.say(bot.admin, bot.admin, question, {
      file: { name: `${MARKER}.txt`, content: question },
    });
    await bot.settled();
    void Promise.allSettled(waiting);
    // The log tells of all that failed, so that its silence about the question means something.
    expect(bot.log()).toContain('a call failed');
    const lines = bot.log().split('\n');
    const told = lines.filter((line) => line.includes(MARKER) && !line.includes('collection changed'));
    expect(told).toEqual([]);
  });
});

describe('/privacy and /forget', () => {
  it('tell in two sentences what is kept, and delete it', async () => {
    const lin = bot.playground.addUser({ first_name: '林' });
    bot.playground.say(lin, lin, '/privacy');
    const { text = '' } = await bot.playground.nextMessage(lin);
    expect(text).toMatch(/^我不保存你的提问[^。]*。[^。]*\/forget[^。]*。$/);
    bot.playground.say(lin, lin, '/forget');
    expect((await bot.playground.nextMessage(lin)).text).toBe('好，属于这个聊天的记录都删掉了。');
  });

  it('leave it to a group’s administrators to have its records deleted', async () => {
    const [owner, member] = ['吴', '马'].map((first_name) => bot.playground.addUser({ first_name }));
    if (!owner || !member) throw new Error('nobody there');
    const club = bot.playground.addGroup({ title: '读书会', members: [owner, member] });
    const answers: (string | undefined)[] = [];
    for (const [from, options] of [
      [member, {}],
      [owner, {}],
      [owner, { senderChat: club }],
    ] as const) {
      bot.playground.say(club, from, '/forget@jianbao_bot', options);
      answers.push((await bot.playground.nextMessage(club)).text);
    }
    expect(answers.map((text) => text?.slice(0, 3))).toEqual(['在群里', '好，属', '好，属']);
  });
});
