import type { ChatFullInfo, ChatMember } from '@grammyjs/types';
import { badRequest, forbidden } from '../api-error.js';
import { memberOf } from '../store/chat-member.js';
import type { Room } from '../store/stored-chat.js';
import { leave } from '../user-actions/membership.js';
import type { Args, Context, Handlers } from './handler.js';
import { readableRoom, writableRoom } from './targets.js';

export const chatMethods = {
  getChat({ backend }: Context, { chat_id }: Args<'getChat'>) {
    const room = visibleRoom(readableRoom(backend, chat_id));
    return fullInfo(room);
  },

  getChatMember({ backend }: Context, { chat_id, user_id }: Args<'getChatMember'>): ChatMember {
    const room = visibleRoom(readableRoom(backend, chat_id));
    if (user_id === backend.bot.id) return memberOf(backend.bot, room.bot);
    const user = backend.world.users.get(user_id);
    if (!user) throw badRequest(user_id > 0 ? 'user not found' : 'invalid user_id specified');
    if (!room.members.has(user_id)) return { status: 'left', user };
    const [owner] = room.members;
    const isOwner = room.chat.type !== 'private' && user_id === owner;
    return isOwner ? { status: 'creator', user, is_anonymous: false } : { status: 'member', user };
  },

  getChatMemberCount({ backend }: Context, { chat_id }: Args<'getChatMemberCount'>) {
    const room = visibleRoom(readableRoom(backend, chat_id));
    return room.members.size + (room.bot === 'absent' ? 0 : 1);
  },

  leaveChat({ backend }: Context, { chat_id }: Args<'leaveChat'>) {
    const room = writableRoom(backend, chat_id);
    if (room.chat.type === 'private')
      throw badRequest("chat member status can't be changed in private chats");
    leave(backend, room);
    return true as const;
  },
} satisfies Handlers;

/** A bot sees public supergroups and channels from outside, others only as a member. */
function visibleRoom(room: Room): Room {
  const { chat, bot } = room;
  const isPublic = chat.type === 'private' || chat.username !== undefined;
  if (bot === 'absent' && !isPublic) throw forbidden(`bot is not a member of the ${chat.type} chat`);
  return room;
}

function fullInfo({ chat }: Room): ChatFullInfo {
  const gifts = {
    unlimited_gifts: true,
    limited_gifts: true,
    unique_gifts: true,
    premium_subscription: true,
    gifts_from_channels: true,
  };
  const common = { accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: gifts };
  if (chat.type === 'private' || chat.type === 'channel') return { ...chat, ...common };
  const permissions = { can_send_messages: true, can_send_documents: true, can_add_web_page_previews: true };
  return { ...chat, ...common, permissions } as ChatFullInfo;
}
