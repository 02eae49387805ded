import type { ChatMember, Message } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import { PlaygroundError } from '../playground-error.js';
import { memberOf } from '../store/chat-member.js';
import type { MessageDraft } from '../store/chat-store.js';
import type { StoredChat } from '../store/stored-chat.js';
import type { BotMembership, Ref } from '../user-api.js';
import { queueMessage } from './message-updates.js';

/** Adds the bot to a group, removes it or makes it an administrator. */
export function setBot(backend: Backend, chatRef: Ref, bot: BotMembership): void {
  const chat = backend.store.chat(chatRef);
  if (chat.info.type === 'private') throw new PlaygroundError('The bot is always in its private chats.');
  if (chat.bot === bot) return;
  if (bot !== 'absent' && !backend.settings.canJoinGroups)
    throw new PlaygroundError('The bot may not join groups.');
  if (bot === 'absent') removeBot(backend, chat, fromFirstMember(backend, chat));
  else addBot(backend, chat, bot);
}

/** The bot leaves by itself. */
export function leave(backend: Backend, chat: StoredChat): void {
  removeBot(backend, chat, { from: backend.bot });
}

/** Blocks the bot or lets it write again. */
export function block(backend: Backend, user: Ref, blocked: boolean): void {
  const chat = backend.store.chat(backend.store.user(user));
  if (chat.blocked === blocked) return;
  chat.blocked = blocked;
  backend.store.recordChange(chat);
  const gone: ChatMember = { status: 'kicked', user: backend.bot, until_date: 0 };
  const there: ChatMember = { status: 'member', user: backend.bot };
  if (blocked) queueMembershipUpdate(backend, chat, there, gone);
  else queueMembershipUpdate(backend, chat, gone, there);
}

/** Posts a service message; bots get all of them. */
export function postServiceMessage(backend: Backend, chat: StoredChat, draft: Partial<Message>): void {
  queueMessage(backend, chat, backend.store.post(chat, draft as MessageDraft, { author: 'service' }));
}

/** Whoever changes a group is taken to be its first member. */
export function fromFirstMember({ store }: Backend, chat: StoredChat): Partial<Message> {
  const [first] = chat.members;
  return first === undefined ? {} : { from: store.user(first) };
}

function addBot(backend: Backend, chat: StoredChat, bot: BotMembership): void {
  const before = chat.bot;
  chat.bot = bot;
  backend.store.recordChange(chat);
  queueMembershipUpdate(backend, chat, memberOf(backend.bot, before), memberOf(backend.bot, bot));
  if (before === 'absent')
    postServiceMessage(backend, chat, { ...fromFirstMember(backend, chat), new_chat_members: [backend.bot] });
}

function removeBot(backend: Backend, chat: StoredChat, by: Partial<Message>): void {
  const before = memberOf(backend.bot, chat.bot);
  chat.bot = 'absent';
  backend.store.recordChange(chat);
  queueMembershipUpdate(backend, chat, before, memberOf(backend.bot, 'absent'));
  postServiceMessage(backend, chat, { ...by, left_chat_member: backend.bot });
}

function queueMembershipUpdate(
  backend: Backend,
  chat: StoredChat,
  before: ChatMember,
  after: ChatMember,
): void {
  const { from } = fromFirstMember(backend, chat);
  if (!from) return;
  const { date } = backend.store;
  backend.updates.push('my_chat_member', {
    chat: chat.info,
    from,
    date,
    old_chat_member: before,
    new_chat_member: after,
  });
}
