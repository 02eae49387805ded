import type { Chat, ChatMember, ForumTopic, Message } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import type { BotMembership, GuestOutcome, Ref, SayOptions } from '../people.js';
import { PlaygroundError } from '../refusal.js';
import { memberOf } from '../world/members.js';
import type { Room } from '../world/room.js';
import type { Draft } from '../world/world.js';
import { deliver, summon } from './deliver.js';
import { say, utter } from './say.js';

/** Payload of a deep link (Bot API, "Deep linking"). */
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;
/** One of the six colours that Telegram gives to topics (Bot API, createForumTopic). */
const TOPIC_COLOR = 0x6fb9f0;

/** Opens a deep link to the bot and presses Start. */
export function start(backend: Backend, from: Ref, payload?: string): Message {
  if (payload !== undefined && !PAYLOAD.test(payload)) {
    throw new PlaygroundError('A payload is 1 to 64 of A-Z, a-z, 0-9, _ and -.');
  }
  const user = backend.world.user(from);
  return say(backend, user, user, payload === undefined ? '/start' : `/start ${payload}`);
}

/** Mentions the bot in a chat without it and waits for its answer. */
export function guest(
  backend: Backend,
  chat: Ref,
  from: Ref,
  text: string,
  options?: SayOptions,
): Promise<GuestOutcome> {
  if (!backend.settings.guestQueries) throw new PlaygroundError('Guest mode is off.');
  if (backend.world.room(chat).bot !== 'absent')
    throw new PlaygroundError('The bot is a member of the chat.');
  const { room, stored } = utter(backend, chat, from, text, options);
  return summon(backend, room, stored);
}

export function addTopic(backend: Backend, chat: Ref, name: string): ForumTopic {
  const room = backend.world.room(chat);
  if (!room.chat.is_forum) throw new PlaygroundError(`Chat ${room.chat.id} has no topics.`);
  const [first] = room.members;
  const created = { name, icon_color: TOPIC_COLOR };
  // The topic's id is that of the service message that made it, so the message comes first.
  const id = room.lastMessageId + 1;
  const topic: ForumTopic = { message_thread_id: id, ...created };
  room.topics.set(id, topic);
  const from = first === undefined ? {} : { from: backend.world.user(first) };
  announce(backend, room, {
    ...from,
    message_thread_id: id,
    is_topic_message: true,
    forum_topic_created: created,
  });
  backend.world.changed(room);
  return topic;
}

/** Adds the bot to a group, removes it or makes it an administrator. */
export function setBot(backend: Backend, chat: Ref, bot: BotMembership): void {
  const room = backend.world.room(chat);
  if (room.chat.type === 'private') throw new PlaygroundError('The bot is always in its private chats.');
  const before = room.bot;
  if (before === bot) return;
  if (bot !== 'absent' && !backend.settings.canJoinGroups)
    throw new PlaygroundError('The bot may not join groups.');
  room.bot = bot;
  backend.world.changed(room);
  reportMembership(backend, room, memberOf(backend.bot, before), memberOf(backend.bot, bot));
  if (before === 'absent')
    announce(backend, room, { ...adder(backend, room), new_chat_members: [backend.bot] });
}

/** Blocks the bot or lets it write again. */
export function block(backend: Backend, user: Ref, blocked: boolean): void {
  const room = backend.world.room(backend.world.user(user));
  if (room.blocked === blocked) return;
  room.blocked = blocked;
  backend.world.changed(room);
  const gone: ChatMember = { status: 'kicked', user: backend.bot, until_date: 0 };
  const there: ChatMember = { status: 'member', user: backend.bot };
  if (blocked) reportMembership(backend, room, there, gone);
  else reportMembership(backend, room, gone, there);
}

/** Turns a basic group into a supergroup. */
export function migrate(backend: Backend, chat: Ref): Chat {
  const { world } = backend;
  const old = world.room(chat);
  if (old.chat.type !== 'group') throw new PlaygroundError(`Chat ${old.chat.id} is no basic group.`);
  if (old.migratedTo !== undefined) throw new PlaygroundError(`The chat has become ${old.migratedTo}.`);
  const { title } = old.chat;
  const fresh = world.addGroup({ title, type: 'supergroup', members: [...old.members], bot: old.bot });
  const who = adder(backend, old);
  announce(backend, old, { ...who, migrate_to_chat_id: fresh.chat.id });
  old.migratedTo = fresh.chat.id;
  world.changed(old);
  announce(backend, fresh, { ...who, migrate_from_chat_id: old.chat.id });
  return fresh.chat;
}

/** Posts a service message; bots get all of them. */
function announce(backend: Backend, room: Room, draft: Partial<Message>): void {
  deliver(backend, room, backend.world.post(room, draft as Draft, { author: 'service' }));
}

function reportMembership(backend: Backend, room: Room, before: ChatMember, after: ChatMember): void {
  const [from] = room.members;
  if (from === undefined) return;
  const { chat } = room;
  backend.updates.push('my_chat_member', {
    chat,
    from: backend.world.user(from),
    date: backend.world.date,
    old_chat_member: before,
    new_chat_member: after,
  });
}

/** Whoever changes a group is taken to be its first member. */
function adder({ world }: Backend, room: Room): Partial<Message> {
  const [first] = room.members;
  return first === undefined ? {} : { from: world.user(first) };
}
