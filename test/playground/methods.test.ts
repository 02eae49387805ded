import type { Message } from '@grammyjs/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IMPLEMENTED_METHODS } from '../../playground/methods/implemented.js';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { accepted, call, refused } from './support/api.js';

/** A world that every method finds something to do in. */
interface Scene {
  readonly playground: Playground;
  readonly user: number;
  readonly group: number;
  /** A message of the bot in the private chat. */
  readonly sent: Message;
  readonly callback: string;
  readonly inline: string;
  readonly guest: string;
}

/** For each method a call that is accepted, with what it gives, and one that is refused, with the refusal. */
interface Case {
  readonly method: keyof typeof IMPLEMENTED_METHODS;
  readonly good: (scene: Scene) => object;
  readonly gives: unknown;
  readonly bad: (scene: Scene) => object;
  readonly refusal: string;
}

const TOO_OLD = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';
const article = { type: 'article', id: '1', title: 'title', input_message_content: { message_text: 'text' } };
const document = (scene: Scene) =>
  scene.playground.messages(scene.user).find((message) => message.document)?.document;

const CASES: readonly Case[] = [
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
    good: (scene) => ({ chat_id: scene.user, document: document(scene)?.file_id, caption: 'again' }),
    gives: expect.objectContaining({ caption: 'again', document: expect.anything() }),
    bad: ({ user }) => ({ chat_id: user, document: 'no such file' }),
    refusal: '400 Bad Request: wrong file identifier/HTTP URL specified',
  },
  {
    method: 'getFile',
    good: (scene) => ({ file_id: document(scene)?.file_id }),
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

let scene: Scene;

beforeEach(async () => {
  const playground = await startPlayground();
  const { id: user } = playground.addUser();
  const { id: group } = playground.addGroup({ title: 'readers', members: [user] });
  const { id: others } = playground.addGroup({ title: 'others', members: [user], bot: 'absent' });
  playground.start(user);
  playground.say(user, user, '', { attachment: 'document' });
  const keyboard = { inline_keyboard: [[{ text: 'press', callback_data: 'press' }]] };
  await accepted(playground, 'setMyCommands', { commands: [{ command: 'help', description: 'helps' }] });
  const sent = await accepted<Message>(playground, 'sendMessage', { chat_id: user, text: 'before' });
  const pressed = await accepted<Message>(playground, 'sendMessage', {
    chat_id: user,
    text: 'press',
    reply_markup: keyboard,
  });
  const ids = { callback: '', inline: '', guest: '' };
  playground.subscribe((event) => {
    if (event.type !== 'update') return;
    ids.callback = event.update.callback_query?.id ?? ids.callback;
    ids.inline = event.update.inline_query?.id ?? ids.inline;
    ids.guest = event.update.guest_message?.guest_query_id ?? ids.guest;
  });
  void playground.press(user, pressed, 'press', user);
  void playground.typeInline(user, 'query');
  void playground.guest(others, user, '@jianbao_bot question');
  scene = { playground, user, group, sent, ...ids };
});
afterEach(() => scene.playground.close());

describe('methods', () => {
  it.each(CASES)('$method accepts and refuses', async ({ method, good, gives, bad, refusal }) => {
    expect(await refused(scene.playground, method, { ...bad(scene) })).toBe(refusal);
    expect(await accepted(scene.playground, method, { ...good(scene) })).toEqual(gives);
  });

  it('are all in the table', () => {
    expect(CASES.map(({ method }) => method).sort()).toEqual(Object.keys(IMPLEMENTED_METHODS).sort());
  });

  it('are found in any case', async () => {
    expect(await accepted(scene.playground, 'GETME')).toEqual(scene.playground.bot);
  });

  it('that there are not are not found', async () => {
    expect(await refused(scene.playground, 'sendThought')).toBe('404 Not Found: method not found');
  });

  it('that are not played here are checked, and say so', async () => {
    expect(await refused(scene.playground, 'sendDice', { chat_id: scene.user, emoji: 6 })).toBe(
      '400 Bad Request: field "emoji" must be of type String',
    );
    expect(await refused(scene.playground, 'sendDice', { chat_id: scene.user })).toBe(
      '501 Not Implemented: sendDice is not played by this local server',
    );
  });

  it('are refused to another token', async () => {
    const response = await fetch(`${scene.playground.apiRoot}/bot123:abc/getMe`);
    expect(await response.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
    expect(response.status).toBe(401);
  });

  it('are recorded with their response', async () => {
    await call(scene.playground, 'sendMessage', { chat_id: scene.user, text: 'noted' });
    expect(scene.playground.calls.at(-1)).toMatchObject({
      method: 'sendMessage',
      payload: { chat_id: scene.user, text: 'noted' },
      response: { ok: true, result: { text: 'noted' } },
    });
  });
});
