import type { Message } from '@grammyjs/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type EventData,
  type FileResponse,
  type Playground,
  type PlaygroundState,
  startPlayground,
  type UserAction,
  type UserActionResponse,
} from '../../../playground/playground.js';
import { accepted } from '../support/api.js';

let playground: Playground;
let lin: number;
let wu: number;
let group: number;

beforeEach(async () => {
  playground = await startPlayground();
  lin = playground.addUser({ first_name: '林', username: 'lin_reads' }).id;
  wu = playground.addUser({ first_name: '吴', username: 'wu_reads' }).id;
  group = playground.addGroup({ title: 'readers', members: [lin, wu], bot: 'administrator' }).id;
});
afterEach(() => playground.close());

const send = (more: object = {}): Promise<Message> =>
  accepted<Message>(playground, 'sendMessage', { chat_id: group, text: 'a', ...more });

async function perform(action: unknown): Promise<UserActionResponse> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(action);
  const response = await fetch(`${playground.url}/playground/actions`, { method: 'POST', headers, body });
  return (await response.json()) as UserActionResponse;
}

async function view() {
  const response = await fetch(`${playground.url}/playground/state`);
  const { chats } = (await response.json()) as PlaygroundState;
  return chats.find(({ chat }) => chat.id === group);
}

function eventsOf<T extends EventData['type']>(...types: readonly T[]): Extract<EventData, { type: T }>[] {
  const seen: Extract<EventData, { type: T }>[] = [];
  playground.subscribe(({ seq: _, ...event }) => {
    if ((types as readonly string[]).includes(event.type))
      seen.push(event as Extract<EventData, { type: T }>);
  });
  return seen;
}

describe('what one person sees', () => {
  it('is in the state and the events: sent, changed, deleted; numbers are not given twice', async () => {
    const events = eventsOf('ephemeral', 'ephemeral-deleted');
    const to = { ephemeral_message_parameters: { receiver_user_id: lin } };
    const first = await send(to);
    await send(to);
    const named = { chat_id: group, receiver_user_id: lin };
    const one = { ...named, ephemeral_message_id: first.ephemeral_message_id };
    await accepted(playground, 'editEphemeralMessageText', { ...one, text: 'b' });
    expect((await view())?.ephemeral).toMatchObject([
      { ephemeral_message_id: 1, text: 'b', receiver_user: { id: lin } },
      { ephemeral_message_id: 2, text: 'a' },
    ]);
    await accepted(playground, 'deleteEphemeralMessage', one);
    expect((await send(to)).ephemeral_message_id).toBe(3);
    expect((await view())?.ephemeral.map((message) => message.ephemeral_message_id)).toEqual([2, 3]);
    const id = (number: number) => ({ type: 'ephemeral', message: { ephemeral_message_id: number } });
    expect(events).toMatchObject([
      ...[id(1), id(2), id(1)],
      { type: 'ephemeral-deleted', chat: group, ephemeralId: 1 },
      id(3),
    ]);
  });
});

describe('reactions', () => {
  it('are put on messages over HTTP, one a person, counted in the order of those who came', async () => {
    const { message_id: message } = await send();
    const events = eventsOf('reactions');
    const act = (from: number, emoji: readonly string[]) =>
      perform({ type: 'react', chat: group, message, from, emoji } as UserAction);
    for (const [from, emoji] of [
      [lin, ['👍']],
      [wu, ['👎']],
      [lin, ['👎']],
    ] as const)
      expect(await act(from, emoji)).toEqual({ ok: true, result: true });
    const both = { message, reactions: [{ emoji: '👎', users: [wu, lin] }] };
    expect((await view())?.reactions).toEqual([both]);
    expect(events.at(-1)).toEqual({ type: 'reactions', chat: group, reactions: both });
    await act(wu, []);
    await act(lin, []);
    expect((await view())?.reactions).toEqual([]);
  });

  it.each<[what: string, emoji: readonly string[], error: string]>([
    ['that Telegram does not have', ['🐉'], 'emoji'],
    ['of one person beyond the first', ['👍', '👎'], 'may put 1 of them'],
  ])('%s are refused', async (_, emoji, error) => {
    const { message_id: message } = await send();
    const reply = await perform({ type: 'react', chat: group, message, from: lin, emoji });
    expect(reply).toMatchObject({ ok: false, error: expect.stringContaining(error) });
  });

  it('go with their message', async () => {
    const { message_id } = await send();
    playground.react(group, message_id, lin, ['👍']);
    await accepted(playground, 'deleteMessage', { chat_id: group, message_id });
    expect((await view())?.reactions).toEqual([]);
  });
});

describe('a forced reply', () => {
  const mention = { text: 'so, @Wu_reads?' };
  it.each<[whom: string, parameters: () => object, expected: () => number[]]>([
    ['everybody', () => ({}), () => [lin, wu]],
    ['nobody who is not named', () => ({ selective: true }), () => []],
    ['one who is mentioned', () => ({ selective: true, ...mention }), () => [wu]],
    [
      'one who is replied to',
      () => {
        const { message_id } = playground.say(group, lin, 'hm');
        return { selective: true, reply_parameters: { message_id } };
      },
      () => [lin],
    ],
  ])('asks %s', async (_, parameters, expected) => {
    const { selective, ...more } = parameters() as { selective?: boolean };
    const events = eventsOf('message');
    const markup = { force_reply: true, ...(selective && { selective }), input_field_placeholder: '…' };
    await send({ ...more, reply_markup: markup });
    expect(events.at(-1)?.forcedReply).toEqual({ from: expected(), placeholder: '…' });
  });

  it('asks the person of a private chat, selective or not', async () => {
    playground.start(lin);
    const events = eventsOf('message');
    await send({ chat_id: lin, reply_markup: { force_reply: true, selective: true } });
    expect(events.at(-1)?.forcedReply).toEqual({ from: [lin] });
  });
});

describe('files', () => {
  const BYTES = 'application/octet-stream';
  async function upload(content: Uint8Array, name = '公告.md', type = BYTES): Promise<FileResponse> {
    const url = `${playground.url}/playground/files?name=${encodeURIComponent(name)}`;
    const headers = { 'content-type': type };
    const response = await fetch(url, { method: 'POST', headers, body: Uint8Array.from(content) });
    return (await response.json()) as FileResponse;
  }
  const get = (id: string) => fetch(`${playground.url}/playground/files/${id}`);

  it('are taken in, sent by their id, and given out as they are', async () => {
    const content = Buffer.from([0, 255, 128, 10]);
    const reply = await upload(content);
    if (!reply.ok) throw new Error(reply.error);
    const said = await perform({ type: 'say', chat: lin, from: lin, text: '', file: reply.result });
    expect(said).toMatchObject({
      result: { document: { file_id: reply.result.id, file_name: '公告.md', file_size: 4 } },
    });
    const given = await get(reply.result.id);
    expect(Buffer.from(await given.arrayBuffer())).toEqual(content);
    expect(Object.fromEntries(given.headers)).toMatchObject({
      'content-type': BYTES,
      'content-disposition': "attachment; filename*=UTF-8''%E5%85%AC%E5%91%8A.md",
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    ['a PNG', '\x89PNG\r\n\x1a\n', 'image/png', 'inline'],
    ['a JPEG', '\xff\xd8\xff\xe0', 'image/jpeg', 'inline'],
    ['a page that would run', '<script>alert(1)</script>', BYTES, 'attachment'],
    ['a drawing that would run', '<svg xmlns="http://www.w3.org/2000/svg"/>', BYTES, 'attachment'],
  ])('are shown only where they are pictures: %s', async (_, start, type, disposition) => {
    const reply = await upload(Buffer.from(start, 'latin1'), 'a.png');
    const { headers } = await get(reply.ok ? reply.result.id : '');
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^${disposition};`));
  });

  it.each<[what: string, attempt: () => Promise<FileResponse | UserActionResponse>, error: string]>([
    ['empty ones', () => upload(Buffer.of()), 'An empty file cannot be sent.'],
    ['nameless ones', () => upload(Buffer.of(1), ''), 'The name of a file'],
    ['those of other sites’ forms', () => upload(Buffer.of(1), 'a', 'text/plain'), 'is sent as application'],
    [
      'those that nobody handed over',
      () => perform({ type: 'say', chat: lin, from: lin, text: '', file: { id: 'x' } }),
      'There is no such file.',
    ],
  ])('are refused: %s', async (_, attempt, error) => {
    expect(await attempt()).toMatchObject({ ok: false, error: expect.stringContaining(error) });
  });

  it('that are not there are not found', async () => {
    expect((await get('x')).status).toBe(404);
  });
});
