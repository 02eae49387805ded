import type { Message } from '@grammyjs/types';
import { expect } from 'vitest';
import type { IMPLEMENTED_METHODS } from '../../../playground/methods/implemented.js';
import type { Playground } from '../../../playground/playground.js';

/** A playground in which every method finds something to do. */
export interface Setting {
  readonly playground: Playground;
  readonly user: number;
  readonly group: number;
  /** A message of the bot in the private chat. */
  readonly sent: Message;
  readonly callback: string;
  readonly inline: string;
  readonly guest: string;
  /** A group that the bot administrates, with the user in it, and a message there that the user alone sees. */
  readonly own: number;
  readonly whispered: number;
}

/** For each method a call that is accepted, with what it gives, and one that is refused, with the refusal. */
interface Case {
  readonly method: keyof typeof IMPLEMENTED_METHODS;
  readonly good: (setting: Setting) => object;
  readonly gives: unknown;
  readonly bad: (setting: Setting) => object;
  readonly refusal: string;
}

const TOO_OLD = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';
const article = { type: 'article', id: '1', title: 'title', input_message_content: { message_text: 'text' } };
/** The beginning of a PNG of 1 × 2 pixels, which is as much as is looked at. */
const DOT = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000002', 'hex');
const document = (setting: Setting) =>
  setting.playground.messages(setting.user).find((message) => message.document)?.document;

const whispered = ({ own, user, whispered: id }: Setting) => ({
  chat_id: own,
  receiver_user_id: user,
  ephemeral_message_id: id,
});

export const CASES: readonly Case[] = [
  {
    method: 'getMe',
    good: () => ({}),
    gives: expect.objectContaining({ is_bot: true, username: 'jianbao_bot', supports_inline_queries: true }),
    bad: () => ({ id: 1 }),
    refusal: '400 Bad Request: parameter "id" is unknown',
  },
  {
    method: 'getUpdates',
    good: () => ({ limit: 1 }),
    gives: [expect.objectContaining({ message: expect.anything() })],
    bad: () => ({ limit: '1' }),
    refusal: '400 Bad Request: field "limit" must be of type Number',
  },
  {
    method: 'setWebhook',
    good: () => ({ url: 'http://127.0.0.1:9/', secret_token: 'a-secret_1' }),
    gives: true,
    bad: () => ({ url: 'http://example.org/' }),
    refusal: '400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
  },
  {
    method: 'deleteWebhook',
    good: () => ({ drop_pending_updates: true }),
    gives: true,
    bad: () => ({ drop_pending_updates: 'yes' }),
    refusal: '400 Bad Request: field "drop_pending_updates" must be of type Boolean',
  },
  {
    method: 'getWebhookInfo',
    good: () => ({}),
    gives: expect.objectContaining({ url: '', has_custom_certificate: false }),
    bad: () => ({ url: '' }),
    refusal: '400 Bad Request: parameter "url" is unknown',
  },
  {
    method: 'sendMessage',
    good: ({ user }) => ({ chat_id: user, text: 'text' }),
    gives: expect.objectContaining({ text: 'text', from: expect.objectContaining({ is_bot: true }) }),
    bad: ({ user }) => ({ chat_id: user }),
    refusal: '400 Bad Request: message text is empty',
  },
  {
    method: 'editMessageText',
    good: ({ user, sent }) => ({ chat_id: user, message_id: sent.message_id, text: 'after' }),
    gives: expect.objectContaining({ text: 'after', edit_date: expect.any(Number) }),
    bad: ({ user, sent }) => ({ chat_id: user, message_id: sent.message_id, text: 'before' }),
    refusal:
      '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  },
  {
    method: 'editMessageReplyMarkup',
    good: ({ user, sent }) => ({
      chat_id: user,
      message_id: sent.message_id,
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] },
    }),
    gives: expect.objectContaining({ text: 'before', reply_markup: expect.anything() }),
    bad: ({ user }) => ({ chat_id: user, message_id: 9_999 }),
    refusal: '400 Bad Request: message to edit not found',
  },
  {
    method: 'editEphemeralMessageText',
    good: (setting) => ({ ...whispered(setting), text: 'after' }),
    gives: true,
    bad: (setting) => ({ ...whispered(setting), text: 'before' }),
    refusal:
      '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  },
  {
    method: 'editEphemeralMessageReplyMarkup',
    good: (setting) => ({
      ...whispered(setting),
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] },
    }),
    gives: true,
    bad: (setting) => ({ ...whispered(setting), receiver_user_id: 1 }),
    refusal: '400 Bad Request: message to edit not found',
  },
  {
    method: 'deleteEphemeralMessage',
    good: whispered,
    gives: true,
    bad: (setting) => ({ ...whispered(setting), ephemeral_message_id: 99 }),
    refusal: '400 Bad Request: message to edit not found',
  },
  {
    method: 'deleteMessage',
    good: ({ user, sent }) => ({ chat_id: user, message_id: sent.message_id }),
    gives: true,
    bad: ({ user }) => ({ chat_id: user, message_id: 9_999 }),
    refusal: '400 Bad Request: message to delete not found',
  },
  {
    method: 'deleteMessages',
    good: ({ user, sent }) => ({ chat_id: user, message_ids: [sent.message_id, 9_999] }),
    gives: true,
    bad: ({ user }) => ({ chat_id: user, message_ids: Array.from({ length: 101 }, (_, i) => i + 1) }),
    refusal: '400 Bad Request: too many message identifiers specified',
  },
  {
    method: 'sendChatAction',
    good: ({ group }) => ({ chat_id: group, action: 'typing' }),
    gives: true,
    bad: ({ group }) => ({ chat_id: group, action: 'thinking' }),
    refusal: '400 Bad Request: wrong parameter action in request',
  },
  {
    method: 'sendDocument',
    good: (setting) => ({ chat_id: setting.user, document: document(setting)?.file_id, caption: 'again' }),
    gives: expect.objectContaining({ caption: 'again', document: expect.anything() }),
    bad: ({ user }) => ({ chat_id: user, document: 'no such file' }),
    refusal: '400 Bad Request: wrong file identifier/HTTP URL specified',
  },
  {
    method: 'sendPhoto',
    good: ({ playground, user }) => {
      const { document: sent } = playground.say(user, user, '', { file: { name: 'dot.png', content: DOT } });
      return { chat_id: user, photo: sent?.file_id, caption: 'a dot' };
    },
    gives: expect.objectContaining({
      caption: 'a dot',
      photo: [expect.objectContaining({ width: 1, height: 2, file_size: DOT.length })],
    }),
    bad: (setting) => ({ chat_id: setting.user, photo: document(setting)?.file_id }),
    refusal: '400 Bad Request: IMAGE_PROCESS_FAILED',
  },
  {
    method: 'getFile',
    good: (setting) => ({ file_id: document(setting)?.file_id }),
    gives: expect.objectContaining({ file_path: expect.stringMatching(/^documents\/file_\d+\.pdf$/) }),
    bad: () => ({ file_id: 'no such file' }),
    refusal: '400 Bad Request: wrong file_id or the file is temporarily unavailable',
  },
  {
    method: 'answerCallbackQuery',
    good: ({ callback }) => ({ callback_query_id: callback, text: 'a note' }),
    gives: true,
    bad: () => ({ callback_query_id: '1' }),
    refusal: TOO_OLD,
  },
  {
    method: 'answerInlineQuery',
    good: ({ inline }) => ({ inline_query_id: inline, results: [article] }),
    gives: true,
    bad: () => ({ inline_query_id: '1', results: [article] }),
    refusal: TOO_OLD,
  },
  {
    method: 'answerGuestQuery',
    good: ({ guest }) => ({ guest_query_id: guest, result: article }),
    gives: { inline_message_id: expect.any(String) },
    bad: ({ guest }) => ({ guest_query_id: guest }),
    refusal: "400 Bad Request: result isn't specified",
  },
  {
    method: 'getChat',
    good: ({ group }) => ({ chat_id: group }),
    gives: expect.objectContaining({ type: 'supergroup', title: 'readers', accent_color_id: 0 }),
    bad: () => ({ chat_id: '@nobody' }),
    refusal: '400 Bad Request: chat not found',
  },
  {
    method: 'getChatMember',
    good: ({ group, playground }) => ({ chat_id: group, user_id: playground.bot.id }),
    gives: { status: 'member', user: expect.objectContaining({ is_bot: true }) },
    bad: ({ group }) => ({ chat_id: group, user_id: 5 }),
    refusal: '400 Bad Request: user not found',
  },
  {
    method: 'getChatMemberCount',
    good: ({ group }) => ({ chat_id: group }),
    gives: 2,
    bad: () => ({}),
    refusal: '400 Bad Request: chat_id is empty',
  },
  {
    method: 'leaveChat',
    good: ({ group }) => ({ chat_id: group }),
    gives: true,
    bad: ({ user }) => ({ chat_id: user }),
    refusal: "400 Bad Request: chat member status can't be changed in private chats",
  },
  {
    method: 'setMyCommands',
    good: () => ({ commands: [{ command: 'ask', description: '提问' }], language_code: 'zh' }),
    gives: true,
    bad: () => ({ commands: [{ command: 'Ask', description: 'ask' }] }),
    refusal: '400 Bad Request: BOT_COMMAND_INVALID',
  },
  {
    method: 'getMyCommands',
    good: () => ({}),
    gives: [{ command: 'help', description: 'helps' }],
    bad: () => ({ scope: { type: 'moon' } }),
    refusal: "400 Bad Request: can't parse BotCommandScope: Unsupported type specified",
  },
  {
    method: 'deleteMyCommands',
    good: () => ({}),
    gives: true,
    bad: () => ({ scope: { type: 'chat', chat_id: 5 } }),
    refusal: '400 Bad Request: chat not found',
  },
  {
    method: 'setMyName',
    good: () => ({ name: '剪报' }),
    gives: true,
    bad: () => ({ name: 'a'.repeat(65) }),
    refusal: '400 Bad Request: name is too long',
  },
  {
    method: 'getMyName',
    good: () => ({ language_code: 'zh' }),
    gives: { name: 'Jianbao' },
    bad: () => ({ language_code: 'chinese' }),
    refusal: '400 Bad Request: invalid language code specified',
  },
  {
    method: 'setMyDescription',
    good: () => ({ description: '剪报' }),
    gives: true,
    bad: () => ({ description: 'a'.repeat(513) }),
    refusal: '400 Bad Request: description is too long',
  },
  {
    method: 'getMyDescription',
    good: () => ({}),
    gives: { description: '' },
    bad: () => ({ language: 'zh' }),
    refusal: '400 Bad Request: parameter "language" is unknown',
  },
  {
    method: 'setMyShortDescription',
    good: () => ({ short_description: '剪报' }),
    gives: true,
    bad: () => ({ short_description: 'a'.repeat(121) }),
    refusal: '400 Bad Request: short description is too long',
  },
  {
    method: 'getMyShortDescription',
    good: () => ({}),
    gives: { short_description: '' },
    bad: () => ({ language_code: 1 }),
    refusal: '400 Bad Request: invalid language code specified',
  },
  {
    method: 'setChatMenuButton',
    good: () => ({ menu_button: { type: 'commands' } }),
    gives: true,
    bad: () => ({ menu_button: { type: 'commands', text: 'a' } }),
    refusal: '400 Bad Request: can\'t parse menu button: Field "text" is unknown',
  },
  {
    method: 'getChatMenuButton',
    good: () => ({}),
    gives: { type: 'commands' },
    bad: () => ({ chat_id: 'all' }),
    refusal: '400 Bad Request: field "chat_id" must be of type Number',
  },
  {
    method: 'setMyDefaultAdministratorRights',
    good: () => ({ for_channels: true }),
    gives: true,
    bad: () => ({ rights: { can_fly: true } }),
    refusal: '400 Bad Request: can\'t parse ChatAdministratorRights: Field "can_fly" is unknown',
  },
  {
    method: 'getMyDefaultAdministratorRights',
    good: () => ({}),
    gives: expect.objectContaining({ can_manage_chat: false }),
    bad: () => ({ for_channels: 1 }),
    refusal: '400 Bad Request: field "for_channels" must be of type Boolean',
  },
];
