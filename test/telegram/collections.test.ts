import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { type OpenCollection, openCollection } from '../../src/app/open.js';
import { Bindings } from '../../src/telegram/collections/bindings.js';
import { identify } from '../../src/telegram/identify.js';
import { type Serving, serve } from '../../src/telegram/serve.js';

/** What each folder alone knows, and a question for it. */
const KNOWN = {
  学校: ['校车时刻', '校车早上六点五十从桐桥站发车。', '校车几点发车？', '六点五十'],
  医院: ['门诊时间', '门诊早上八点一刻开始挂号。', '门诊几点挂号？', '八点一刻'],
  村委: ['用水通知', '村里晚上九点半停水检修。', '村里几点停水？', '九点半'],
} as const;
type Folder = keyof typeof KNOWN;
const FOLDERS = Object.keys(KNOWN) as Folder[];

let folder: string;
let playground: Playground;
let collection: OpenCollection;
let bindings: Bindings;
let serving: Serving;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folders-'));
  for (const [name, [title, text]] of Object.entries(KNOWN)) {
    await mkdir(join(folder, 'articles', name), { recursive: true });
    await writeFile(join(folder, 'articles', name, 'a.txt'), `# ${title}\n\n${text}\n`);
  }
  playground = await startPlayground({ settings: { canReadAllGroupMessages: true } });
  await start();
});
afterEach(async () => {
  await stop();
  await playground.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  collection = await openCollection(join(folder, 'articles'), { reader: 'off' });
  bindings = await Bindings.open(join(folder, 'data', 'collections.jsonl'));
  const { token, apiRoot } = playground;
  serving = await serve({
    token,
    apiRoot,
    me: await identify(token, { apiRoot }),
    answerer: collection.answerer,
    collections: { parts: collection.parts, bindings },
    log: pino({ enabled: false }),
  });
}

async function stop(): Promise<void> {
  await serving.stop();
  await bindings.settled();
  await collection.close();
}

const person = () => playground.addUser({ first_name: 'Lan' });

/** A chat, and who speaks in it. */
interface Place {
  readonly chat: { readonly id: number };
  readonly speaker: { readonly id: number };
  readonly options?: { readonly topic: number };
}

function privatePlace(): Place {
  const speaker = person();
  return { chat: speaker, speaker };
}

/** A group whose owner speaks. */
function groupPlace(title: string, forum = false): Place {
  const speaker = person();
  return { chat: playground.addGroup({ title, forum, members: [speaker] }), speaker };
}

async function ask({ chat, speaker, options = {} as never }: Place, text: string): Promise<Message> {
  const isPlain = chat.id > 0 || text.startsWith('/');
  playground.say(chat, speaker, isPlain ? text : `@${playground.bot.username} ${text}`, options);
  return playground.nextMessage(chat);
}

/** Every folder's question, asked of a chat: which of the answers it hears. */
async function heard(place: Place): Promise<Folder[]> {
  const folders: Folder[] = [];
  for (const name of FOLDERS) {
    const [, , question, answer] = KNOWN[name];
    const { text } = await ask(place, question);
    if (text?.includes(answer)) folders.push(name);
  }
  return folders;
}

describe('a chat that is bound to a folder', () => {
  it('hears nothing of the others, in private and in groups, before and after a restart', async () => {
    const places = [privatePlace(), groupPlace('桐桥小学家长'), groupPlace('青石村')];
    for (const [index, place] of places.entries()) {
      expect((await ask(place, `/use ${FOLDERS[index]}`)).text).toContain(FOLDERS[index]);
    }
    for (const [index, place] of places.entries()) expect(await heard(place)).toEqual([FOLDERS[index]]);
    await stop();
    await start();
    for (const [index, place] of places.entries()) expect(await heard(place)).toEqual([FOLDERS[index]]);
  });

  it('is offered nothing of the others inline', async () => {
    const { speaker } = privatePlace();
    await ask({ chat: speaker, speaker }, '/use 医院');
    const offered = async (query: string): Promise<string> => {
      const outcome = await playground.typeInline(speaker, query);
      return outcome.status === 'answered' ? JSON.stringify(outcome.results) : '';
    };
    expect(await offered('门')).toContain('门诊时间');
    for (const query of ['', '校', '校车时刻', '用水']) expect(await offered(query)).not.toMatch(/校车|用水/);
  });

  it('is told of none that it is not asked for, and hears all again when it is freed', async () => {
    const place = privatePlace();
    expect(await heard(place)).toEqual(FOLDERS);
    expect((await ask(place, '/use')).text).toMatch(/全部[\s\S]*· 医院\n· 学校\n· 村委/u);
    expect((await ask(place, '/use 菜场')).text).toContain('没有“菜场”');
    expect(await heard(place)).toEqual(FOLDERS);
    await ask(place, '/use 医院');
    expect((await ask(place, '/use')).text).toContain('只查“医院”');
    expect((await ask(place, '/about')).text).toMatch(/1 篇文章/);
    await ask(place, '/use *');
    expect(await heard(place)).toEqual(FOLDERS);
  });

  it('shows nothing of the others through old buttons and links', async () => {
    const place = privatePlace();
    const { text, message_id, reply_markup } = await ask(place, KNOWN.学校[2]);
    expect(text).toContain(KNOWN.学校[3]);
    const link = (await ask(place, KNOWN.村委[2])).entities?.find((entity) => entity.type === 'text_link');
    await ask(place, '/use 医院');
    for (const [row, keys] of (reply_markup?.inline_keyboard ?? []).entries()) {
      for (const [column, key] of keys.entries()) {
        if (!('callback_data' in key)) continue;
        await playground.press(place.chat, message_id, { row, column }, place.speaker);
        const shown = playground.messages(place.chat).find((message) => message.message_id === message_id);
        expect(shown?.text).toBe(text);
      }
    }
    const payload = new URL((link as { url: string }).url).searchParams.get('start') as string;
    playground.start(place.speaker, payload);
    expect((await playground.nextMessage(place.chat)).text).not.toContain(KNOWN.村委[3]);
  });

  it('holds inline for the person whose private chat it is', async () => {
    const place = privatePlace();
    await ask(place, '/use 医院');
    for (const name of FOLDERS) {
      const [title, , question] = KNOWN[name];
      const outcome = await playground.typeInline(place.speaker, question);
      const found = outcome.status === 'answered' ? JSON.stringify(outcome.results) : '';
      expect([name, found.includes(title)]).toEqual([name, name === '医院']);
    }
  });

  it('answers nothing when its folder is gone', async () => {
    const place = privatePlace();
    await ask(place, '/use 医院');
    await stop();
    await rm(join(folder, 'articles', '医院'), { recursive: true });
    await start();
    expect(await heard(place)).toEqual([]);
  });
});

describe('who may bind', () => {
  it('an administrator of the group, and no other member', async () => {
    const member = person();
    const owner = person();
    const chat = playground.addGroup({ title: '家长', members: [owner, member] });
    expect((await ask({ chat, speaker: member }, '/use 学校')).text).toContain('只有群管理员');
    expect(await heard({ chat, speaker: owner })).toEqual(FOLDERS);
    expect((await ask({ chat, speaker: owner }, '/use 学校')).text).toContain('只查“学校”');
    expect(await heard({ chat, speaker: member })).toEqual(['学校']);
  });

  it('a topic apart from its group', async () => {
    const place = groupPlace('青石村大群', true);
    const topic = playground.addTopic(place.chat, '医疗').message_thread_id;
    const there = { ...place, options: { topic } };
    await ask(place, '/use 村委');
    await ask(there, '/use 医院');
    expect(await heard(place)).toEqual(['村委']);
    expect(await heard(there)).toEqual(['医院']);
    await ask(there, '/use *');
    expect(await heard(there)).toEqual(['村委']);
  });

  it('anew with everything of the group once its records are deleted, its topics’ too', async () => {
    const place = groupPlace('青石村大群', true);
    const topic = playground.addTopic(place.chat, '医疗').message_thread_id;
    const there = { ...place, options: { topic } };
    await ask(place, '/use 村委');
    await ask(there, '/use 医院');
    expect((await ask(there, '/forget')).text).toContain('都删掉了');
    await stop();
    await start();
    expect([await heard(place), await heard(there)]).toEqual([FOLDERS, FOLDERS]);
  });

  it('a group, which stays bound when it becomes a supergroup', async () => {
    const speaker = person();
    const chat = playground.addGroup({ title: '青石村', type: 'group', members: [speaker] });
    await ask({ chat, speaker }, '/use 村委');
    const place = { chat: playground.migrate(chat), speaker };
    expect(await heard(place)).toEqual(['村委']);
    await stop();
    await start();
    expect(await heard(place)).toEqual(['村委']);
  });
});
