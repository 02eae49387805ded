import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkMachine } from '../../playground/page-server/origin-check.js';
import { type Playground, startPlayground } from '../../playground/playground.js';
import type {
  PlaygroundEvent,
  PlaygroundState,
  UserAction,
  UserActionResponse,
} from '../../playground/user-api.js';
import { accepted } from './support/api.js';

let playground: Playground;
let user: number;

beforeEach(async () => {
  playground = await startPlayground();
  user = playground.addUser({ first_name: '李' }).id;
});
afterEach(() => playground.close());

const state = async (): Promise<PlaygroundState> =>
  (await (await fetch(`${playground.url}/playground/state`)).json()) as PlaygroundState;

async function post(
  body: unknown,
  headers: Record<string, string> = {},
): Promise<UserActionResponse & { status: number }> {
  const response = await fetch(`${playground.url}/playground/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { ...((await response.json()) as UserActionResponse), status: response.status };
}

const perform = (what: UserAction) => post(what);

describe('actions', () => {
  it('do what people do', async () => {
    const group = await perform({
      type: 'add-group',
      group: { title: 'forum', forum: true, members: [user] },
    });
    const chat = (group as { result: { id: number } }).result.id;
    const actions: UserAction[] = [
      { type: 'add-topic', chat, name: 'news' },
      { type: 'say', chat, from: user, text: '/ask 森林', topic: 1 },
      { type: 'edit', chat, message: 2, text: '/ask 火灾' },
      { type: 'start', from: user, payload: 'c_1' },
      { type: 'add-user', user: { first_name: 'Other' } },
      { type: 'change-user', user, changes: { language_code: 'en' } },
      { type: 'set-bot', chat, bot: 'administrator' },
      { type: 'block', user, blocked: true },
      { type: 'settings', settings: { canReadAllGroupMessages: true } },
      { type: 'delete', chat, message: 2 },
    ];
    for (const one of actions) expect(await perform(one)).toMatchObject({ ok: true, status: 200 });
    const { chats, users, settings, bot } = await state();
    expect(users).toMatchObject([{ first_name: '李', language_code: 'en' }, { first_name: 'Other' }]);
    expect([settings.canReadAllGroupMessages, bot.can_read_all_group_messages]).toEqual([true, true]);
    expect(chats.find((one) => one.chat.id === user)).toMatchObject({
      blocked: true,
      messages: [{ text: '/start c_1' }],
    });
    expect(chats.find((one) => one.chat.id === chat)).toMatchObject({
      bot: 'administrator',
      topics: [{ name: 'news' }],
      messages: [{ forum_topic_created: { name: 'news' } }],
    });
  });

  it('wait for the bot where it is asked', async () => {
    playground.start(user);
    const reply_markup = { inline_keyboard: [[{ text: 'more', callback_data: 'more' }]] };
    const parameters = { chat_id: user, text: 'a', reply_markup };
    const { message_id } = await accepted<{ message_id: number }>(playground, 'sendMessage', parameters);
    playground.subscribe(({ ...event }) => {
      if (event.type !== 'update' || !event.update.callback_query) return;
      void accepted(playground, 'answerCallbackQuery', {
        callback_query_id: event.update.callback_query.id,
        text: 'done',
      });
    });
    const press: UserAction = {
      type: 'press',
      chat: user,
      message: message_id,
      from: user,
      button: { row: 0, column: 0 },
    };
    expect(await perform(press)).toEqual({
      ok: true,
      status: 200,
      result: { status: 'answered', text: 'done', showAlert: false },
    });
  });

  it.each<[what: string, body: unknown, error: string]>([
    ['a chat that is not there', { type: 'say', chat: 5, from: 5, text: 'a' }, 'There is no chat 5.'],
    ['an unknown action', { type: 'dance' }, 'Invalid discriminator value'],
    ['a missing field', { type: 'start' }, 'from'],
    ['an unknown field', { type: 'start', from: 1, to: 2 }, 'to'],
    ['a payload with a blank', { type: 'start', from: 100_001, payload: 'a b' }, 'A payload is 1 to 64'],
    ['no JSON', '{', 'The action is no JSON.'],
    ['too much', `"${'a'.repeat(70_000)}"`, 'Request Entity Too Large'],
  ])('that cannot be done say why: %s', async (_, body, error) => {
    const reply = await post(body);
    expect(reply).toMatchObject({ ok: false, status: 400 });
    expect((reply as { error: string }).error).toContain(error);
  });
});

describe('a page that reads nothing', () => {
  it('is cut off before what waits for it grows large', async () => {
    const socket = connect(Number(new URL(playground.url).port), '127.0.0.1');
    socket.write('GET /playground/events HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'readable');
    socket.pause();
    const closed = once(socket, 'close');
    socket.on('error', () => {});
    // Far more than the sockets themselves hold.
    for (let count = 0; count < 400; count++) playground.say(user, user, '长'.repeat(4_000));
    await new Promise((resolve) => setImmediate(resolve));
    for (let count = 0; count < 400; count++) playground.say(user, user, '长'.repeat(4_000));
    socket.resume();
    await closed;
  });
});

describe('events', () => {
  /** Reads events until there are as many as wanted. */
  async function events(
    count: number,
    query = '',
    headers: Record<string, string> = {},
  ): Promise<PlaygroundEvent[]> {
    const response = await fetch(`${playground.url}/playground/events${query}`, { headers });
    let text = '';
    for await (const chunk of response.body!) {
      text += Buffer.from(chunk).toString('utf8');
      const blocks = text.split('\n\n').slice(0, -1);
      if (blocks.length < count) continue;
      return blocks.map((block) => {
        const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(block)!;
        const event = JSON.parse(data!) as PlaygroundEvent;
        expect(event.seq).toBe(Number(id));
        return event;
      });
    }
    throw new Error('The stream ended.');
  }

  it('follow the state without a gap', async () => {
    const { seq } = await state();
    playground.say(user, user, 'hello');
    const seen = await events(2, `?after=${seq}`);
    expect(seen).toMatchObject([
      { seq: seq + 1, type: 'message', chat: user, message: { text: 'hello' } },
      { seq: seq + 2, type: 'update', update: { message: { text: 'hello' } } },
    ]);
  });

  it('go on where a browser left off', async () => {
    playground.say(user, user, 'one');
    const { seq } = await state();
    playground.say(user, user, 'two');
    const [first] = await events(1, '?after=0', { 'last-event-id': `${seq}` });
    expect(first).toMatchObject({ type: 'message', message: { text: 'two' } });
  });

  it.each<[what: string, after: string]>([
    ['were missed', '0'],
    ['are of another run', '999999'],
  ])('begin with a reset where some %s', async (_, after) => {
    for (let i = 0; i < 1_100; i += 1) playground.say(user, user, `${i}`);
    expect(await events(1, `?after=${after}`)).toMatchObject([{ type: 'reset' }]);
  });

  it('tell of calls with their responses', async () => {
    const { seq } = await state();
    await accepted(playground, 'getMe');
    expect(await events(1, `?after=${seq}`)).toMatchObject([{ type: 'call', call: { method: 'getMe' } }]);
  });
});

describe('the guard', () => {
  /** The status of a request with these headers; fetch would not let a Host be set. */
  const status = (headers: Record<string, string>, path = '/playground/state') =>
    new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(playground.url);
      request({ hostname, port, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it.each<[what: string, headers: () => Record<string, string>, status: number]>([
    ['the page itself', () => ({ origin: playground.url }), 200],
    ['localhost', () => ({ host: 'localhost:8080' }), 200],
    ['IPv6 loopback', () => ({ host: '[::1]:8080' }), 200],
    ['another site', () => ({ origin: 'https://example.org' }), 403],
    ['a sandboxed page', () => ({ origin: 'null' }), 403],
    ['another port of this machine', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['a name made to point here', () => ({ host: 'example.org' }), 403],
    ['such a name with its own origin', () => ({ host: 'example.org', origin: 'http://example.org' }), 403],
  ])('to %s', async (_, headers, wanted) => {
    expect(await status(headers())).toBe(wanted);
  });

  it('refuses actions that a foreign form could send', async () => {
    const reply = await post({ type: 'start', from: user }, { 'content-type': 'text/plain' });
    expect(reply).toMatchObject({ ok: false, status: 400, error: 'An action is sent as application/json.' });
  });

  it.each<[path: string]>([
    ['/../../docs/chat-page.png'],
    ['/..%2f..%2fdocs/chat-page.png'],
    ['/%2e%2e/%2e%2e/docs/chat-page.png'],
    ['/.env'],
    ['/nothing.html'],
    ['/a/'],
  ])('gives nothing at %s', async (path) => {
    expect(await status({}, path)).toBe(404);
  });
});

describe('a page that is for this machine only', () => {
  it('still answers it', async () => {
    const own = await startPlayground({ pageForOthers: false });
    expect((await fetch(own.url)).status).toBe(200);
    await own.close();
  });

  it.each([
    ['127.0.0.1', undefined],
    ['::ffff:127.0.0.1', undefined],
    ['::1', undefined],
    ['192.168.1.7', expect.stringContaining('this machine only')],
    ['::ffff:10.0.0.2', expect.stringContaining('this machine only')],
  ])('and of those who call, %s: %s', (remoteAddress, refused) => {
    expect(checkMachine({ socket: { remoteAddress } } as IncomingMessage)).toEqual(refused);
  });
});
