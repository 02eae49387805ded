import type { Message } from '@grammyjs/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { accepted, refused } from './support/api.js';

let playground: Playground;
let user: number;
let forum: number;
let sent: Message;
let bold: Message;

beforeAll(async () => {
  playground = await startPlayground();
  user = playground.addUser().id;
  playground.start(user);
  forum = playground.addGroup({ title: 'forum', forum: true, members: [user] }).id;
  sent = await accepted(playground, 'sendMessage', { chat_id: user, text: 'before' });
  bold = await accepted(playground, 'sendMessage', {
    chat_id: user,
    text: 'bold and plain, bold and plain',
    entities: [{ type: 'bold', offset: 0, length: 4 }],
  });
});
afterAll(() => playground.close());

describe('targets', () => {
  it.each<[what: string, method: string, parameters: () => object, refusal: string]>([
    ['no chat', 'sendMessage', () => ({ text: 'a' }), '400 Bad Request: chat_id is empty'],
    ['an unknown chat', 'sendMessage', () => ({ chat_id: 5, text: 'a' }), '400 Bad Request: chat not found'],
    [
      'a person who never wrote',
      'sendMessage',
      () => ({ chat_id: playground.addUser().id, text: 'a' }),
      "403 Forbidden: bot can't initiate conversation with a user",
    ],
    [
      'a group without the bot',
      'sendMessage',
      () => ({ chat_id: playground.addGroup({ title: 'others', bot: 'absent' }).id, text: 'a' }),
      '403 Forbidden: bot is not a member of the supergroup chat',
    ],
    [
      'a reply to nothing',
      'sendMessage',
      () => ({ chat_id: user, text: 'a', reply_parameters: { message_id: 9_999 } }),
      '400 Bad Request: message to be replied not found',
    ],
    [
      'a quote that is not there',
      'sendMessage',
      () => ({
        chat_id: user,
        text: 'a',
        reply_parameters: { message_id: sent.message_id, quote: 'not in the message' },
      }),
      '400 Bad Request: QUOTE_TEXT_INVALID',
    ],
    [
      'a quote that leaves out what is bold in the message',
      'sendMessage',
      () => ({
        chat_id: user,
        text: 'a',
        reply_parameters: { message_id: bold.message_id, quote: 'bold and plain' },
      }),
      '400 Bad Request: QUOTE_TEXT_INVALID',
    ],
    [
      'a reply to a message of a chat that the bot is not in',
      'sendMessage',
      () => ({
        chat_id: user,
        text: 'a',
        reply_parameters: { chat_id: playground.addGroup({ title: 'x', bot: 'absent' }).id, message_id: 1 },
      }),
      '400 Bad Request: message to be replied not found',
    ],
    [
      'a reply to a message of a chat that is not there',
      'sendMessage',
      () => ({ chat_id: user, text: 'a', reply_parameters: { chat_id: '@nowhere', message_id: 1 } }),
      '400 Bad Request: chat not found',
    ],
    [
      'a button that shares into no kind of chat',
      'sendMessage',
      () => ({
        chat_id: user,
        text: 'a',
        reply_markup: {
          inline_keyboard: [[{ text: 'b', switch_inline_query_chosen_chat: { query: 'c' } }]],
        },
      }),
      '400 Bad Request: at least one chat type must be allowed',
    ],
    [
      'a button that copies nothing',
      'sendMessage',
      () => ({
        chat_id: user,
        text: 'a',
        reply_markup: { inline_keyboard: [[{ text: 'b', copy_text: { text: '' } }]] },
      }),
      '400 Bad Request: BUTTON_COPY_TEXT_INVALID',
    ],
    [
      'a topic that is not there',
      'sendMessage',
      () => ({ chat_id: forum, text: 'a', message_thread_id: 9_999 }),
      '400 Bad Request: message thread not found',
    ],
    [
      'the General topic by its number',
      'sendMessage',
      () => ({ chat_id: forum, text: 'a', message_thread_id: 1 }),
      '400 Bad Request: message thread not found',
    ],
    [
      'a topic of a private chat',
      'sendMessage',
      () => ({ chat_id: user, text: 'a', message_thread_id: sent.message_id }),
      '400 Bad Request: message thread not found',
    ],
    [
      'an edit with the same content',
      'editMessageText',
      () => ({ chat_id: user, message_id: sent.message_id, text: 'before' }),
      '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    ],
    [
      'an edit of nothing',
      'editMessageText',
      () => ({ chat_id: user, message_id: 9_999, text: 'a' }),
      '400 Bad Request: message to edit not found',
    ],
    [
      "an edit of a person's message",
      'editMessageText',
      () => ({ chat_id: user, message_id: playground.say(user, user, 'mine').message_id, text: 'a' }),
      "400 Bad Request: message can't be edited",
    ],
    [
      'an edit of no message',
      'editMessageText',
      () => ({ text: 'a' }),
      '400 Bad Request: message identifier is not specified',
    ],
    [
      'an edit of an unknown inline message',
      'editMessageText',
      () => ({ inline_message_id: 'unknown', text: 'a' }),
      '400 Bad Request: MESSAGE_ID_INVALID',
    ],
    [
      'a callback query that was never asked',
      'answerCallbackQuery',
      () => ({ callback_query_id: '1' }),
      '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    [
      'a note of 201 characters',
      'answerCallbackQuery',
      () => ({ callback_query_id: '1', text: 'a'.repeat(201) }),
      '400 Bad Request: MESSAGE_TOO_LONG',
    ],
    [
      'a callback link to elsewhere',
      'answerCallbackQuery',
      () => ({ callback_query_id: '1', url: 'https://example.org/' }),
      '400 Bad Request: URL_INVALID',
    ],
  ])('refuses %s', async (_, method, parameters, refusal) => {
    expect(await refused(playground, method, { ...parameters() })).toBe(refusal);
  });

  it.each([
    ['where it was said to be', { quote_position: 29 }, 21],
    ['at the nearest place', { quote_position: 7 }, 5],
    ['at the beginning where nothing was said', {}, 5],
  ])('finds a quote %s', async (_, where, position) => {
    const message = await accepted<Message>(playground, 'sendMessage', {
      chat_id: user,
      text: 'a',
      reply_parameters: { message_id: bold.message_id, quote: 'and plain', ...where },
    });
    expect(message.quote).toEqual({ text: 'and plain', position, is_manual: true });
  });

  it('quotes a message of another chat that the bot is in', async () => {
    const news = playground.addGroup({
      title: 'news',
      type: 'channel',
      bot: 'administrator',
      members: [user],
    });
    const post = playground.say(news, user, 'a post');
    const message = await accepted<Message>(playground, 'sendMessage', {
      chat_id: user,
      text: 'a',
      reply_parameters: { chat_id: news.id, message_id: post.message_id, quote: 'post' },
    });
    expect(message).toMatchObject({
      external_reply: { origin: { type: 'channel' }, chat: { id: news.id }, message_id: post.message_id },
      quote: { text: 'post', position: 2 },
    });
    expect(message.reply_to_message).toBeUndefined();
  });

  it('sends without the reply where that is allowed', async () => {
    const reply_parameters = { message_id: 9_999, allow_sending_without_reply: true };
    const message = await accepted<Message>(playground, 'sendMessage', {
      chat_id: user,
      text: 'a',
      reply_parameters,
    });
    expect(message.reply_to_message).toBeUndefined();
  });
});
