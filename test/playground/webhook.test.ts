import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from '@grammyjs/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { accepted, call } from './support/api.js';

let playground: Playground;
let user: number;

beforeEach(async () => {
  playground = await startPlayground({ webhookPauseMs: 1 });
  user = playground.addUser().id;
  playground.start(user);
});
afterEach(() => playground.close());

describe('a webhook', () => {
  let server: Server;
  let url: string;
  let received: { update: Update; secret: IncomingMessage['headers'][string] }[];
  /** What the bot answers to an update: status, and perhaps a body. */
  let answer: (update: Update) => { status: number; body?: object };
  let onUpdate: () => void;

  beforeEach(async () => {
    received = [];
    answer = () => ({ status: 200 });
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const secret = request.headers['x-telegram-bot-api-secret-token'];
      const update: Update = JSON.parse(Buffer.concat(chunks).toString());
      received.push({ update, secret });
      const { status, body } = answer(update);
      response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body));
      onUpdate();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await accepted(playground, 'deleteWebhook', { drop_pending_updates: true });
    await accepted(playground, 'setWebhook', { url, secret_token: 'a-secret' });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const arrived = (count: number) =>
    new Promise<void>((resolve) => {
      onUpdate = () => received.length >= count && resolve();
    });
  const texts = () => received.map(({ update }) => update.message?.text);

  it('gets updates with the secret token', async () => {
    const done = arrived(1);
    playground.say(user, user, 'hello');
    await done;
    expect(received).toMatchObject([{ update: { message: { text: 'hello' } }, secret: 'a-secret' }]);
  });

  it('gets what it did not take again, and the rest of the chat after it', async () => {
    answer = () => ({ status: received.length === 1 ? 500 : received.length === 2 ? 404 : 200 });
    const done = arrived(4);
    playground.say(user, user, 'one');
    playground.say(user, user, 'two');
    await done;
    expect(texts()).toEqual(['one', 'one', 'one', 'two']);
    expect(await accepted(playground, 'getWebhookInfo')).toMatchObject({
      url,
      last_error_message: 'Wrong response from the webhook: 404 Not Found',
    });
  });

  it('holds up no other chat', async () => {
    const other = playground.addUser().id;
    // The first chat fails until the second is served; were it to wait, neither would end.
    answer = ({ message }) => ({
      status: message?.text === 'other' || texts().includes('other') ? 200 : 500,
    });
    const done = new Promise<void>((resolve) => {
      onUpdate = () => texts().includes('after') && resolve();
    });
    playground.say(user, user, 'one');
    playground.say(user, user, 'after');
    playground.say(other, other, 'other');
    await done;
    expect(texts().at(-1)).toBe('after');
  });

  it('may answer with a call', async () => {
    answer = () => ({ status: 200, body: { method: 'sendMessage', chat_id: user, text: 'from the answer' } });
    onUpdate = () => {};
    playground.say(user, user, 'hello');
    expect((await playground.nextMessage(user)).text).toBe('from the answer');
  });

  it('gets nothing more once it is deleted', async () => {
    await accepted(playground, 'deleteWebhook');
    playground.say(user, user, 'hello');
    expect(await accepted<Update[]>(playground, 'getUpdates')).toHaveLength(1);
    expect(received).toEqual([]);
  });

  it.each<[what: string, parameters: object, refusal: string]>([
    ['no address', { url: 'not an address' }, 'Bad Request: invalid webhook URL specified'],
    [
      'no certificate',
      { url: 'http://example.org/' },
      'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    ],
    [
      'another port',
      { url: 'https://example.org:8080/' },
      'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    [
      'a secret of 257 characters',
      { secret_token: 'a'.repeat(257) },
      'Bad Request: secret token is too long',
    ],
    [
      'a secret with a blank',
      { secret_token: 'a b' },
      'Bad Request: secret token contains unallowed characters',
    ],
  ])('is refused with %s', async (_, parameters, description) => {
    expect(await call(playground, 'setWebhook', { url, ...parameters })).toEqual({
      ok: false,
      error_code: 400,
      description,
    });
  });
});
