import type { Update } from '@grammyjs/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { accepted, call, refused } from './support/api.js';

let playground: Playground;
let user: number;

beforeEach(async () => {
  playground = await startPlayground();
  user = playground.addUser().id;
});
afterEach(() => playground.close());

const poll = (parameters: object = {}) => accepted<Update[]>(playground, 'getUpdates', { ...parameters });
const texts = (updates: readonly Update[]) => updates.map(({ message }) => message?.text);
const say = (...lines: string[]) => lines.map((line) => playground.say(user, user, line));

describe('getUpdates', () => {
  it('gives the same updates until they are confirmed', async () => {
    say('one', 'two');
    const first = await poll();
    expect(texts(first)).toEqual(['one', 'two']);
    expect(await poll()).toEqual(first);
    expect(texts(await poll({ offset: first[0]!.update_id + 1 }))).toEqual(['two']);
    expect(await poll({ offset: first[1]!.update_id + 1 })).toEqual([]);
  });

  it('numbers updates one after the other', async () => {
    say('one', 'two', 'three');
    const [one, two, three] = (await poll()).map(({ update_id }) => update_id);
    expect([two! - one!, three! - two!]).toEqual([1, 1]);
  });

  it.each<[what: string, parameters: object, lines: string[]]>([
    ['as many as asked for', { limit: 2 }, ['one', 'two']],
    ['at least one', { limit: 0 }, ['one']],
    ['only the newest, with a negative offset', { offset: -1 }, ['three']],
  ])('gives %s', async (_, parameters, lines) => {
    say('one', 'two', 'three');
    expect(texts(await poll(parameters))).toEqual(lines);
  });

  it('forgets what a negative offset skips', async () => {
    say('one', 'two', 'three');
    await poll({ offset: -1 });
    expect(texts(await poll())).toEqual(['three']);
  });

  it('gives a hundred at most', async () => {
    say(...Array.from({ length: 101 }, (_, i) => `${i}`));
    expect(await poll({ limit: 1_000 })).toHaveLength(100);
  });

  it('gives one at most from the same offset soon after, so that nobody polls in a circle', async () => {
    say('one', 'two', 'three');
    const [{ update_id: offset } = { update_id: 0 }] = await poll();
    expect(texts(await poll({ offset }))).toHaveLength(3);
    expect(texts(await poll({ offset }))).toEqual(['one']);
    expect(texts(await poll({ offset: offset + 1 }))).toHaveLength(2);
  });

  it('waits for the first update to come', async () => {
    const waiting = poll({ timeout: 30 });
    await playground.waitForPoll();
    say('at last');
    expect(texts(await waiting)).toEqual(['at last']);
  });

  it('ends a poll that another one takes over from', async () => {
    const first = call(playground, 'getUpdates', { timeout: 30 });
    await playground.waitForPoll();
    const second = poll({ timeout: 30 });
    expect(await first).toEqual({
      ok: false,
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    say('to the second');
    expect(texts(await second)).toEqual(['to the second']);
  });

  it('holds nothing back for a poller that has gone', async () => {
    const gone = new AbortController();
    const url = `${playground.apiRoot}/bot${playground.token}/getUpdates?timeout=30`;
    const left = fetch(url, { signal: gone.signal }).catch(() => 'gone');
    await playground.waitForPoll();
    gone.abort();
    expect(await left).toBe('gone');
    say('kept');
    expect(texts(await poll())).toEqual(['kept']);
  });

  it('delivers only the kinds that are asked for, until others are', async () => {
    const group = playground.addGroup({ title: 'readers', members: [user], bot: 'absent' });
    await poll({ allowed_updates: ['my_chat_member'] });
    say('not this');
    playground.setBot(group, 'member');
    expect((await poll()).map((update) => Object.keys(update)[1])).toEqual(['my_chat_member']);
    await poll({ allowed_updates: [] });
    say('this');
    expect(texts(await poll({ offset: -1 }))).toEqual(['this']);
  });

  it('is refused while a webhook is set, and a webhook ends it', async () => {
    const waiting = call(playground, 'getUpdates', { timeout: 30 });
    await playground.waitForPoll();
    await accepted(playground, 'setWebhook', { url: 'http://127.0.0.1:9/' });
    expect(await waiting).toMatchObject({ description: 'Conflict: terminated by setWebhook request' });
    expect(await refused(playground, 'getUpdates')).toBe(
      "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    await accepted(playground, 'deleteWebhook');
    expect(await poll()).toEqual([]);
  });

  it('gives a duplicate after its original was confirmed', async () => {
    playground.duplicateUpdates();
    say('twice', 'once');
    const updates = await poll();
    expect(texts(updates)).toEqual(['twice', 'once']);
    const next = updates.at(-1)!.update_id + 1;
    expect(await poll({ offset: next })).toEqual([updates[0]]);
    expect(await poll({ offset: next })).toEqual([]);
  });

  it('drops what waits when a webhook is deleted with that wish', async () => {
    say('dropped');
    await accepted(playground, 'deleteWebhook', { drop_pending_updates: true });
    expect(await poll()).toEqual([]);
  });
});

describe('updates', () => {
  const last = async () => (await poll({ offset: -1 }))[0]!;

  it('carry messages as Telegram makes them', async () => {
    const [question] = say('@jianbao_bot 森林');
    expect(await last()).toEqual({
      update_id: expect.any(Number),
      message: {
        message_id: question!.message_id,
        from: { id: user, is_bot: false, first_name: 'User 1' },
        chat: { id: user, type: 'private', first_name: 'User 1' },
        date: expect.any(Number),
        text: '@jianbao_bot 森林',
        entities: [{ type: 'mention', offset: 0, length: 12 }],
      },
    });
  });

  it('carry edits', async () => {
    const [question] = say('before');
    playground.edit(user, question!, 'after');
    expect((await last()).edited_message).toMatchObject({
      message_id: question!.message_id,
      text: 'after',
      edit_date: expect.any(Number),
    });
  });

  it('show what is replied to as it stands now, one level deep', async () => {
    const [first] = say('first');
    const second = playground.say(user, user, 'second', { replyTo: first! });
    playground.edit(user, first!, 'first, changed');
    playground.say(user, user, 'third', { replyTo: second });
    const third = (await last()).message;
    expect(third?.reply_to_message?.text).toBe('second');
    expect(third?.reply_to_message?.reply_to_message).toBeUndefined();
    playground.say(user, user, 'fourth', { replyTo: first! });
    expect((await last()).message?.reply_to_message?.text).toBe('first, changed');
  });

  it.each<['photo' | 'document' | 'voice' | 'sticker', string | undefined]>([
    ['photo', 'a caption'],
    ['document', 'a caption'],
    ['voice', 'a caption'],
    ['sticker', undefined],
  ])('carry a %s', async (attachment, caption) => {
    playground.say(user, user, 'a caption', { attachment });
    const { message } = await last();
    expect(message?.[attachment]).toBeDefined();
    expect(message?.caption).toBe(caption);
    expect(message?.text).toBeUndefined();
  });

  it('tell when a person blocks the bot, and sending fails then', async () => {
    playground.start(user);
    playground.block(user, true);
    expect((await last()).my_chat_member?.new_chat_member.status).toBe('kicked');
    expect(await refused(playground, 'sendMessage', { chat_id: user, text: 'a' })).toBe(
      '403 Forbidden: bot was blocked by the user',
    );
    playground.block(user, false);
    await accepted(playground, 'sendMessage', { chat_id: user, text: 'a' });
  });
});
