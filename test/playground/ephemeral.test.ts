import type { Chat, Message, User } from '@grammyjs/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotMembership, type Playground, startPlayground } from '../../playground/playground.js';
import { accepted, refused } from './support/api.js';

let playground: Playground;
let lin: User;
let wu: User;

beforeEach(async () => {
  playground = await startPlayground();
  lin = playground.addUser({ first_name: '林' });
  wu = playground.addUser({ first_name: '吴' });
});
afterEach(() => playground.close());

const group = (bot: BotMembership): Chat =>
  playground.addGroup({ title: 'readers', members: [lin, wu], bot });
const whisper = (chat: number, receiver: number, more: object = {}) => ({
  chat_id: chat,
  text: 'psst',
  ephemeral_message_parameters: { receiver_user_id: receiver },
  ...more,
});

describe('a message that one person sees', () => {
  it('is sent by an administrator, and seen by nobody else', async () => {
    const { id } = group('administrator');
    const sent = await accepted<Message>(playground, 'sendMessage', whisper(id, lin.id));
    expect(sent).toMatchObject({ message_id: 0, ephemeral_message_id: 1, receiver_user: { id: lin.id } });
    expect(playground.ephemeralMessages(id, lin)).toHaveLength(1);
    expect(playground.ephemeralMessages(id, wu)).toEqual([]);
    expect(playground.messages(id)).toEqual([]);
  });

  it.each<[what: string, call: () => object, refusal: string]>([
    ['by a member of no rank', () => whisper(group('member').id, lin.id), 'BOT_NOT_ADMIN'],
    [
      'in a private chat',
      () => {
        playground.start(lin);
        return whisper(lin.id, lin.id);
      },
      'BOT_NOT_ADMIN',
    ],
    ['to somebody else', () => whisper(group('administrator').id, 1), 'USER_ID_INVALID'],
    [
      'in reply to what is not there, however it is allowed',
      () =>
        whisper(group('administrator').id, lin.id, {
          reply_parameters: { message_id: 9, allow_sending_without_reply: true },
        }),
      'message to be replied not found',
    ],
  ])('is not sent %s', async (_, call, refusal) => {
    expect(await refused(playground, 'sendMessage', { ...call() })).toBe(`400 Bad Request: ${refusal}`);
  });

  it('is sent by any bot in answer to a button, to whoever pressed it', async () => {
    const { id } = group('member');
    const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] };
    const shown = await accepted<Message>(playground, 'sendMessage', {
      chat_id: id,
      text: 'a',
      reply_markup,
    });
    let query = '';
    playground.subscribe((event) => {
      if (event.type === 'update') query = event.update.callback_query?.id ?? query;
    });
    const pressed = playground.press(id, shown, 'a', lin);
    const to = (receiver: number) => ({
      ...whisper(id, receiver),
      ephemeral_message_parameters: { receiver_user_id: receiver, callback_query_id: query },
    });
    expect(await refused(playground, 'sendMessage', to(wu.id))).toBe('400 Bad Request: BOT_NOT_ADMIN');
    await accepted(playground, 'sendMessage', to(lin.id));
    await accepted(playground, 'answerCallbackQuery', { callback_query_id: query });
    await pressed;
  });
});

describe('a forced reply', () => {
  it.each([
    ['', false],
    ['a'.repeat(64), true],
    ['a'.repeat(65), false],
  ])('says %j in the empty field: %s', async (input_field_placeholder, isFine) => {
    playground.start(lin);
    const call = { chat_id: lin.id, text: 'a', reply_markup: { force_reply: true, input_field_placeholder } };
    if (isFine) await accepted(playground, 'sendMessage', call);
    else
      expect(await refused(playground, 'sendMessage', call)).toBe(
        '400 Bad Request: INPUT_FIELD_PLACEHOLDER_INVALID',
      );
  });
});

describe('reactions', () => {
  it.each<[BotMembership, told: number]>([
    ['administrator', 1],
    ['member', 0],
  ])('in a group are told to a bot that is %s: %i', async (bot, told) => {
    await accepted(playground, 'getUpdates', { allowed_updates: ['message_reaction'] });
    const { id } = group(bot);
    const sent = await accepted<Message>(playground, 'sendMessage', { chat_id: id, text: 'a' });
    playground.react(id, sent, lin, ['👍']);
    const updates = await accepted<{ message_reaction?: unknown }[]>(playground, 'getUpdates');
    expect(updates).toHaveLength(told);
    if (told > 0)
      expect(updates[0]?.message_reaction).toMatchObject({
        ...{ message_id: sent.message_id, user: { id: lin.id }, old_reaction: [] },
        new_reaction: [{ type: 'emoji', emoji: '👍' }],
      });
  });
});
