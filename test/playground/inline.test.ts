import type { Message, Update } from '@grammyjs/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type InlineOutcome, type Playground, startPlayground } from '../../playground/playground.js';
import { accepted, refused } from './support/api.js';

let playground: Playground;
let user: number;
let group: number;

beforeEach(async () => {
  playground = await startPlayground();
  user = playground.addUser().id;
  group = playground.addGroup({ title: 'readers', members: [user] }).id;
});
afterEach(() => playground.close());

const article = (id: string, changes: object = {}) => ({
  type: 'article',
  id,
  title: 'a title',
  input_message_content: { message_text: `text ${id}` },
  ...changes,
});

async function newest<K extends keyof Update>(kind: K): Promise<NonNullable<Update[K]>> {
  const updates = await accepted<Update[]>(playground, 'getUpdates');
  const found = updates.findLast((update) => update[kind] !== undefined)?.[kind];
  if (found === undefined) throw new Error(`There is no update of kind ${kind}.`);
  return found;
}

/** Types a query and answers it as a bot would. */
async function asked(
  query: string,
  answer: object,
  options = {},
): Promise<InlineOutcome & { status: 'answered' }> {
  const typed = playground.typeInline(user, query, options);
  const { id } = await newest('inline_query');
  await accepted(playground, 'answerInlineQuery', { inline_query_id: id, ...answer });
  const outcome = await typed;
  if (outcome.status !== 'answered') throw new Error('The query timed out.');
  return outcome;
}

describe('inline queries', () => {
  it('tell who types what, where and from which offset', async () => {
    void playground.typeInline(user, ' 森林 ', { chat: group, offset: '20' });
    expect(await newest('inline_query')).toEqual({
      id: expect.stringMatching(/^\d+$/),
      from: expect.objectContaining({ id: user }),
      query: '森林',
      offset: '20',
      chat_type: 'supergroup',
    });
    void playground.typeInline(user, 'alone');
    expect(await newest('inline_query')).toMatchObject({ chat_type: 'sender', offset: '' });
  });

  it.each<[what: string, query: string, length: number]>([
    ['at 256 units', '字'.repeat(300), 256],
    ['without parting a character', `a${'😀'.repeat(200)}`, 255],
  ])('are cut %s', async (_, query, length) => {
    void playground.typeInline(user, query);
    expect((await newest('inline_query')).query).toHaveLength(length);
  });

  it('are answered once', async () => {
    const typed = playground.typeInline(user, 'query');
    const { id } = await newest('inline_query');
    const answer = { inline_query_id: id, results: [article('1')], next_offset: '1', cache_time: 0 };
    await accepted(playground, 'answerInlineQuery', answer);
    expect(await typed).toMatchObject({ status: 'answered', nextOffset: '1', cacheTime: 0, cached: false });
    expect(await refused(playground, 'answerInlineQuery', answer)).toBe(
      '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
  });

  it('run out, and a late answer is refused', async () => {
    const hasty = await startPlayground({ queryTimeoutMs: 1 });
    const { id: typist } = hasty.addUser();
    const outcome = await hasty.typeInline(typist, 'query');
    expect(outcome.status).toBe('timed-out');
    const answer = { inline_query_id: (outcome as { queryId: string }).queryId, results: [] };
    expect(await refused(hasty, 'answerInlineQuery', answer)).toContain('query is too old');
    await hasty.close();
  });

  it('need inline mode', async () => {
    playground.configureBot({ inlineQueries: false });
    await expect(playground.typeInline(user, 'query')).rejects.toThrow('Inline mode is off.');
    expect(playground.bot.supports_inline_queries).toBe(false);
  });

  describe('are answered from the cache', () => {
    const again = async (typist: number) => {
      const before = (await accepted<Update[]>(playground, 'getUpdates')).length;
      const outcome = playground.typeInline(typist, 'query');
      const isNew = (await accepted<Update[]>(playground, 'getUpdates')).length > before;
      return isNew ? 'asked' : ((await outcome) as { cached: boolean }).cached && 'cached';
    };

    it.each<[what: string, answer: object, own: string, others: string]>([
      ['for everyone, unless the bot says otherwise', {}, 'cached', 'cached'],
      ['for the user alone where personal', { is_personal: true }, 'cached', 'asked'],
      ['never with a cache time of 0', { cache_time: 0 }, 'asked', 'asked'],
    ])('%s', async (_, answer, own, others) => {
      const other = playground.addUser().id;
      await asked('query', { results: [article('1')], ...answer });
      expect([await again(user), await again(other)]).toEqual([own, others]);
    });
  });
});

describe('a chosen result', () => {
  it('is sent in the name of the user, and the bot is told', async () => {
    const outcome = await asked('query', { results: [article('1'), article('2')] });
    const sent = playground.chooseInline(user, outcome.queryId, '2', group);
    expect(sent).toMatchObject({ text: 'text 2', from: { id: user }, via_bot: { id: playground.bot.id } });
    expect(await newest('chosen_inline_result')).toEqual({
      result_id: '2',
      from: expect.objectContaining({ id: user }),
      query: 'query',
    });
  });

  it('with buttons has an id that buttons and edits go by', async () => {
    const keyboard = { inline_keyboard: [[{ text: 'more', callback_data: 'more' }]] };
    const outcome = await asked('query', { results: [article('1', { reply_markup: keyboard })] });
    const sent = playground.chooseInline(user, outcome.queryId, '1', group);
    const { inline_message_id } = await newest('chosen_inline_result');
    const pressed = playground.press(group, sent, 'more', user);
    const query = await newest('callback_query');
    expect(query).toMatchObject({ inline_message_id, data: 'more' });
    expect(query.message).toBeUndefined();
    const changed = { inline_message_id, text: 'changed', reply_markup: keyboard };
    expect(await accepted(playground, 'editMessageText', changed)).toBe(true);
    expect(await refused(playground, 'editMessageText', changed)).toContain('message is not modified');
    await accepted(playground, 'answerCallbackQuery', { callback_query_id: query.id });
    expect(await pressed).toEqual({ status: 'answered', showAlert: false });
    expect(playground.messages(group).at(-1)).toMatchObject({ text: 'changed', reply_markup: keyboard });
  });

  it('is not told where inline feedback is off', async () => {
    playground.configureBot({ inlineFeedback: false });
    const outcome = await asked('query', { results: [article('1')] });
    playground.chooseInline(user, outcome.queryId, '1', group);
    await expect(newest('chosen_inline_result')).rejects.toThrow('no update of kind chosen_inline_result');
  });

  it('must be one that was offered to the user', async () => {
    const outcome = await asked('query', { results: [article('1')] });
    const other = playground.addUser().id;
    expect(() => playground.chooseInline(user, outcome.queryId, '2', group)).toThrow('No result "2"');
    expect(() => playground.chooseInline(other, outcome.queryId, '1', group)).toThrow('No result "1"');
  });
});

describe('buttons', () => {
  const keyboard = {
    inline_keyboard: [
      [{ text: 'more', callback_data: 'a' }],
      [{ text: 'site', url: 'https://example.org/' }],
    ],
  };
  let sent: Message;

  beforeEach(async () => {
    playground.start(user);
    sent = await accepted(playground, 'sendMessage', { chat_id: user, text: 'text', reply_markup: keyboard });
  });

  it.each<[what: string, button: string | { row: number; column: number }]>([
    ['text', 'more'],
    ['data', 'a'],
    ['place', { row: 0, column: 0 }],
  ])('are found by their %s', async (_, button) => {
    void playground.press(user, sent, button, user);
    expect(await newest('callback_query')).toMatchObject({
      data: 'a',
      message: { message_id: sent.message_id },
    });
  });

  it.each<[button: string, error: string]>([
    ['less', 'has no such button'],
    ['site', 'asks nothing of the bot'],
  ])('cannot be pressed: %s', async (button, error) => {
    await expect(playground.press(user, sent, button, user)).rejects.toThrow(error);
  });

  it('go with an edit that does not keep them', async () => {
    await accepted(playground, 'editMessageText', {
      chat_id: user,
      message_id: sent.message_id,
      text: 'changed',
    });
    expect(playground.messages(user).at(-1)?.reply_markup).toBeUndefined();
  });

  it('show an alert, or open the bot', async () => {
    const pressed = playground.press(user, sent, 'more', user);
    const { id } = await newest('callback_query');
    const url = 'https://t.me/jianbao_bot?start=c_1';
    const answer = { callback_query_id: id, text: 'note', show_alert: true, url };
    await accepted(playground, 'answerCallbackQuery', answer);
    expect(await pressed).toEqual({ status: 'answered', text: 'note', showAlert: true, url });
  });
});
