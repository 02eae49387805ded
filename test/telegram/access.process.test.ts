import type { Chat, User } from 'grammy/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { type BotProcess, build, startBot } from './support/bot-process.js';
import { quotation } from './support/fixture.js';

const QUESTION = '102路公交车末班车几点？';
let playground: Playground;
let bot: BotProcess;
let member: User;
let stranger: User;
let club: Chat;
let neighbours: Chat;

beforeAll(async () => {
  build();
  playground = await startPlayground({ settings: { canReadAllGroupMessages: true }, queryTimeoutMs: 1_000 });
  member = playground.addUser({ first_name: '林' });
  stranger = playground.addUser({ first_name: '何' });
  club = playground.addGroup({ title: '读书会', members: [member, stranger] });
  neighbours = playground.addGroup({ title: '邻居', members: [member, stranger] });
  bot = await startBot(playground, { ALLOWED_IDS: `${member.id}, ${club.id}` });
});

afterAll(async () => {
  await bot.stop();
  await playground.close();
});

describe('with ALLOWED_IDS', () => {
  it('answers a listed user in private, in any group and inline', async () => {
    playground.say(member, member, QUESTION);
    expect(quotation(await playground.nextMessage(member))).toContain('十点半');
    playground.say(neighbours, member, `@jianbao_bot ${QUESTION}`);
    expect(quotation(await playground.nextMessage(neighbours))).toContain('十点半');
    expect(await playground.typeInline(member, QUESTION)).toMatchObject({ results: [{ type: 'article' }] });
  });

  it('answers anybody in a listed chat, and lets them turn pages there', async () => {
    playground.say(club, stranger, `@jianbao_bot ${QUESTION}`);
    const answer = await playground.nextMessage(club);
    expect(quotation(answer)).toContain('十点半');
    await playground.press(club, answer, '全文', stranger);
    expect(playground.messages(club).at(-1)?.edit_date).toBeDefined();
  });

  it('tells others in private what their id is, and nothing else', async () => {
    playground.say(stranger, stranger, QUESTION);
    const { text } = await playground.nextMessage(stranger);
    expect(text).toContain(String(stranger.id));
    expect(text).not.toContain('十点半');
  });

  it('shows others nothing inline', async () => {
    const outcome = await playground.typeInline(stranger, QUESTION);
    expect(outcome).toMatchObject({ results: [], isPersonal: true, button: { start_parameter: 'start' } });
  });

  it('tells others why a button does nothing', async () => {
    playground.say(neighbours, member, `@jianbao_bot ${QUESTION}`);
    const answer = await playground.nextMessage(neighbours);
    const outcome = await playground.press(neighbours, answer, '全文', stranger);
    expect(outcome).toMatchObject({ text: expect.stringContaining(String(stranger.id)) });
  });

  it('says nothing to others in other groups, nor to a chat that speaks through the shared placeholder', async () => {
    playground.say(neighbours, stranger, `@jianbao_bot ${QUESTION}`);
    playground.say(neighbours, member, `@jianbao_bot ${QUESTION}`, { senderChat: neighbours });
    const last = playground.say(neighbours, member, `@jianbao_bot ${QUESTION}`);
    const answer = await playground.nextMessage(neighbours);
    expect(answer.reply_to_message?.message_id).toBe(last.message_id);
  });

  it('does not answer others as a guest', async () => {
    const elsewhere = playground.addGroup({ title: '同事', members: [member, stranger], bot: 'absent' });
    const ignored = playground.guest(elsewhere, stranger, `@jianbao_bot ${QUESTION}`);
    const answered = await playground.guest(elsewhere, member, `@jianbao_bot ${QUESTION}`);
    expect(answered.status).toBe('answered');
    await playground.waitForCall('answerGuestQuery');
    expect(playground.calls.filter(({ method }) => method === 'answerGuestQuery')).toHaveLength(1);
    expect(await ignored).toMatchObject({ status: 'timed-out' });
  });
});
