import type { Backend } from '../backend.js';
import type { Room } from '../store/stored-chat.js';
import { addTopic } from '../user-actions/groups.js';
import { utter } from '../user-actions/messages.js';
import type { Scene } from '../user-api.js';
import { type Line, SCENE_WORDS, type SceneLanguage, type SceneWords } from './demo-texts.js';

/** Usernames of the visitor and the members, in the order of `SceneWords.names`. */
const USERNAMES = ['guest_reader', 'lanzhou', 'mochen', 'xiaoyu_he'] as const;

/**
 * The people and chats that visitors of the page find: their private chat, a group with the bot and with topics, and
 * a group without it. All browsers share them. They are made at the first visit, so that a server without visitors,
 * as in tests of a bot, holds nothing that its tests did not put there.
 */
export class SceneKeeper {
  readonly #backend: Backend;
  #made: Made | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** The scene, once somebody has visited. */
  get scene(): Scene | undefined {
    return this.#made?.scene;
  }

  /** Lets a visitor in; from now on everybody in the scene has the visitor's language. */
  visit(language: SceneLanguage): Scene {
    const words = SCENE_WORDS[language];
    this.#made ??= make(this.#backend, words);
    if (this.#made.words !== words) this.#made = reword(this.#backend, this.#made, words);
    return this.#made.scene;
  }
}

interface Made {
  readonly words: SceneWords;
  readonly scene: Scene;
  readonly people: readonly number[];
  readonly topics: readonly number[];
  /** `message_id`s of `groupTalk` and `elsewhereTalk`, in their order. */
  readonly groupTalk: readonly number[];
  readonly elsewhereTalk: readonly number[];
}

function make(backend: Backend, words: SceneWords): Made {
  const { world } = backend;
  const people = words.names.map((first_name, index) => {
    const username = USERNAMES[index] ?? `reader_${index}`;
    return world.addUser({ first_name, username, language_code: words.languageCode }).id;
  });
  const group = world.addGroup({ title: words.group, forum: true, members: people });
  const elsewhere = world.addGroup({
    title: words.elsewhere,
    type: 'group',
    members: people.slice(0, 3),
    bot: 'absent',
  });
  const topics = words.topics.map((name) => addTopic(backend, group.chat, name).message_thread_id);
  const [visitor = 0] = people;
  return {
    words,
    scene: { visitor, group: group.chat.id, elsewhere: elsewhere.chat.id },
    people,
    topics,
    groupTalk: talk(backend, group, words.groupTalk, people, topics),
    elsewhereTalk: talk(backend, elsewhere, words.elsewhereTalk, people, topics),
  };
}

/** What was said before the visitor came; the bot is not told of it. */
function talk(
  backend: Backend,
  room: Room,
  lines: readonly Line[],
  people: readonly number[],
  topics: readonly number[],
): number[] {
  return lines.map(({ who, topic, text }) => {
    const id = topic === undefined ? undefined : topics[topic];
    const from = people[who] ?? 0;
    return utter(backend, room.chat, from, text, id === undefined ? {} : { topic: id }).stored.message
      .message_id;
  });
}

/** Says everything of the scene in another language: names, titles and the talk. */
function reword(backend: Backend, made: Made, words: SceneWords): Made {
  const { world } = backend;
  for (const [index, first_name] of words.names.entries()) {
    world.changeUser(made.people[index] ?? 0, { first_name, language_code: words.languageCode });
  }
  const group = world.room(made.scene.group);
  const elsewhere = world.room(made.scene.elsewhere);
  retitle(group, words.group);
  retitle(elsewhere, words.elsewhere);
  for (const [index, name] of words.topics.entries()) {
    const topic = group.topics.get(made.topics[index] ?? 0);
    if (topic) group.topics.set(topic.message_thread_id, { ...topic, name });
  }
  for (const room of [group, elsewhere]) world.changed(room);
  rewordTalk(backend, group, made.groupTalk, words.groupTalk);
  rewordTalk(backend, elsewhere, made.elsewhereTalk, words.elsewhereTalk);
  return { ...made, words };
}

/** What was said before is said in the new language, not edited: it bears no mark, and the bot is not told. */
function rewordTalk({ world }: Backend, room: Room, ids: readonly number[], lines: readonly Line[]): void {
  for (const [index, id] of ids.entries()) {
    const stored = room.messages.get(id);
    const text = lines[index]?.text;
    if (stored && text !== undefined) world.replace(room, stored, { ...stored.message, text });
  }
}

function retitle(room: Room, title: string): void {
  room.chat = { ...room.chat, title } as Room['chat'];
}
