import type { Chat, Message, User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SayOptions } from '../../../playground/playground.js';
import { rows, until, useToldBot } from './told-bot.js';

const QUESTION = '图书馆为什么搬家？';
const REFUSED = '火星移民学校在哪里？';
const SHORT = '文章里没有找到答案。';
const LONG = '文章里没有找到答案。\n这些词没有出现过：火星';

const bot = useToldBot();
let lin: User;
let wu: User;

beforeEach(() => {
  lin = bot.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
  wu = bot.playground.addUser({ first_name: '吴', language_code: 'zh-hans' });
  bot.answers('图书馆', 'answered');
  bot.answers('圖書館', 'answered');
});

async function hear(chat: Chat, text: string, options: SayOptions = {}): Promise<Message> {
  bot.playground.say(chat, lin, `@jianbao_bot ${text}`, options);
  return bot.playground.nextMessage(chat);
}

/** What the last message that was sent was sent with. */
function lastSent(): Record<string, unknown> {
  return bot.playground.calls.findLast(({ method }) => method === 'sendMessage')?.payload ?? {};
}

describe('a refusal in a group', () => {
  it('is one line where the bot is a member, with what there is to do', async () => {
    const group = bot.playground.addGroup({ title: '读书会', members: [lin] });
    const refusal = await hear(group, REFUSED);
    expect(refusal.text).toBe(SHORT);
    expect(rows(refusal)).toEqual([['有答案了告诉我']]);
  });

  describe('where the bot is an administrator', () => {
    let group: Chat;
    beforeEach(() => {
      group = bot.playground.addGroup({ title: '读书会', members: [lin, wu], bot: 'administrator' });
    });

    async function refusalOf(text = REFUSED): Promise<{ asked: Message; refusal: Message }> {
      const asked = bot.playground.say(group, lin, `@jianbao_bot ${text}`);
      await until(() => bot.playground.ephemeralMessages(group, lin).length > 0);
      return { asked, refusal: bot.playground.ephemeralMessages(group, lin).at(-1) as Message };
    }

    it('is seen by whoever asked, and by nobody else', async () => {
      const { asked, refusal } = await refusalOf();
      expect(refusal.text).toBe(LONG);
      expect(refusal.reply_to_message?.message_id).toBe(asked.message_id);
      expect(bot.playground.ephemeralMessages(group, wu)).toEqual([]);
      expect(bot.playground.messages(group)).toHaveLength(1);
    });

    it('has a button that works, and the whole group is told', async () => {
      const { refusal } = await refusalOf();
      expect(await bot.playground.press(group, refusal, '有答案了告诉我', lin)).toMatchObject({
        status: 'answered',
      });
      expect(rows(bot.playground.ephemeralMessages(group, lin)[0])).toEqual([['不用告诉我了']]);
      bot.answers('火星', 'answered', 'new');
      bot.change('new');
      expect((await bot.playground.nextMessage(group)).text).toMatch(/^之前问的/);
    });

    it('leads to the nearest passages, for the same eyes only', async () => {
      bot.answers('火星', 'refused', 'near');
      const { refusal } = await refusalOf();
      await bot.playground.press(group, refusal, '《图书馆搬家》', lin);
      const [nearest] = bot.playground.ephemeralMessages(group, lin);
      expect(nearest?.text).toMatch(/^最接近的段落，不一定答得上：\n旧馆每逢雨季都会漏水\n/);
      expect(bot.playground.messages(group)).toHaveLength(1);
    });

    it('makes way for an answer that all see, when the question is edited', async () => {
      const { asked } = await refusalOf();
      bot.playground.edit(group, asked, `@jianbao_bot ${QUESTION}`);
      const answer = await bot.playground.nextMessage(group);
      expect(answer.text).toContain('旧馆每逢雨季都会漏水');
      expect(answer.reply_to_message?.message_id).toBe(asked.message_id);
      expect(bot.playground.ephemeralMessages(group, lin)).toEqual([]);
    });

    it('stays one when the edited question is refused, too', async () => {
      const { asked } = await refusalOf();
      bot.playground.edit(group, asked, '@jianbao_bot 火星上有什么？');
      bot.playground.say(group, lin, '@jianbao_bot');
      await bot.playground.nextMessage(group);
      expect(bot.playground.ephemeralMessages(group, lin)).toHaveLength(1);
    });

    it('to an anonymous administrator is one line for all', async () => {
      expect((await hear(group, REFUSED, { senderChat: group })).text).toBe(SHORT);
    });

    it('is one line for all when the bot is no administrator any more', async () => {
      await refusalOf();
      bot.playground.setBot(group, 'member');
      expect((await hear(group, REFUSED)).text).toBe(SHORT);
      bot.playground.setBot(group, 'administrator');
      bot.playground.say(group, lin, `@jianbao_bot ${REFUSED}`);
      await until(() => bot.playground.ephemeralMessages(group, lin).length === 2);
    });

    it('stands in the topic in which it was asked', async () => {
      const forum = bot.playground.addGroup({
        title: '论坛',
        members: [lin],
        bot: 'administrator',
        forum: true,
      });
      const { message_thread_id: topic } = bot.playground.addTopic(forum, '搬家');
      bot.playground.say(forum, lin, `@jianbao_bot ${REFUSED}`, { topic });
      await until(() => bot.playground.ephemeralMessages(forum, lin).length > 0);
      expect(bot.playground.ephemeralMessages(forum, lin)[0]?.message_thread_id).toBe(topic);
    });
  });

  it('is one line for all where the server knows of nothing else', async () => {
    const group = bot.playground.addGroup({ title: '读书会', members: [lin], bot: 'administrator' });
    bot.playground.fail(
      { kind: 'error', code: 400, description: 'Bad Request: BOT_NOT_ADMIN' },
      { method: 'sendMessage' },
    );
    expect((await hear(group, REFUSED)).text).toBe(SHORT);
  });
});

describe('asking back', () => {
  const FORCED = { force_reply: true, selective: true, input_field_placeholder: '你的问题' };

  it('opens the field as a reply, and the reply is answered', async () => {
    const group = bot.playground.addGroup({ title: '读书会', members: [lin, wu] });
    const asking = await hear(group, '');
    expect(lastSent().reply_markup).toEqual(FORCED);
    bot.playground.say(group, lin, QUESTION, { replyTo: asking });
    expect((await bot.playground.nextMessage(group)).text).toContain('漏水');
  });

  it('does so for a bare /ask in private', async () => {
    bot.playground.say(lin, lin, '/ask');
    await bot.playground.nextMessage(lin);
    expect(lastSent().reply_markup).toEqual(FORCED);
  });
});

describe('a forum', () => {
  let forum: Chat;
  beforeEach(() => {
    forum = bot.playground.addGroup({ title: '论坛', members: [lin, wu], forum: true });
  });

  it('has its answers in the topic of the question', async () => {
    const { message_thread_id: topic } = bot.playground.addTopic(forum, '搬家');
    expect((await hear(forum, QUESTION, { topic })).message_thread_id).toBe(topic);
  });

  it('has those of General without a topic, which a send would fail with', async () => {
    expect((await hear(forum, QUESTION)).message_thread_id).toBeUndefined();
    expect(lastSent()).not.toHaveProperty('message_thread_id');
  });

  it('takes a message in a topic for no reply to the bot', async () => {
    const { message_thread_id: topic } = bot.playground.addTopic(forum, '搬家');
    bot.playground.say(forum, lin, QUESTION, { topic });
    const answer = await hear(forum, QUESTION, { topic });
    expect(bot.playground.messages(forum).filter(({ from }) => from?.is_bot)).toEqual([answer]);
  });
});

describe('a channel’s discussion group', () => {
  let channel: Chat;
  let group: Chat;
  beforeEach(() => {
    channel = bot.playground.addGroup({ title: '青石周报', type: 'channel', members: [lin] });
    group = bot.playground.addGroup({ title: '青石周报讨论', members: [lin, wu] });
  });

  it('has its posts left alone, and questions among the comments answered there', async () => {
    const post = bot.playground.say(group, lin, `@jianbao_bot ${QUESTION}`, {
      ...{ senderChat: channel, automaticForward: true },
    });
    const comment = bot.playground.say(group, lin, `@jianbao_bot ${QUESTION}`, { replyTo: post });
    const answer = await bot.playground.nextMessage(group);
    expect(answer.reply_to_message?.message_id).toBe(comment.message_id);
    expect(answer.message_thread_id).toBe(post.message_id);
    expect(lastSent()).not.toHaveProperty('message_thread_id');
    expect(
      bot.playground.messages(group).filter(({ from }) => from?.id === bot.playground.bot.id),
    ).toHaveLength(1);
  });

  it('has a bare mention under a post answered with what the post asks', async () => {
    const post = bot.playground.say(group, lin, QUESTION, { senderChat: channel, automaticForward: true });
    bot.playground.say(group, lin, '@jianbao_bot', { replyTo: post });
    expect((await bot.playground.nextMessage(group)).text).toContain('漏水');
  });

  it('has those answered who speak as a channel', async () => {
    expect((await hear(group, QUESTION, { senderChat: channel })).text).toContain('漏水');
  });
});

describe('a guest', () => {
  it('is answered once, and refused without a button that would lead nowhere', async () => {
    const strangers = bot.playground.addGroup({ title: '同事', members: [lin], bot: 'absent' });
    const answered = await bot.playground.guest(strangers, lin, `@jianbao_bot ${QUESTION}`);
    const refused = await bot.playground.guest(strangers, lin, `@jianbao_bot ${REFUSED}`);
    if (answered.status !== 'answered' || refused.status !== 'answered') throw new Error('not answered');
    expect(answered.message.text).toContain('漏水');
    expect(refused.message.text).toBe(LONG);
    expect([...rows(answered.message), ...rows(refused.message)]).toEqual([]);
  });
});

describe('a business account', () => {
  const BUSINESS = /^你把我接到了商务账号上/;

  it('has its owner told once that nothing is answered there, and nothing its customers write is seen', async () => {
    bot.playground.start(wu);
    const welcome = await bot.playground.nextMessage(wu);
    const connection = bot.playground.connectBusiness(wu);
    expect((await bot.playground.nextMessage(wu, { after: welcome })).text).toMatch(BUSINESS);
    const asked = bot.asked.length;
    bot.playground.writeToBusiness(connection, lin, QUESTION);
    bot.playground.say(wu, wu, REFUSED);
    await bot.playground.nextMessage(wu);
    expect(bot.asked.slice(asked)).toEqual([REFUSED]);
    expect(bot.playground.messages(lin)).toEqual([]);
  });

  it('of an owner who never wrote to the bot brings about no fault', async () => {
    bot.playground.connectBusiness(wu);
    const { response } = await bot.playground.waitForCall(({ payload }) => payload.chat_id === wu.id);
    expect(response).toMatchObject({ ok: false, error_code: 403 });
    expect(bot.log).not.toContain('"level":50');
  });
});

describe('Traditional characters', () => {
  it.each<[language: string | undefined, question: string, refusal: string]>([
    ['zh-hans', '火星學校在哪裡？', '文章裡沒有找到答案。\n這些詞沒有出現過：火星'],
    ['zh-hans', '火星学校在哪里？', '文章里没有找到答案。\n这些词没有出现过：火星'],
    ['zh-hant', '火星', '文章裡沒有找到答案。\n這些詞沒有出現過：火星'],
    ['zh-TW', '火星', '文章裡沒有找到答案。\n這些詞沒有出現過：火星'],
    ['zh-hant', '火星学校', '文章里没有找到答案。\n这些词没有出现过：火星'],
    ['ja', '火星學校', '文章裡沒有找到答案。\n這些詞沒有出現過：火星'],
  ])('to %s, asked %s', async (language_code, text, refusal) => {
    const reader = bot.playground.addUser(language_code === undefined ? {} : { language_code });
    bot.playground.say(reader, reader, text);
    expect((await bot.playground.nextMessage(reader)).text).toBe(refusal);
  });

  it('are for the wording, and never for what is quoted', async () => {
    bot.playground.say(lin, lin, '圖書館為什麼搬家？');
    const answer = await bot.playground.nextMessage(lin);
    expect(answer.text).toBe('旧馆每逢雨季都会漏水\n《图书馆搬家》');
    expect(rows(answer).at(-1)).toEqual(['有用', '答非所問', '錯字']);
  });

  it('are kept by the buttons', async () => {
    bot.playground.say(lin, lin, '火星學校在哪裡？');
    const refusal = await bot.playground.nextMessage(lin);
    expect(await bot.playground.press(lin, refusal, '有答案就通知我', lin)).toMatchObject({
      text: '記下了。90 天內有新文章能回答，就在這裡通知你。',
    });
  });
});
