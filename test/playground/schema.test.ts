import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Upload } from '../../playground/api/upload.js';
import { botApi, type TypeNode } from '../../playground/schema/bot-api.js';
import { validate } from '../../playground/schema/validate.js';

describe('the table of the Bot API', () => {
  const declared = readFileSync(
    new URL('../../node_modules/@grammyjs/types/methods.d.ts', import.meta.url),
    'utf8',
  );

  it('holds every method that the installed types declare', () => {
    const names = [...declared.matchAll(/^ {4}(\w+)(?:\((?:args\??:|\):)|: ApiMethods<F>)/gm)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(100);
    expect(Object.keys(botApi.methods).sort()).toEqual([...new Set(names)].sort());
  });

  it.each<[method: string, parameter: string, field: readonly unknown[] | undefined]>([
    ['sendMessage', 'text', ['string']],
    ['sendMessage', 'chat_id', [{ anyOf: ['string', 'number'] }]],
    ['sendMessage', 'entities', [{ array: { type: 'MessageEntity' } }, '?']],
    ['sendMessage', 'disable_notification', ['boolean', '?']],
    ['sendMessage', 'from', undefined],
    ['sendDocument', 'document', [{ anyOf: ['string', 'file'] }]],
    ['setWebhook', 'certificate', ['file', '?']],
    ['getMe', 'text', undefined],
  ])('says of %s what %s is', (method, parameter, field) => {
    expect(botApi.methods[method]?.[parameter]).toEqual(field);
  });

  it('names only types that it holds', () => {
    const named = [...JSON.stringify(botApi).matchAll(/\{"type":"([^"]+)"\}/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((name) => !(name! in botApi.types))).toEqual([]);
  });
});

describe('holding a value against a type', () => {
  const upload = new Upload('a.txt', Buffer.from('content'));
  const find = (name: string) => (name === 'sent' ? upload : undefined);
  const problems = (value: unknown, node: TypeNode) =>
    validate(value, node, 'x', find).problems.map(({ owner, text }) => (owner ? `${owner}: ${text}` : text));

  it.each<[what: string, value: unknown, node: TypeNode, problems: string[]]>([
    ['a text', 'a', 'string', []],
    ['a number for a text', 1, 'string', ['Field "x" must be of type String']],
    ['one of a choice', 'b', { oneOf: ['a', 'b'] }, []],
    ['none of a choice', 'c', { oneOf: ['a', 'b'] }, ['Field "x" must be one of "a", "b"']],
    ['another kind of value', 1, { oneOf: ['a', 'b'] }, ['Field "x" must be of type String']],
    ['a list', [1, 2], { array: 'number' }, []],
    ['a list with a stranger', [1, 'a'], { array: 'number' }, ['Field "x" must be of type Number']],
    ['the second variant', 1, { anyOf: ['string', 'number'] }, []],
    ['no variant', true, { anyOf: ['string', 'number'] }, ['Field "x" must be of type String']],
    ['an object', { command: 'a', description: 'b' }, { type: 'BotCommand' }, []],
    [
      'an object of nothing',
      {},
      { type: 'BotCommand' },
      ['BotCommand: Can\'t find field "command"', 'BotCommand: Can\'t find field "description"'],
    ],
    ['a list for an object', [], { type: 'BotCommand' }, ['Field "x" must be of type Object']],
    ['nothing for an object', null, { type: 'BotCommand' }, ['Field "x" must be of type Object']],
    [
      'a field of Object itself',
      { command: 'a', description: 'b', toString: 1 },
      { type: 'BotCommand' },
      ['BotCommand: Field "toString" is unknown'],
    ],
    [
      'the variant that its type names',
      { type: 'article', id: '1' },
      { type: 'InlineQueryResult' },
      [
        'InlineQueryResult: Can\'t find field "title"',
        'InlineQueryResult: Can\'t find field "input_message_content"',
      ],
    ],
    [
      'a type that there is not',
      { type: 'poem', id: '1' },
      { type: 'InlineQueryResult' },
      ['InlineQueryResult: Unsupported type specified'],
    ],
    ['types that hold themselves', ['a', { type: 'bold', text: ['b'] }], { type: 'RichText' }, []],
    ['a file that was sent', 'attach://sent', 'file', []],
    ['a file that was not', 'attach://lost', 'file', ['Field "x" must be uploaded as an InputFile']],
  ])('%s', (_, value, node, wanted) => {
    expect(problems(value, node)).toEqual(wanted);
  });

  it('puts uploads in the place of their names, in depth', () => {
    const media = { type: 'document', media: 'attach://sent', caption: 'attach://sent' };
    expect(validate(media, { type: 'InputMediaDocument' }, 'media', find).value).toEqual({
      type: 'document',
      media: upload,
      caption: 'attach://sent',
    });
  });
});
