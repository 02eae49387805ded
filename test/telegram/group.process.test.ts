import type { Chat, Message, User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SayOptions } from '../../playground/playground.js';
import { quotation, useFixture } from './support/fixture.js';

const fixture = useFixture({ settings: { canReadAllGroupMessages: true } });
const QUESTION = '102路公交车末班车几点？';
let lin: User;
let wu: User;
let group: Chat;

beforeEach(() => {
  const { playground } = fixture;
  lin = playground.addUser({ first_name: '林', language_code: 'zh-hans' });
  wu = playground.addUser({ first_name: '吴', language_code: 'zh-hans' });
  group = playground.addGroup({ title: '读书会', members: [lin, wu], forum: true });
});

async function hear(text: string, options: SayOptions = {}): Promise<{ asked: Message; answer: Message }> {
  const asked = fixture.playground.say(group, lin, text, options);
  return { asked, answer: await fixture.playground.nextMessage(group) };
}

describe('answers', () => {
  it.each([
    ['a mention', `@jianbao_bot ${QUESTION}`],
    ['a mention in other letters, at the end', `${QUESTION} @Jianbao_Bot`],
    ['a command with its name', `/ask@jianbao_bot ${QUESTION}`],
    ['a command', `/ask ${QUESTION}`],
  ])('%s, as a reply to it', async (_, text) => {
    const { asked, answer } = await hear(text);
    expect(quotation(answer)).toContain('十点半');
    expect(answer.reply_to_message?.message_id).toBe(asked.message_id);
  });

  it('a reply to its own message', async () => {
    const { answer: first } = await hear('@jianbao_bot 图书馆的馆长是谁？');
    const { answer } = await hear(QUESTION, { replyTo: first });
    expect(quotation(answer)).toContain('十点半');
  });

  it('somebody’s question when a bare mention replies to it', async () => {
    const question = fixture.playground.say(group, wu, QUESTION);
    const { answer } = await hear('@jianbao_bot', { replyTo: question });
    expect(quotation(answer)).toContain('十点半');
    expect(answer.reply_to_message?.message_id).toBe(question.message_id);
  });

  it('a mention in the caption of a picture', async () => {
    const { answer } = await hear(`@jianbao_bot ${QUESTION}`, { attachment: 'photo' });
    expect(quotation(answer)).toContain('十点半');
  });

  it('an anonymous administrator', async () => {
    const { answer } = await hear(`@jianbao_bot ${QUESTION}`, { senderChat: group });
    expect(quotation(answer)).toContain('十点半');
  });

  it('in the topic of the question, and in General without naming it', async () => {
    const topic = fixture.playground.addTopic(group, '公交');
    const { answer } = await hear(`@jianbao_bot ${QUESTION}`, { topic: topic.message_thread_id });
    expect(answer.message_thread_id).toBe(topic.message_thread_id);
    await hear(`@jianbao_bot ${QUESTION}`);
    const call = await fixture.playground.waitForCall('sendMessage');
    expect(call.payload).not.toHaveProperty('message_thread_id');
  });

  it('a bare mention with a word on how to ask', async () => {
    const { answer } = await hear('@jianbao_bot');
    expect(answer.text).toContain('在 @jianbao_bot 后面写上问题');
  });

  it('/help and /about with its name', async () => {
    expect((await hear('/help@jianbao_bot')).answer.text).toContain('怎么提问');
    expect((await hear('/about@jianbao_bot')).answer.text).toContain('4 篇文章');
  });

  it('in the language of whoever asks', async () => {
    fixture.playground.changeUser(lin, { language_code: 'en' });
    expect((await hear('@jianbao_bot')).answer.text).toContain('Write your question after @jianbao_bot');
  });
});

function channel(): Chat {
  return fixture.playground.addGroup({ title: '青石周报', type: 'channel', members: [lin] });
}

describe('stays silent', () => {
  it.each<[string, string, () => SayOptions]>([
    ['on talk among people', QUESTION, () => ({})],
    ['on a question to somebody else', `@limin_88 ${QUESTION}`, () => ({})],
    ['on a question to another bot', `@weather_bot ${QUESTION}`, () => ({})],
    ['on a command for another bot', `/ask@weather_bot ${QUESTION}`, () => ({})],
    ['on a command of no one in particular', '/help', () => ({})],
    [
      'on a channel’s post that Telegram forwards',
      `@jianbao_bot ${QUESTION}`,
      () => ({ senderChat: channel(), automaticForward: true }),
    ],
    ['on a picture without words', '', () => ({ attachment: 'photo' })],
  ])('%s', async (_, text, options) => {
    fixture.playground.say(group, lin, text, options());
    // A chat's updates are handled in their order: whatever it said to the former would come first.
    const { asked, answer } = await hear('@jianbao_bot');
    expect(answer.reply_to_message?.message_id).toBe(asked.message_id);
    const own = fixture.playground
      .messages(group)
      .filter(({ from }) => from?.id === fixture.playground.bot.id);
    expect(own).toHaveLength(1);
  });

  it('on another reply to somebody who replied to it', async () => {
    const { answer } = await hear(`@jianbao_bot ${QUESTION}`);
    const thanks = fixture.playground.say(group, wu, '原来这么晚', { replyTo: answer });
    await fixture.playground.nextMessage(group);
    fixture.playground.say(group, lin, '是啊', { replyTo: thanks });
    const { asked, answer: last } = await hear('@jianbao_bot');
    expect(last.reply_to_message?.message_id).toBe(asked.message_id);
  });
});

describe('a group that becomes a supergroup', () => {
  it('gets its answer there', async () => {
    const small = fixture.playground.addGroup({ title: '邻居', type: 'group', members: [lin] });
    fixture.playground.fail({ kind: 'slow', ms: 300 }, { method: 'sendMessage' });
    fixture.playground.say(small, lin, `@jianbao_bot ${QUESTION}`);
    await fixture.playground.waitForCall('getUpdates');
    const big = fixture.playground.migrate(small);
    const answer = await fixture.playground.nextMessage(big);
    expect(quotation(answer)).toContain('十点半');
  });
});
