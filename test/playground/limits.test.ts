import type { Message } from '@grammyjs/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { accepted, refused } from './support/api.js';

let playground: Playground;
let user: number;

beforeAll(async () => {
  playground = await startPlayground();
  user = playground.addUser().id;
  playground.start(user);
});
afterAll(() => playground.close());

const article = (id: string, changes: object = {}) => ({
  type: 'article',
  id,
  title: 'a title',
  input_message_content: { message_text: 'a text' },
  ...changes,
});
const articles = (count: number) => Array.from({ length: count }, (_, i) => article(`${i}`));
const button = (fields: object) => ({ inline_keyboard: [[{ text: 'press', ...fields }]] });

/** Opens an inline query, so that an answer is refused for itself alone. */
function openQuery(): string {
  let id = '';
  const stop = playground.subscribe((event) => {
    if (event.type === 'update') id = event.update.inline_query?.id ?? '';
  });
  void playground.typeInline(user, `query ${Math.random()}`);
  stop();
  return id;
}

describe('texts', () => {
  const bold = (offset: number, length: number) => ({ entities: [{ type: 'bold', offset, length }] });

  it.each<[what: string, parameters: object, refusal: string]>([
    ['no text', {}, '400 Bad Request: message text is empty'],
    ['an empty text', { text: '' }, '400 Bad Request: message text is empty'],
    ['blanks', { text: ' \n\t ' }, '400 Bad Request: text must be non-empty'],
    [
      'characters that show nothing',
      { text: '\u200b\u2800\u3000' },
      '400 Bad Request: text must be non-empty',
    ],
    ['5,000 characters', { text: '字'.repeat(5_000) }, '400 Bad Request: message is too long'],
    ['one unit over the limit', { text: 'a'.repeat(4_097) }, '400 Bad Request: message is too long'],
    ['units of astral characters', { text: '😀'.repeat(2_049) }, '400 Bad Request: message is too long'],
    ['half a character', { text: 'a\ud83d' }, '400 Bad Request: strings must be encoded in UTF-8'],
    [
      'an entity past the end',
      { text: 'four', ...bold(2, 3) },
      '400 Bad Request: entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 5',
    ],
    [
      'an entity after the end',
      { text: 'four', ...bold(4, 1) },
      '400 Bad Request: entity begins after the end of the text at UTF-16 offset 4',
    ],
    [
      'an entity that begins inside a character',
      { text: '😀😀', ...bold(1, 3) },
      '400 Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 4',
    ],
    [
      'an entity that ends inside a character',
      { text: '😀😀', ...bold(0, 3) },
      '400 Bad Request: entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 8',
    ],
    [
      'a negative offset',
      { text: 'a', ...bold(-1, 1) },
      '400 Bad Request: receive an entity with incorrect offset -1',
    ],
    [
      'a negative length',
      { text: 'a', ...bold(0, -1) },
      '400 Bad Request: receive an entity with incorrect length -1',
    ],
    [
      'half an offset',
      { text: 'abc', ...bold(0.5, 1) },
      '400 Bad Request: can\'t parse MessageEntity: Field "offset" must be a valid Integer',
    ],
  ])('refuses %s', async (_, parameters, refusal) => {
    expect(await refused(playground, 'sendMessage', { chat_id: user, ...parameters })).toBe(refusal);
  });

  it.each<[what: string, text: string]>([
    ['4,096 units', '字'.repeat(4_096)],
    ['4,096 units after cleaning', `  ${'字'.repeat(4_096)}\r\n`],
    ['2,048 astral characters', '😀'.repeat(2_048)],
  ])('accepts %s', async (_, text) => {
    const { text: kept } = await accepted<Message>(playground, 'sendMessage', { chat_id: user, text });
    expect(kept).toBe(text.trim());
  });

  it('drops entities beyond the hundredth without a word, styles before links', async () => {
    const text = 'x '.repeat(300).trim();
    const at = (i: number) => ({ offset: 2 * i, length: 1 });
    const entities = Array.from({ length: 120 }, (_, i) =>
      i < 60 ? { type: 'bold', ...at(i) } : { type: 'text_link', url: 'https://example.org/', ...at(i) },
    );
    const message = await accepted<Message>(playground, 'sendMessage', { chat_id: user, text, entities });
    expect(message.entities).toHaveLength(100);
    expect(message.entities?.filter(({ type }) => type === 'text_link')).toHaveLength(60);
  });
});

describe('keyboards', () => {
  it.each<[what: string, markup: object, refusal: string]>([
    [
      '65 bytes of callback data',
      button({ callback_data: 'a'.repeat(65) }),
      '400 Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      '22 Chinese characters of it',
      button({ callback_data: '字'.repeat(22) }),
      '400 Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'empty callback data',
      button({ callback_data: '' }),
      "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'a button that does nothing',
      button({}),
      "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'a link to nowhere',
      button({ url: 'nowhere' }),
      "400 Bad Request: inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ],
    [
      'more than a hundred buttons',
      { inline_keyboard: Array.from({ length: 101 }, () => [{ text: 'a', callback_data: 'a' }]) },
      '400 Bad Request: reply markup is too long',
    ],
    [
      'buttons without rows',
      { inline_keyboard: [{ text: 'a', callback_data: 'a' }] },
      '400 Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ],
  ])('refuses %s', async (_, reply_markup, refusal) => {
    expect(await refused(playground, 'sendMessage', { chat_id: user, text: 'a', reply_markup })).toBe(
      refusal,
    );
  });

  it('accepts 64 bytes of callback data', async () => {
    const markup = button({ callback_data: `${'字'.repeat(21)}a` });
    const message = await accepted<Message>(playground, 'sendMessage', {
      chat_id: user,
      text: 'a',
      reply_markup: markup,
    });
    expect(message.reply_markup).toEqual(markup);
  });
});

describe('inline answers', () => {
  it.each<[what: string, answer: object, refusal: string]>([
    ['51 results', { results: articles(51) }, '400 Bad Request: too many inline query results specified'],
    ['a duplicate id', { results: [article('1'), article('1')] }, '400 Bad Request: RESULT_ID_DUPLICATE'],
    ['an empty id', { results: [article('')] }, '400 Bad Request: RESULT_ID_EMPTY'],
    ['65 bytes of id', { results: [article('a'.repeat(65))] }, '400 Bad Request: RESULT_ID_INVALID'],
    [
      'a title of nothing',
      { results: [article('1', { title: ' ' })] },
      '400 Bad Request: ARTICLE_TITLE_EMPTY',
    ],
    [
      'no text to send',
      { results: [article('1', { input_message_content: { message_text: '' } })] },
      "400 Bad Request: can't parse inline query result: Message text is empty",
    ],
    [
      'a long text to send',
      { results: [article('1', { input_message_content: { message_text: 'a'.repeat(4_097) } })] },
      '400 Bad Request: MESSAGE_TOO_LONG',
    ],
    [
      'an entity past the end of it',
      {
        results: [
          article('1', {
            input_message_content: { message_text: 'a', entities: [{ type: 'bold', offset: 0, length: 2 }] },
          }),
        ],
      },
      '400 Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2',
    ],
    [
      '65 bytes of callback data',
      { results: [article('1', { reply_markup: button({ callback_data: 'a'.repeat(65) }) })] },
      '400 Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      '65 bytes of offset',
      { results: [], next_offset: 'a'.repeat(65) },
      '400 Bad Request: NEXT_OFFSET_INVALID',
    ],
    [
      'a start parameter of 65 characters',
      { results: [], button: { text: 'more', start_parameter: 'a'.repeat(65) } },
      '400 Bad Request: START_PARAM_INVALID',
    ],
    [
      'a start parameter with a blank',
      { results: [], button: { text: 'more', start_parameter: 'a b' } },
      '400 Bad Request: START_PARAM_INVALID',
    ],
    [
      'a button that leads nowhere',
      { results: [], button: { text: 'more' } },
      "400 Bad Request: can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field",
    ],
    ['no results at all', {}, '400 Bad Request: parameter "results" is required'],
    [
      'a result without a title',
      { results: [{ type: 'article', id: '1', input_message_content: { message_text: 'a' } }] },
      '400 Bad Request: can\'t parse inline query result: Can\'t find field "title"',
    ],
    [
      'a kind of result that there is not',
      { results: [article('1', { type: 'poem' })] },
      "400 Bad Request: can't parse inline query result: Unsupported type specified",
    ],
  ])('refuses %s', async (_, answer, refusal) => {
    const answered = { inline_query_id: openQuery(), ...answer };
    expect(await refused(playground, 'answerInlineQuery', answered)).toBe(refusal);
  });

  it('accepts 50 results with ids and offset of 64 bytes', async () => {
    const results = articles(50).map((result, i) => ({ ...result, id: `${i}`.padStart(64, '0') }));
    const answer = { inline_query_id: openQuery(), results, next_offset: 'a'.repeat(64) };
    expect(await accepted(playground, 'answerInlineQuery', answer)).toBe(true);
  });
});

describe('commands', () => {
  const command = (name: string, description = 'does something') => ({ command: name, description });

  it.each<[what: string, parameters: object, refusal: string]>([
    [
      '101 commands',
      { commands: Array.from({ length: 101 }, (_, i) => command(`c${i}`)) },
      '400 Bad Request: BOT_COMMANDS_TOO_MUCH',
    ],
    [
      'a command of 33 characters',
      { commands: [command('a'.repeat(33))] },
      '400 Bad Request: command length must not exceed 32',
    ],
    ['upper case', { commands: [command('Ask')] }, '400 Bad Request: BOT_COMMAND_INVALID'],
    ['a Chinese command', { commands: [command('提问')] }, '400 Bad Request: BOT_COMMAND_INVALID'],
    [
      'no description',
      { commands: [command('ask', ' ')] },
      '400 Bad Request: command description must be non-empty',
    ],
    [
      'a description of 257 characters',
      { commands: [command('ask', '字'.repeat(257))] },
      '400 Bad Request: command description length must not exceed 256',
    ],
    [
      'a language that is none',
      { commands: [], language_code: 'zh-hans' },
      '400 Bad Request: invalid language code specified',
    ],
  ])('refuses %s', async (_, parameters, refusal) => {
    expect(await refused(playground, 'setMyCommands', { ...parameters })).toBe(refusal);
  });
});
