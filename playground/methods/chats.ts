import type { ChatFullInfo, ChatMember } from '@grammyjs/types';
import { badRequest, forbidden } from '../api-error.js';
import { memberOf } from '../store/chat-member.js';
import type { StoredChat } from '../store/stored-chat.js';
import { leave } from '../user-actions/membership.js';
import type { Args, Context, Handlers } from './handler.js';
import { readableChat, writableChat } from './targets.js';

/** What the bot asks of chats and their members. */
export const chatMethods = {
  getChat({ backend }: Context, { chat_id }: Args<'getChat'>) {
    const chat = visibleChat(readableChat(backend, chat_id));
    return fullInfo(chat);
  },

  getChatMember({ backend }: Context, { chat_id, user_id }: Args<'getChatMember'>): ChatMember {
    const chat = visibleChat(readableChat(backend, chat_id));
    if (user_id === backend.bot.id) return memberOf(backend.bot, chat.bot);
    const user = backend.store.users.get(user_id);
    if (!user) throw badRequest(user_id > 0 ? 'user not found' : 'invalid user_id specified');
    if (!chat.members.has(user_id)) return { status: 'left', user };
    const [owner] = chat.members;
    const isOwner = chat.info.type !== 'private' && user_id === owner;
    return isOwner ? { status: 'creator', user, is_anonymous: false } : { status: 'member', user };
  },

  getChatMemberCount({ backend }: Context, { chat_id }: Args<'getChatMemberCount'>) {
    const chat = visibleChat(readableChat(backend, chat_id));
    return chat.members.size + (chat.bot === 'absent' ? 0 : 1);
  },

  leaveChat({ backend }: Context, { chat_id }: Args<'leaveChat'>) {
    const chat = writableChat(backend, chat_id);
    if (chat.info.type === 'private')
      throw badRequest("chat member status can't be changed in private chats");
    leave(backend, chat);
    return true as const;
  },
} satisfies Handlers;

/** A bot sees public supergroups and channels from outside, others only as a member. */
function visibleChat(chat: StoredChat): StoredChat {
  const { info, bot } = chat;
  const isPublic = info.type === 'private' || info.username !== undefined;
  if (bot === 'absent' && !isPublic) throw forbidden(`bot is not a member of the ${info.type} chat`);
  return chat;
}

function fullInfo({ info }: StoredChat): ChatFullInfo {
  const gifts = {
    unlimited_gifts: true,
    limited_gifts: true,
    unique_gifts: true,
    premium_subscription: true,
    gifts_from_channels: true,
  };
  const common = { accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: gifts };
  if (info.type === 'private' || info.type === 'channel') return { ...info, ...common };
  const permissions = { can_send_messages: true, can_send_documents: true, can_add_web_page_previews: true };
  return { ...info, ...common, permissions } as ChatFullInfo;
}
