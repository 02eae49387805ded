import type { Message, MessageEntity, User } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/telegram/surfaces/addressing.js';
import { questionIn } from '../../../src/telegram/surfaces/question.js';

const ME = { id: 700, username: 'Jianbao_bot' };
const LIN: User = { id: 1, is_bot: false, first_name: '林' };
const US: User = { id: 700, is_bot: true, first_name: '剪报', username: 'Jianbao_bot' };
const OTHER_BOT: User = { id: 701, is_bot: true, first_name: 'Weather', username: 'weather_bot' };
/** What Telegram puts into `from` for anonymous administrators. */
const ANONYMOUS: User = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
const GROUP = { id: -1001, type: 'supergroup', title: '读书会' } as const;

/** A message with the entities that Telegram finds in its text. */
function withText(text: string, more: Partial<Message> = {}): Message {
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

function asks(text: string, message_id = 9) {
  return { kind: 'question', question: { text }, message: { message_id } };
}

describe('addressOf', () => {
  it.each([
    ['a mention before the question', withText('@Jianbao_bot 馆长是谁？'), asks('馆长是谁？')],
    ['a mention after it', withText('馆长是谁？ @Jianbao_bot'), asks('馆长是谁？')],
    ['a mention in the middle', withText('请问 @Jianbao_bot 馆长是谁？'), asks('请问  馆长是谁？')],
    ['a mention in other letters', withText('@JIANBAO_BOT 馆长是谁？'), asks('馆长是谁？')],
    ['a command with our name', withText('/ask@jianbao_BOT 馆长是谁？'), asks('馆长是谁？')],
    ['a command without a name', withText('/ask 馆长是谁？'), asks('馆长是谁？')],
    ['a reply to us', withText('馆长是谁？', fromUs), asks('馆长是谁？')],
    [
      'us first, another bot after',
      withText('@jianbao_bot 问问 @weather_bot 是谁做的'),
      asks('问问 @weather_bot 是谁做的'),
    ],
    [
      'an anonymous administrator',
      withText('@jianbao_bot 馆长是谁？', { from: ANONYMOUS, sender_chat: GROUP }),
      asks('馆长是谁？'),
    ],
    [
      'a person named in the question',
      withText('@jianbao_bot @limin_88 写了什么？'),
      asks('@limin_88 写了什么？'),
    ],
  ])('a question: %s', (_, message, expected) => {
    expect(addressOf(message, ME)).toMatchObject(expected);
  });

  it('takes a link to our account for a mention', () => {
    const entities: MessageEntity[] = [{ type: 'text_mention', offset: 0, length: 2, user: US }];
    expect(addressOf(withText('剪报 馆长是谁？', { entities }), ME)).toMatchObject(asks('馆长是谁？'));
  });

  it('reads the caption of a picture', () => {
    const { text: caption, entities: caption_entities, ...rest } = withText('@jianbao_bot 这是哪个图书馆？');
    const picture = { ...rest, caption, caption_entities } as Message;
    expect(addressOf(picture, ME)).toMatchObject(asks('这是哪个图书馆？'));
  });

  it.each([
    ['a bare mention', withText('@jianbao_bot', fromLi)],
    ['a bare command', withText('/ask', fromLi)],
    ['a bare command with our name', withText('/ask@jianbao_bot', fromLi)],
  ])('takes the question from the message replied to, and answers that one: %s', (_, message) => {
    expect(addressOf(message, ME)).toMatchObject(asks('馆长是谁？', 5));
  });

  it.each([
    ['a bare mention', withText('@jianbao_bot')],
    ['a bare command', withText('/ask@jianbao_bot')],
    ['a bare mention in reply to us', withText('@jianbao_bot', fromUs)],
    ['a bare mention in reply to a sticker', withText('@jianbao_bot', reply({ from: LIN }))],
    [
      'a bare mention in a topic',
      withText('@jianbao_bot', reply({ from: LIN, forum_topic_created: { name: '闲聊', icon_color: 0 } })),
    ],
  ])('asks back for a question: %s', (_, message) => {
    expect(addressOf(message, ME)).toEqual({ kind: 'empty' });
  });

  it('knows commands of its own, when they name it', () => {
    expect(addressOf(withText('/help@jianbao_bot'), ME)).toMatchObject({
      kind: 'command',
      command: { name: 'help' },
    });
  });

  it.each([
    ['talk among people', withText('馆长是谁？')],
    ['a reply among people', withText('是何敏', fromLi)],
    ['a mention of somebody else', withText('@limin_88 馆长是谁？')],
    ['a mention of another bot', withText('@weather_bot 明天下雨吗？')],
    ['a mention of another bot in reply to us', withText('@weather_bot 明天下雨吗？', fromUs)],
    ['another bot first, us after', withText('@weather_bot 你认识 @jianbao_bot 吗？')],
    ['a name that only begins like ours', withText('@jianbao_bot2 馆长是谁？')],
    ['our name in an e-mail address', withText('写信给 info@jianbao_bot')],
    ['a command for another bot', withText('/ask@weather_bot 明天下雨吗？')],
    ['a command of no one in particular', withText('/help')],
    ['a command of no one in particular, in reply to us', withText('/roll', fromUs)],
    [
      'a channel post forwarded by Telegram',
      withText('@jianbao_bot 馆长是谁？', { is_automatic_forward: true, sender_chat: GROUP }),
    ],
    ['a result sent through us', withText('@jianbao_bot', { via_bot: US })],
    [
      'a result sent through another bot, in reply to us',
      withText('明天有雨', { ...fromUs, via_bot: OTHER_BOT }),
    ],
    ['another bot', withText('@jianbao_bot 馆长是谁？', { from: OTHER_BOT })],
    [
      'a topic that we opened',
      withText('馆长是谁？', reply({ from: US, forum_topic_created: { name: '闲聊', icon_color: 0 } })),
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
    expect(questionIn(withText(text), ME)).toEqual({ text: question });
  });
});
