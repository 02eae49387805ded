import type { ChatMember, Message } from '@grammyjs/types';
import { PlaygroundError } from '../api-error.js';
import type { Backend } from '../backend.js';
import { memberOf } from '../store/chat-member.js';
import type { Draft } from '../store/chat-store.js';
import type { Room } from '../store/stored-chat.js';
import type { BotMembership, Ref } from '../user-api.js';
import { deliver } from './message-updates.js';

/** Adds the bot to a group, removes it or makes it an administrator. */
export function setBot(backend: Backend, chat: Ref, bot: BotMembership): void {
  const room = backend.world.room(chat);
  if (room.chat.type === 'private') throw new PlaygroundError('The bot is always in its private chats.');
  if (room.bot === bot) return;
  if (bot !== 'absent' && !backend.settings.canJoinGroups)
    throw new PlaygroundError('The bot may not join groups.');
  if (bot === 'absent') depart(backend, room, byFirst(backend, room));
  else arrive(backend, room, bot);
}

/** The bot leaves by itself. */
export function leave(backend: Backend, room: Room): void {
  depart(backend, room, { from: backend.bot });
}

/** Blocks the bot or lets it write again. */
export function block(backend: Backend, user: Ref, blocked: boolean): void {
  const room = backend.world.room(backend.world.user(user));
  if (room.blocked === blocked) return;
  room.blocked = blocked;
  backend.world.changed(room);
  const gone: ChatMember = { status: 'kicked', user: backend.bot, until_date: 0 };
  const there: ChatMember = { status: 'member', user: backend.bot };
  if (blocked) report(backend, room, there, gone);
  else report(backend, room, gone, there);
}

/** Posts a service message; bots get all of them. */
export function announce(backend: Backend, room: Room, draft: Partial<Message>): void {
  deliver(backend, room, backend.world.post(room, draft as Draft, { author: 'service' }));
}

/** Whoever changes a group is taken to be its first member. */
export function byFirst({ world }: Backend, room: Room): Partial<Message> {
  const [first] = room.members;
  return first === undefined ? {} : { from: world.user(first) };
}

function arrive(backend: Backend, room: Room, bot: BotMembership): void {
  const before = room.bot;
  room.bot = bot;
  backend.world.changed(room);
  report(backend, room, memberOf(backend.bot, before), memberOf(backend.bot, bot));
  if (before === 'absent')
    announce(backend, room, { ...byFirst(backend, room), new_chat_members: [backend.bot] });
}

function depart(backend: Backend, room: Room, by: Partial<Message>): void {
  const before = memberOf(backend.bot, room.bot);
  room.bot = 'absent';
  backend.world.changed(room);
  report(backend, room, before, memberOf(backend.bot, 'absent'));
  announce(backend, room, { ...by, left_chat_member: backend.bot });
}

function report(backend: Backend, room: Room, before: ChatMember, after: ChatMember): void {
  const { from } = byFirst(backend, room);
  if (!from) return;
  const { chat } = room;
  const { date } = backend.world;
  backend.updates.push('my_chat_member', {
    chat,
    from,
    date,
    old_chat_member: before,
    new_chat_member: after,
  });
}
