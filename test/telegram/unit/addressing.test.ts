import type { Message, MessageEntity, User } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/telegram/surfaces/addressing.js';
import { questionIn } from '../../../src/telegram/surfaces/message-text.js';

const ME = { id: 700, username: 'Jianbao_bot' };
const LIN: User = { id: 1, is_bot: false, first_name: '林' };
const US: User = { id: 700, is_bot: true, first_name: '剪报', username: 'Jianbao_bot' };
const OTHER_BOT: User = { id: 701, is_bot: true, first_name: 'Weather', username: 'weather_bot' };
/** What Telegram puts into `from` for anonymous administrators. */
const ANONYMOUS: User = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
const GROUP = { id: -1001, type: 'supergroup', title: '读书会' } as const;

/** A message with the entities that Telegram finds in its text. */
function said(text: string, more: Partial<Message> = {}): Message {
  const entities: MessageEntity[] = [];
  for (const { 0: found, index } of text.matchAll(/(?<![\w@])@\w{4,}/g)) {
    entities.push({ type: 'mention', offset: index, length: found.length });
  }
  const command = /^\/\w+(@\w+)?/.exec(text);
  if (command) entities.unshift({ type: 'bot_command', offset: 0, length: command[0].length });
  return { message_id: 9, date: 1, chat: GROUP, from: LIN, text, entities, ...more } as Message;
}

function reply(to: Partial<Message>): Partial<Message> {
  const original = { message_id: 5, date: 1, chat: GROUP, ...to };
  return { reply_to_message: original } as unknown as Partial<Message>;
}

const fromUs = reply({ from: US, text: '《搬家》' });
const fromLi = reply({ from: { ...LIN, id: 2 }, text: '馆长是谁？' });

function asks(question: string, messageId = 9) {
  return { kind: 'question', question, messageId };
}

describe('addressOf', () => {
  it.each([
    ['a mention before the question', said('@Jianbao_bot 馆长是谁？'), asks('馆长是谁？')],
    ['a mention after it', said('馆长是谁？ @Jianbao_bot'), asks('馆长是谁？')],
    ['a mention in the middle', said('请问 @Jianbao_bot 馆长是谁？'), asks('请问  馆长是谁？')],
    ['a mention in other letters', said('@JIANBAO_BOT 馆长是谁？'), asks('馆长是谁？')],
    ['a command with our name', said('/ask@jianbao_BOT 馆长是谁？'), asks('馆长是谁？')],
    ['a command without a name', said('/ask 馆长是谁？'), asks('馆长是谁？')],
    ['a reply to us', said('馆长是谁？', fromUs), asks('馆长是谁？')],
    [
      'us first, another bot after',
      said('@jianbao_bot 问问 @weather_bot 是谁做的'),
      asks('问问 @weather_bot 是谁做的'),
    ],
    [
      'an anonymous administrator',
      said('@jianbao_bot 馆长是谁？', { from: ANONYMOUS, sender_chat: GROUP }),
      asks('馆长是谁？'),
    ],
    [
      'a person named in the question',
      said('@jianbao_bot @limin_88 写了什么？'),
      asks('@limin_88 写了什么？'),
    ],
  ])('a question: %s', (_, message, expected) => {
    expect(addressOf(message, ME)).toEqual(expected);
  });

  it('takes a link to our account for a mention', () => {
    const entities: MessageEntity[] = [{ type: 'text_mention', offset: 0, length: 2, user: US }];
    expect(addressOf(said('剪报 馆长是谁？', { entities }), ME)).toEqual(asks('馆长是谁？'));
  });

  it('reads the caption of a picture', () => {
    const { text: caption, entities: caption_entities, ...rest } = said('@jianbao_bot 这是哪个图书馆？');
    const picture = { ...rest, caption, caption_entities } as Message;
    expect(addressOf(picture, ME)).toEqual(asks('这是哪个图书馆？'));
  });

  it.each([
    ['a bare mention', said('@jianbao_bot', fromLi)],
    ['a bare command', said('/ask', fromLi)],
    ['a bare command with our name', said('/ask@jianbao_bot', fromLi)],
  ])('takes the question from the message replied to, and answers that one: %s', (_, message) => {
    expect(addressOf(message, ME)).toEqual(asks('馆长是谁？', 5));
  });

  it.each([
    ['a bare mention', said('@jianbao_bot')],
    ['a bare command', said('/ask@jianbao_bot')],
    ['a bare mention in reply to us', said('@jianbao_bot', fromUs)],
    ['a bare mention in reply to a sticker', said('@jianbao_bot', reply({ from: LIN }))],
    [
      'a bare mention in a topic',
      said('@jianbao_bot', reply({ from: LIN, forum_topic_created: { name: '闲聊', icon_color: 0 } })),
    ],
  ])('asks back for a question: %s', (_, message) => {
    expect(addressOf(message, ME)).toEqual({ kind: 'empty' });
  });

  it('knows commands of its own, when they name it', () => {
    expect(addressOf(said('/help@jianbao_bot'), ME)).toMatchObject({
      kind: 'command',
      command: { name: 'help' },
    });
  });

  it.each([
    ['talk among people', said('馆长是谁？')],
    ['a reply among people', said('是何敏', fromLi)],
    ['a mention of somebody else', said('@limin_88 馆长是谁？')],
    ['a mention of another bot', said('@weather_bot 明天下雨吗？')],
    ['a mention of another bot in reply to us', said('@weather_bot 明天下雨吗？', fromUs)],
    ['another bot first, us after', said('@weather_bot 你认识 @jianbao_bot 吗？')],
    ['a name that only begins like ours', said('@jianbao_bot2 馆长是谁？')],
    ['our name in an e-mail address', said('写信给 info@jianbao_bot')],
    ['a command for another bot', said('/ask@weather_bot 明天下雨吗？')],
    ['a command of no one in particular', said('/help')],
    ['a command of no one in particular, in reply to us', said('/roll', fromUs)],
    [
      'a channel post forwarded by Telegram',
      said('@jianbao_bot 馆长是谁？', { is_automatic_forward: true, sender_chat: GROUP }),
    ],
    ['a result sent through us', said('@jianbao_bot', { via_bot: US })],
    [
      'a result sent through another bot, in reply to us',
      said('明天有雨', { ...fromUs, via_bot: OTHER_BOT }),
    ],
    ['another bot', said('@jianbao_bot 馆长是谁？', { from: OTHER_BOT })],
    [
      'a topic that we opened',
      said('馆长是谁？', reply({ from: US, forum_topic_created: { name: '闲聊', icon_color: 0 } })),
    ],
    [
      'a message without words',
      { message_id: 9, date: 1, chat: GROUP, from: LIN, new_chat_members: [US] } as unknown as Message,
    ],
  ])('silence: %s', (_, message) => {
    expect(addressOf(message, ME)).toEqual({ kind: 'none' });
  });
});

describe('questionIn', () => {
  it.each([
    ['馆长是谁？', '馆长是谁？'],
    ['  馆长\n是谁？ ', '馆长\n是谁？'],
    ['/ask 馆长是谁？', '馆长是谁？'],
    ['/ask@jianbao_bot @jianbao_bot 馆长是谁？', '馆长是谁？'],
    ['/ask@weather_bot 馆长是谁？', '/ask@weather_bot 馆长是谁？'],
    ['@Jianbao_Bot', ''],
    ['/ask', ''],
  ])('%j asks %j', (text, question) => {
    expect(questionIn(said(text), ME)).toBe(question);
  });
});
