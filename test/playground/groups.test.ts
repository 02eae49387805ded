import type { Message, Update } from '@grammyjs/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type BotSettings,
  type Playground,
  PlaygroundError,
  startPlayground,
} from '../../playground/playground.js';
import { accepted, call, refused } from './support/api.js';

let playground: Playground;
let user: number;
let other: number;

beforeEach(async () => {
  playground = await startPlayground();
  user = playground.addUser().id;
  other = playground.addUser({ first_name: 'Other', username: 'other_person' }).id;
});
afterEach(() => playground.close());

const updates = () => accepted<Update[]>(playground, 'getUpdates');
const heard = async () =>
  (await updates()).map(({ message }) => message?.text).filter((text) => text !== undefined);

describe('privacy mode', () => {
  /** What of the lines the bot hears. */
  async function hears(settings: Partial<BotSettings>, bot: 'member' | 'administrator', lines: string[]) {
    playground.configureBot(settings);
    const group = playground.addGroup({ title: 'readers', members: [user, other], bot });
    for (const line of lines) playground.say(group, user, line);
    return heard();
  }

  const LINES = [
    'hello',
    '@jianbao_bot a',
    '/ask a',
    '/ask@jianbao_bot a',
    '/ask@other_bot a',
    'a /ask@jianbao_bot',
  ];

  it.each<[what: string, settings: Partial<BotSettings>, bot: 'member' | 'administrator', heard: string[]]>([
    ['on: commands', {}, 'member', ['/ask a', '/ask@jianbao_bot a']],
    [
      'on, where mentions pass: commands and mentions',
      { mentionsPassPrivacy: true },
      'member',
      ['@jianbao_bot a', '/ask a', '/ask@jianbao_bot a'],
    ],
    ['off: everything', { canReadAllGroupMessages: true }, 'member', LINES],
    ['on, for an administrator: everything', {}, 'administrator', LINES],
  ])('%s', async (_, settings, bot, lines) => {
    expect(await hears(settings, bot, LINES)).toEqual(lines);
  });

  it('lets replies to the bot through', async () => {
    const group = playground.addGroup({ title: 'readers', members: [user, other] });
    const mine = playground.say(group, user, 'mine');
    const sent = await accepted<Message>(playground, 'sendMessage', {
      chat_id: group.id,
      text: 'from the bot',
    });
    playground.say(group, other, 'to the bot', { replyTo: sent });
    playground.say(group, other, 'to the person', { replyTo: mine });
    expect(await heard()).toEqual(['to the bot']);
  });

  it('gives a general command to the bot that spoke last', async () => {
    const rival = playground.addUser({ first_name: 'Rival', username: 'rival_bot', is_bot: true });
    const group = playground.addGroup({ title: 'readers', members: [user, rival] });
    playground.say(group, rival, 'I spoke last');
    playground.say(group, user, '/ask the rival');
    await accepted(playground, 'sendMessage', { chat_id: group.id, text: 'now I did' });
    playground.say(group, user, '/ask this bot');
    expect(await heard()).toEqual(['/ask this bot']);
  });

  it('lets service messages and what was sent via the bot through', async () => {
    const group = playground.addGroup({ title: 'readers', members: [user], forum: true });
    playground.addTopic(group, 'news');
    const typed = playground.typeInline(user, 'query');
    const inline = (await updates()).find(({ inline_query }) => inline_query)?.inline_query;
    await accepted(playground, 'answerInlineQuery', {
      inline_query_id: inline?.id,
      results: [
        { type: 'article', id: '1', title: 'a', input_message_content: { message_text: 'via the bot' } },
      ],
    });
    const outcome = await typed;
    if (outcome.status !== 'answered') throw new Error('not answered');
    playground.chooseInline(user, outcome.queryId, '1', group);
    const seen = (await updates()).flatMap(({ message }) => (message ? [message] : []));
    expect(seen.map(({ forum_topic_created, text }) => forum_topic_created?.name ?? text)).toEqual([
      'news',
      'via the bot',
    ]);
  });
});

describe('senders', () => {
  const lastMessage = async () =>
    (await accepted<Update[]>(playground, 'getUpdates', { offset: -1 }))[0]?.message;

  it('an anonymous administrator speaks as the group', async () => {
    const group = playground.addGroup({ title: 'readers', members: [user], bot: 'administrator' });
    playground.say(group, user, 'anonymous', { senderChat: group });
    expect(await lastMessage()).toMatchObject({
      from: { id: 1_087_968_824, is_bot: true, username: 'GroupAnonymousBot' },
      sender_chat: { id: group.id },
    });
  });

  it('a channel forwards its posts to the discussion', async () => {
    const channel = playground.addGroup({ title: 'news', type: 'channel', members: [user], bot: 'absent' });
    const group = playground.addGroup({ title: 'discussion', members: [user], bot: 'administrator' });
    playground.say(group, user, 'a post', { senderChat: channel, automaticForward: true });
    expect(await lastMessage()).toMatchObject({
      from: { id: 777_000 },
      sender_chat: { id: channel.id },
      is_automatic_forward: true,
      forward_origin: { type: 'channel' },
    });
  });

  it('a channel posts without a sender', async () => {
    const channel = playground.addGroup({
      title: 'news',
      type: 'channel',
      members: [user],
      bot: 'administrator',
    });
    playground.say(channel, user, 'a post');
    const [update] = await accepted<Update[]>(playground, 'getUpdates', { offset: -1 });
    expect(update?.channel_post).toMatchObject({ text: 'a post', sender_chat: { id: channel.id } });
    expect(update?.channel_post?.from).toBeUndefined();
  });

  it('only members speak', () => {
    const group = playground.addGroup({ title: 'readers', members: [user] });
    expect(() => playground.say(group, other, 'hello')).toThrow(PlaygroundError);
  });
});

describe('topics', () => {
  it('keep what is said in them together', async () => {
    const group = playground.addGroup({ title: 'forum', forum: true, members: [user], bot: 'administrator' });
    const topic = playground.addTopic(group, 'news').message_thread_id;
    const asked = playground.say(group, user, 'in the topic', { topic });
    expect(asked).toMatchObject({
      message_thread_id: topic,
      is_topic_message: true,
      // Telegram makes a message that replies to nothing a reply to the topic's beginning.
      reply_to_message: { message_id: topic, forum_topic_created: { name: 'news' } },
    });
    const parameters = { chat_id: group.id, text: 'answer', message_thread_id: topic };
    expect(await accepted(playground, 'sendMessage', parameters)).toMatchObject({
      message_thread_id: topic,
      is_topic_message: true,
    });
    const reply = { chat_id: group.id, text: 'reply', reply_parameters: { message_id: asked.message_id } };
    expect(await accepted(playground, 'sendMessage', reply)).toMatchObject({ message_thread_id: topic });
  });

  it('leave the General topic without a number', () => {
    const group = playground.addGroup({ title: 'forum', forum: true, members: [user] });
    const said = playground.say(group, user, 'in General');
    expect([said.message_thread_id, said.is_topic_message]).toEqual([undefined, undefined]);
  });

  it('are not meant by the thread of a reply elsewhere', () => {
    const group = playground.addGroup({ title: 'readers', members: [user] });
    const first = playground.say(group, user, 'first');
    const second = playground.say(group, user, 'second', { replyTo: first });
    const third = playground.say(group, user, 'third', { replyTo: second });
    expect([second.message_thread_id, third.message_thread_id]).toEqual([first.message_id, first.message_id]);
    expect(third.is_topic_message).toBeUndefined();
  });
});

describe('migration', () => {
  it('gives the group a new id, and says so to sends and in both chats', async () => {
    const group = playground.addGroup({ title: 'readers', type: 'group', members: [user] });
    const fresh = playground.migrate(group);
    expect(fresh).toMatchObject({ type: 'supergroup', title: 'readers' });
    expect(await call(playground, 'sendMessage', { chat_id: group.id, text: 'a' })).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: fresh.id },
    });
    const services = (await updates()).map(({ message }) => message);
    expect(services).toMatchObject([
      { chat: { id: group.id }, migrate_to_chat_id: fresh.id },
      { chat: { id: fresh.id }, migrate_from_chat_id: group.id },
    ]);
    await accepted(playground, 'sendMessage', { chat_id: fresh.id, text: 'a' });
    expect(() => playground.say(group, user, 'gone')).toThrow(PlaygroundError);
  });
});

describe('membership', () => {
  it('is told to the bot when it is added and removed', async () => {
    const group = playground.addGroup({ title: 'readers', members: [user], bot: 'absent' });
    playground.setBot(group, 'member');
    playground.setBot(group, 'absent');
    const changes = (await updates()).flatMap(({ my_chat_member: change }) =>
      change ? [[change.old_chat_member.status, change.new_chat_member.status]] : [],
    );
    expect(changes).toEqual([
      ['left', 'member'],
      ['member', 'left'],
    ]);
    expect(await refused(playground, 'sendMessage', { chat_id: group.id, text: 'a' })).toBe(
      '403 Forbidden: bot is not a member of the supergroup chat',
    );
  });

  it('ends when the bot leaves', async () => {
    const group = playground.addGroup({ title: 'readers', members: [user] });
    await accepted(playground, 'leaveChat', { chat_id: group.id });
    expect(playground.messages(group).at(-1)?.left_chat_member?.id).toBe(playground.bot.id);
    expect(await refused(playground, 'getChat', { chat_id: group.id })).toBe(
      '403 Forbidden: bot is not a member of the supergroup chat',
    );
  });

  it.each<[what: string, member: () => number, status: string]>([
    ['the first member', () => user, 'creator'],
    ['another', () => other, 'member'],
    ['a stranger', () => playground.addUser().id, 'left'],
    ['the bot', () => playground.bot.id, 'administrator'],
  ])('of %s', async (_, member, status) => {
    const group = playground.addGroup({ title: 'readers', members: [user, other], bot: 'administrator' });
    const parameters = { chat_id: group.id, user_id: member() };
    expect(await accepted(playground, 'getChatMember', parameters)).toMatchObject({ status });
  });

  it('decides what the bot may delete', async () => {
    const group = playground.addGroup({ title: 'readers', members: [user] });
    const { message_id } = playground.say(group, user, 'mine');
    const parameters = { chat_id: group.id, message_id };
    expect(await refused(playground, 'deleteMessage', parameters)).toBe(
      "400 Bad Request: message can't be deleted",
    );
    playground.setBot(group, 'administrator');
    await accepted(playground, 'deleteMessage', parameters);
    expect(playground.messages(group).map(({ message_id: id }) => id)).not.toContain(message_id);
  });
});

describe('guest mode', () => {
  const article = (text: string) => ({
    type: 'article',
    id: '1',
    title: 'a title',
    input_message_content: { message_text: text },
  });

  it('brings a mention where the bot is not, to be answered once', async () => {
    const group = playground.addGroup({ title: 'others', members: [user], bot: 'absent' });
    playground.say(group, user, 'not for it');
    const outcome = playground.guest(group, user, '@jianbao_bot 森林');
    const [update] = await updates();
    expect(update?.guest_message).toMatchObject({ text: '@jianbao_bot 森林', chat: { id: group.id } });
    const answer = { guest_query_id: update?.guest_message?.guest_query_id, result: article('an answer') };
    const { inline_message_id } = await accepted<{ inline_message_id: string }>(
      playground,
      'answerGuestQuery',
      answer,
    );
    expect(await outcome).toMatchObject({
      status: 'answered',
      message: { text: 'an answer', guest_bot_caller_user: { id: user }, from: { id: playground.bot.id } },
    });
    expect(await refused(playground, 'answerGuestQuery', answer)).toBe(
      '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
    expect(await accepted(playground, 'editMessageText', { inline_message_id, text: 'changed' })).toBe(true);
    expect(playground.messages(group).at(-1)?.text).toBe('changed');
  });

  it('is silent when it is off', async () => {
    playground.configureBot({ guestQueries: false });
    const group = playground.addGroup({ title: 'others', members: [user], bot: 'absent' });
    playground.say(group, user, '@jianbao_bot 森林');
    expect(await updates()).toEqual([]);
    expect(playground.bot.supports_guest_queries).toBe(false);
  });
});
