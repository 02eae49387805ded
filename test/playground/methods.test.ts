import type { Message } from '@grammyjs/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IMPLEMENTED_METHODS } from '../../playground/methods/implemented.js';
import { startPlayground } from '../../playground/playground.js';
import { accepted, call, refused } from './support/api.js';
import { CASES, type Setting } from './support/method-cases.js';

let setting: Setting;

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
  const { id: own } = playground.addGroup({ title: 'own', members: [user], bot: 'administrator' });
  const { ephemeral_message_id: whispered = 0 } = await accepted<Message>(playground, 'sendMessage', {
    chat_id: own,
    text: 'before',
    ephemeral_message_parameters: { receiver_user_id: user },
  });
  setting = { playground, user, group, sent, own, whispered, ...ids };
});
afterEach(() => setting.playground.close());

describe('methods', () => {
  it.each(CASES)('$method accepts and refuses', async ({ method, good, gives, bad, refusal }) => {
    expect(await refused(setting.playground, method, { ...bad(setting) })).toBe(refusal);
    expect(await accepted(setting.playground, method, { ...good(setting) })).toEqual(gives);
  });

  it('are all in the table', () => {
    expect(CASES.map(({ method }) => method).sort()).toEqual(Object.keys(IMPLEMENTED_METHODS).sort());
  });

  it('are found in any case', async () => {
    expect(await accepted(setting.playground, 'GETME')).toEqual(setting.playground.bot);
  });

  it('that there are not are not found', async () => {
    expect(await refused(setting.playground, 'sendThought')).toBe('404 Not Found: method not found');
  });

  it('that are not played here are checked, and say so', async () => {
    expect(await refused(setting.playground, 'sendDice', { chat_id: setting.user, emoji: 6 })).toBe(
      '400 Bad Request: field "emoji" must be of type String',
    );
    expect(await refused(setting.playground, 'sendDice', { chat_id: setting.user })).toBe(
      '501 Not Implemented: sendDice is not played by this local server',
    );
  });

  it('are refused to another token', async () => {
    const response = await fetch(`${setting.playground.apiRoot}/bot123:abc/getMe`);
    expect(await response.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
    expect(response.status).toBe(401);
  });

  it('are recorded with their response', async () => {
    await call(setting.playground, 'sendMessage', { chat_id: setting.user, text: 'noted' });
    expect(setting.playground.calls.at(-1)).toMatchObject({
      method: 'sendMessage',
      payload: { chat_id: setting.user, text: 'noted' },
      response: { ok: true, result: { text: 'noted' } },
    });
  });
});
