import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../../playground/playground.js';
import type {
  DemoChats,
  PlaygroundState,
  UserAction,
  UserActionResponse,
} from '../../../playground/user-api.js';

describe('visitors of the page', () => {
  let playground: Playground;
  beforeEach(async () => {
    playground = await startPlayground();
  });
  afterEach(() => playground.close());

  async function perform(what: UserAction): Promise<UserActionResponse> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${playground.url}/playground/actions`, {
      method: 'POST',
      headers,
      body: JSON.stringify(what),
    });
    return (await response.json()) as UserActionResponse;
  }
  async function visit(language: 'zh' | 'en'): Promise<DemoChats> {
    const reply = await perform({ type: 'visit', language });
    if (!reply.ok) throw new Error(reply.error);
    return reply.result as DemoChats;
  }
  async function state(): Promise<PlaygroundState> {
    const response = await fetch(`${playground.url}/playground/state`);
    return (await response.json()) as PlaygroundState;
  }
  const texts = (chat: number): (string | undefined)[] =>
    playground.messages(chat).flatMap(({ text }) => (text === undefined ? [] : [text]));

  it('find nobody there before the first of them comes', async () => {
    expect(await state()).toMatchObject({ users: [], chats: [], suggestions: [] });
    expect(await state()).not.toHaveProperty('demo');
  });

  it('find a group with the bot and with topics, and one without it', async () => {
    const demo = await visit('zh');
    const { chats, users } = await state();
    const view = (id: number) => chats.find(({ chat }) => chat.id === id);
    expect(view(demo.group)).toMatchObject({
      chat: { title: '读报小组', is_forum: true },
      bot: 'member',
      topics: [{ name: '问答' }, { name: '闲聊' }],
    });
    expect(view(demo.elsewhere)).toMatchObject({
      chat: { title: '周末走走', type: 'group' },
      bot: 'absent',
    });
    expect(view(demo.visitor)).toMatchObject({ chat: { type: 'private' }, messages: [] });
    expect(users.map(({ language_code }) => language_code)).toEqual(Array(4).fill('zh-hans'));
  });

  it('all find the same, in the language of the last who came', async () => {
    const chinese = await visit('zh');
    const before = texts(chinese.group);
    expect(await visit('en')).toEqual(chinese);
    const { users, chats } = await state();
    expect(users[0]).toMatchObject({ first_name: 'Guest', language_code: 'en' });
    expect(chats.map(({ chat }) => chat.title).filter(Boolean)).toEqual(['Reading circle', 'Weekend walks']);
    expect(texts(chinese.group)).toHaveLength(before.length);
    expect(texts(chinese.group)[0]).toMatch(/^Morning!/);
    await visit('zh');
    expect(texts(chinese.group)).toEqual(before);
  });

  it('are not heard of by the bot for what was said before they came', async () => {
    const updates: unknown[] = [];
    playground.configureBot({ canReadAllGroupMessages: true });
    playground.subscribe((event) => {
      if (event.type === 'update' && event.update.message?.text !== undefined)
        updates.push(event.update.message.text);
    });
    await visit('zh');
    const { group, visitor } = await visit('en');
    playground.say(group, visitor, 'after that');
    expect(updates).toEqual(['after that']);
  });

  it('are told which questions are worth asking', async () => {
    playground.suggest(['从哪里来？']);
    expect((await state()).suggestions).toEqual(['从哪里来？']);
  });

  it('cannot come in another language', async () => {
    expect(await perform({ type: 'visit', language: 'fr' } as unknown as UserAction)).toMatchObject({
      ok: false,
      error: expect.stringContaining('language'),
    });
  });
});
