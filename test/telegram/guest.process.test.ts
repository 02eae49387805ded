import type { Chat, Message, User } from 'grammy/types';
import { beforeEach, expect, it } from 'vitest';
import type { SayOptions } from '../../playground/playground.js';
import { buttons, marked, quotation, useFixture } from './support/fixture.js';

const fixture = useFixture();
let lin: User;
let strangers: Chat;

beforeEach(() => {
  lin = fixture.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
  strangers = fixture.playground.addGroup({ title: '同事', members: [lin], bot: 'absent' });
});

async function mention(text: string, options: SayOptions = {}): Promise<Message> {
  const outcome = await fixture.playground.guest(strangers, lin, text, options);
  if (outcome.status !== 'answered') throw new Error(`“${text}” was not answered`);
  return outcome.message;
}

it('answers a mention in a chat where the bot is no member, without buttons', async () => {
  const answer = await mention('@jianbao_bot 102路公交车末班车几点？');
  expect(quotation(answer)).toContain('十点半');
  expect(marked(answer, 'text_link')).toHaveLength(1);
  expect(buttons(answer)).toEqual([]);
});

it('answers the message that a bare mention replies to', async () => {
  const question = fixture.playground.say(strangers, lin, '102路公交车末班车几点？');
  expect(quotation(await mention('@jianbao_bot', { replyTo: question }))).toContain('十点半');
});

it('refuses as anywhere else', async () => {
  expect((await mention('@jianbao_bot 火星移民学校在哪里？')).text).toContain('文章里没有找到答案');
});

it('explains itself to a bare mention', async () => {
  expect((await mention('@jianbao_bot')).text).toContain('后面写上问题');
});

it('answers each mention once', async () => {
  fixture.playground.duplicateUpdates();
  await mention('@jianbao_bot 102路公交车末班车几点？');
  await mention('@jianbao_bot');
  const answers = fixture.playground.calls.filter(({ method }) => method === 'answerGuestQuery');
  const ids = answers.map(({ payload }) => payload.guest_query_id);
  expect(new Set(ids).size).toBe(ids.length);
});
