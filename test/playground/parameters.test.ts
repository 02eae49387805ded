import type { Message } from '@grammyjs/types';
import { Api, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { accepted, refused } from './support/api.js';

let playground: Playground;
let user: number;

beforeEach(async () => {
  playground = await startPlayground();
  user = playground.addUser().id;
  playground.start(user);
});
afterEach(() => playground.close());

const url = (method: string) => `${playground.apiRoot}/bot${playground.token}/${method}`;

/** Sends a request as given; gives the decoded answer. */
async function ask(method: string, init: RequestInit = {}, query = ''): Promise<unknown> {
  return (await fetch(`${url(method)}${query}`, init)).json();
}

describe('parameters', () => {
  const markup = { inline_keyboard: [[{ text: 'more', callback_data: 'more' }]] };
  const fields = () => ({
    chat_id: `${user}`,
    text: '字 & 词',
    disable_notification: 'true',
    reply_markup: JSON.stringify(markup),
  });
  const multipart = () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields())) form.set(name, value);
    return form;
  };

  it.each<[way: string, request: () => [init: RequestInit, query?: string]]>([
    ['the query', () => [{}, `?${new URLSearchParams(fields())}`]],
    ['a form', () => [{ method: 'POST', body: new URLSearchParams(fields()) }]],
    ['multipart/form-data', () => [{ method: 'POST', body: multipart() }]],
    [
      'JSON',
      () => [
        {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify({
            chat_id: user,
            text: '字 & 词',
            disable_notification: true,
            reply_markup: markup,
          }),
        },
      ],
    ],
  ])('come in %s', async (_, request) => {
    const [init, query] = request();
    expect(await ask('sendMessage', init, query)).toMatchObject({
      ok: true,
      result: { text: '字 & 词', reply_markup: markup },
    });
  });

  it.each<[what: string, query: string, description: string]>([
    ['a number that is none', 'offset=abc', 'Bad Request: field "offset" must be of type Number'],
    ['JSON that is none', 'allowed_updates=[', "Bad Request: can't parse allowed updates JSON object"],
    ['an unknown name', 'colour=red', 'Bad Request: parameter "colour" is unknown'],
  ])('in a query are refused: %s', async (_, query, description) => {
    expect(await ask('getUpdates', {}, `?${query}`)).toMatchObject({
      ok: false,
      error_code: 400,
      description,
    });
  });

  it.each<[what: string, parameters: object, refusal: string]>([
    ['a number for a text', { text: 5 }, '400 Bad Request: field "text" must be of type String'],
    [
      'a text for an object',
      { reply_markup: 'a' },
      '400 Bad Request: field "reply_markup" must be of type Object',
    ],
    ['an object for a list', { entities: {} }, '400 Bad Request: field "entities" must be of type Array'],
    [
      'a missing field inside',
      { entities: [{ type: 'bold', offset: 0 }] },
      '400 Bad Request: can\'t parse MessageEntity: Can\'t find field "length"',
    ],
    [
      'an unknown field inside',
      { reply_parameters: { message: 1 } },
      '400 Bad Request: can\'t parse reply parameters: Field "message" is unknown',
    ],
    [
      'an unknown kind inside',
      { entities: [{ type: 'huge', offset: 0, length: 1 }] },
      "400 Bad Request: can't parse MessageEntity: Unsupported type specified",
    ],
    [
      'a field of another kind inside',
      { entities: [{ type: 'text_link', offset: 0, length: 1 }] },
      '400 Bad Request: can\'t parse MessageEntity: Can\'t find field "url"',
    ],
    ['a parse mode that there is not', { parse_mode: 'BBCode' }, '400 Bad Request: unsupported parse_mode'],
  ])('in JSON are refused: %s', async (_, parameters, refusal) => {
    expect(await refused(playground, 'sendMessage', { chat_id: user, text: 'a', ...parameters })).toBe(
      refusal,
    );
  });

  it('that are null count as absent', async () => {
    await accepted(playground, 'sendMessage', {
      chat_id: user,
      text: 'a',
      entities: null,
      reply_markup: null,
    });
  });

  it.each<[what: string, body: string, description: string]>([
    ['no JSON', '{', "Bad Request: can't parse JSON object"],
    ['no object', '[]', 'Bad Request: expected an Object'],
  ])('are refused when the body is %s', async (_, body, description) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    expect(await ask('getMe', init)).toEqual({ ok: false, error_code: 400, description });
  });
});

describe('files', () => {
  const api = () => new Api(playground.token, { apiRoot: playground.apiRoot });

  it.each<[name: string]>([['notes.txt'], ['剪报 2024.csv'], ['a "quoted" name.md'], ['no-extension']])(
    'sent by grammY as %j come back whole',
    async (name) => {
      const content = Buffer.from('第一行\r\n--boundary\r\n\r\nlast');
      const message = await api().sendDocument(user, new InputFile(content, name), { caption: '附件' });
      expect(message).toMatchObject({
        caption: '附件',
        document: { file_name: name, file_size: content.length },
      });
      const { file_path } = await api().getFile(message.document.file_id);
      const download = await fetch(`${playground.apiRoot}/file/bot${playground.token}/${file_path}`);
      expect(Buffer.from(await download.arrayBuffer())).toEqual(content);
      expect(playground.calls[0]?.payload).toMatchObject({ document: expect.stringContaining('attach://') });
    },
  );

  it('come as a part with the name of the parameter, too', async () => {
    const form = new FormData();
    form.set('chat_id', `${user}`);
    form.set('document', new Blob(['content']), 'plain.txt');
    expect(await ask('sendDocument', { method: 'POST', body: form })).toMatchObject({
      ok: true,
      result: { document: { file_name: 'plain.txt', mime_type: 'text/plain', file_size: 7 } },
    });
  });

  it('are sent again by their id', async () => {
    const { document } = await api().sendDocument(user, new InputFile(Buffer.from('content'), 'a.txt'));
    const again = await accepted<Message>(playground, 'sendDocument', {
      chat_id: user,
      document: document.file_id,
    });
    expect(again.document).toEqual(document);
  });

  it.each<[what: string, document: string | InputFile, description: string]>([
    ['empty ones', new InputFile(Buffer.alloc(0), 'a.txt'), 'Bad Request: file must be non-empty'],
    ['unknown ids', 'unknown', 'Bad Request: wrong file identifier/HTTP URL specified'],
    [
      'addresses, since nothing is fetched',
      'https://example.org/a.pdf',
      'Bad Request: failed to get HTTP URL content',
    ],
  ])('are refused: %s', async (_, document, description) => {
    await expect(api().sendDocument(user, document)).rejects.toMatchObject({ description });
  });

  it.each<[what: string, caption: string, description: string]>([
    ['of 1,025 units', '字'.repeat(1_025), 'Bad Request: message caption is too long'],
  ])('with a caption %s are refused', async (_, caption, description) => {
    const file = new InputFile(Buffer.from('content'), 'a.txt');
    await expect(api().sendDocument(user, file, { caption })).rejects.toMatchObject({ description });
  });

  it.each<[what: string, path: () => string, status: number]>([
    ['another token', () => '/file/bot1:a/documents/file_0.txt', 401],
    ['no such path', () => `/file/bot${playground.token}/documents/none.txt`, 404],
    ['a path that leads out', () => `/file/bot${playground.token}/..%2f..%2fpackage.json`, 404],
  ])('are not given to %s', async (_, path, status) => {
    expect((await fetch(`${playground.apiRoot}${path()}`)).status).toBe(status);
  });
});
