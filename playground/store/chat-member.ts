import type { ChatMember, User } from '@grammyjs/types';
import type { BotMembership } from '../user-api.js';

/** How the Bot API states that the bot is in a group. */
export function memberOf(bot: User, membership: BotMembership): ChatMember {
  switch (membership) {
    case 'absent':
      return { status: 'left', user: bot };
    case 'member':
      return { status: 'member', user: bot };
    case 'administrator':
      return {
        status: 'administrator',
        user: bot,
        can_be_edited: false,
        is_anonymous: false,
        can_manage_chat: true,
        can_delete_messages: true,
        can_manage_video_chats: true,
        can_restrict_members: true,
        can_promote_members: false,
        can_change_info: true,
        can_invite_users: true,
        can_post_stories: false,
        can_edit_stories: false,
        can_delete_stories: false,
        can_send_welcome_messages: false,
      };
  }
}
