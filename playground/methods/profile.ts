import type { BotCommandScope, ChatAdministratorRights, MenuButton } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import { checkCommands, checkLanguage, checkProfileText } from '../limits/commands.js';
import { LONGEST_PROFILE_TEXT } from '../limits/limits.js';
import type { ProfileText } from '../store/bot-profile.js';
import type { Args, Context, Handlers } from './handler.js';
import { readableChat } from './targets.js';

const EVERYWHERE: BotCommandScope = { type: 'default' };

/** What the bot says of itself: commands, name, descriptions, menu button, default rights. */
export const profileMethods = {
  setMyCommands({ backend }: Context, { commands, scope, language_code }: Args<'setMyCommands'>) {
    return setCommands(backend, scope, language_code, checkCommands(commands));
  },

  deleteMyCommands({ backend }: Context, { scope, language_code }: Args<'deleteMyCommands'>) {
    return setCommands(backend, scope, language_code, []);
  },

  getMyCommands(
    { backend }: Context,
    { scope = EVERYWHERE, language_code = '' as never }: Args<'getMyCommands'>,
  ) {
    checkLanguage(language_code);
    return [...backend.profile.commandsOf(scope, language_code)];
  },

  setMyName: ({ backend }: Context, { name, language_code }: Args<'setMyName'>) =>
    setText(backend, 'name', language_code, name),
  getMyName: ({ backend }: Context, { language_code }: Args<'getMyName'>) => ({
    name: textOf(backend, 'name', language_code) || backend.bot.first_name,
  }),

  setMyDescription: ({ backend }: Context, { description, language_code }: Args<'setMyDescription'>) =>
    setText(backend, 'description', language_code, description),
  getMyDescription: ({ backend }: Context, { language_code }: Args<'getMyDescription'>) => ({
    description: textOf(backend, 'description', language_code),
  }),

  setMyShortDescription: (
    { backend }: Context,
    { short_description, language_code }: Args<'setMyShortDescription'>,
  ) => setText(backend, 'short_description', language_code, short_description),
  getMyShortDescription: ({ backend }: Context, { language_code }: Args<'getMyShortDescription'>) => ({
    short_description: textOf(backend, 'short_description', language_code),
  }),

  setChatMenuButton({ backend }: Context, { chat_id = 0, menu_button }: Args<'setChatMenuButton'>) {
    if (chat_id !== 0) readableChat(backend, chat_id);
    backend.profile.menuButtons.set(chat_id, menu_button ?? { type: 'default' });
    return true as const;
  },

  getChatMenuButton({ backend }: Context, { chat_id = 0 }: Args<'getChatMenuButton'>): MenuButton {
    const { menuButtons } = backend.profile;
    return menuButtons.get(chat_id) ?? menuButtons.get(0) ?? { type: 'commands' };
  },

  setMyDefaultAdministratorRights(
    { backend }: Context,
    { rights, for_channels = false }: Args<'setMyDefaultAdministratorRights'>,
  ) {
    if (rights) backend.profile.defaultRights.set(for_channels, rights);
    else backend.profile.defaultRights.delete(for_channels);
    return true as const;
  },

  getMyDefaultAdministratorRights(
    { backend }: Context,
    { for_channels = false }: Args<'getMyDefaultAdministratorRights'>,
  ): ChatAdministratorRights {
    return backend.profile.defaultRights.get(for_channels) ?? NO_RIGHTS;
  },
} satisfies Handlers;

const NO_RIGHTS: ChatAdministratorRights = {
  is_anonymous: false,
  can_manage_chat: false,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
};

function setCommands(
  backend: Backend,
  scope: BotCommandScope = EVERYWHERE,
  languageCode = '',
  commands: Parameters<typeof backend.profile.setCommands>[2],
): true {
  checkLanguage(languageCode);
  if ('chat_id' in scope) readableChat(backend, scope.chat_id);
  backend.profile.setCommands(scope, languageCode, commands);
  backend.events.record({ type: 'commands', commands: backend.profile.commands });
  return true;
}

function setText(backend: Backend, kind: ProfileText, languageCode = '', text = ''): true {
  checkLanguage(languageCode);
  checkProfileText(kind.replace('_', ' '), text, LONGEST_PROFILE_TEXT[kind]);
  backend.profile.setText(kind, languageCode, text);
  if (kind === 'name' && languageCode === '') backend.rename(text);
  if (kind === 'description')
    backend.events.record({ type: 'description', description: backend.profile.textsOf('description') });
  return true;
}

function textOf(backend: Backend, kind: ProfileText, languageCode = ''): string {
  checkLanguage(languageCode);
  return backend.profile.textOf(kind, languageCode);
}
