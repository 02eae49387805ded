import type { Backend } from '../backend.js';
import type { StoredChat } from '../store/stored-chat.js';
import { addTopic } from '../user-actions/groups.js';
import { postMessage } from '../user-actions/messages.js';
import type { DemoChats } from '../user-api.js';
import { DEMO_TEXTS, type DemoLanguage, type DemoTexts, type Line } from './demo-texts.js';

/** Usernames of the visitor and the members, in the order of `SceneWords.names`. */
const USERNAMES = ['guest_reader', 'lanzhou', 'mochen', 'xiaoyu_he'] as const;

/**
 * The people and chats that visitors of the page find: their private chat, a group with the bot and with topics, and
 * a group without it. All browsers share them. They are made at the first visit, so that a server without visitors,
 * as in tests of a bot, holds nothing that its tests did not put there.
 */
export class DemoChatsKeeper {
  readonly #backend: Backend;
  #made: Made | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** The demo, once somebody has visited. */
  get demo(): DemoChats | undefined {
    return this.#made?.demo;
  }

  /** Lets a visitor in; from now on everybody in them has the visitor's language. */
  visit(language: DemoLanguage): DemoChats {
    const words = DEMO_TEXTS[language];
    this.#made ??= make(this.#backend, words);
    if (this.#made.words !== words) this.#made = reword(this.#backend, this.#made, words);
    return this.#made.demo;
  }
}

interface Made {
  readonly words: DemoTexts;
  readonly demo: DemoChats;
  readonly people: readonly number[];
  readonly topics: readonly number[];
  /** `message_id`s of `groupTalk` and `elsewhereTalk`, in their order. */
  readonly groupTalk: readonly number[];
  readonly elsewhereTalk: readonly number[];
}

function make(backend: Backend, words: DemoTexts): Made {
  const { store } = backend;
  const people = words.names.map((first_name, index) => {
    const username = USERNAMES[index] ?? `reader_${index}`;
    return store.addUser({ first_name, username, language_code: words.languageCode }).id;
  });
  const group = store.addGroup({ title: words.group, forum: true, members: people });
  const elsewhere = store.addGroup({
    title: words.elsewhere,
    type: 'group',
    members: people.slice(0, 3),
    bot: 'absent',
  });
  const topics = words.topics.map((name) => addTopic(backend, group.info, name).message_thread_id);
  const [visitor = 0] = people;
  return {
    words,
    demo: { visitor, group: group.info.id, elsewhere: elsewhere.info.id },
    people,
    topics,
    groupTalk: talk(backend, group, words.groupTalk, people, topics),
    elsewhereTalk: talk(backend, elsewhere, words.elsewhereTalk, people, topics),
  };
}

/** What was said before the visitor came; the bot is not told of it. */
function talk(
  backend: Backend,
  chat: StoredChat,
  lines: readonly Line[],
  people: readonly number[],
  topics: readonly number[],
): number[] {
  return lines.map(({ who, topic, text }) => {
    const id = topic === undefined ? undefined : topics[topic];
    const from = people[who] ?? 0;
    return postMessage(backend, chat.info, from, text, id === undefined ? {} : { topic: id }).stored.message
      .message_id;
  });
}

/** Says everything in them in another language: names, titles and the talk. */
function reword(backend: Backend, made: Made, words: DemoTexts): Made {
  const { store } = backend;
  for (const [index, first_name] of words.names.entries()) {
    store.changeUser(made.people[index] ?? 0, { first_name, language_code: words.languageCode });
  }
  const group = store.chat(made.demo.group);
  const elsewhere = store.chat(made.demo.elsewhere);
  retitle(group, words.group);
  retitle(elsewhere, words.elsewhere);
  for (const [index, name] of words.topics.entries()) {
    const topic = group.topics.get(made.topics[index] ?? 0);
    if (topic) group.topics.set(topic.message_thread_id, { ...topic, name });
  }
  for (const chat of [group, elsewhere]) store.recordChange(chat);
  rewordTalk(backend, group, made.groupTalk, words.groupTalk);
  rewordTalk(backend, elsewhere, made.elsewhereTalk, words.elsewhereTalk);
  return { ...made, words };
}

/** What was said before is said in the new language, not edited: it bears no mark, and the bot is not told. */
function rewordTalk(
  { store }: Backend,
  chat: StoredChat,
  ids: readonly number[],
  lines: readonly Line[],
): void {
  for (const [index, id] of ids.entries()) {
    const stored = chat.messages.get(id);
    const text = lines[index]?.text;
    if (stored && text !== undefined) store.replace(chat, stored, { ...stored.message, text });
  }
}

function retitle(chat: StoredChat, title: string): void {
  chat.info = { ...chat.info, title } as StoredChat['info'];
}
