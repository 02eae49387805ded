import type { BotCommand, BotCommandScope, ChatAdministratorRights, MenuButton } from '@grammyjs/types';
import type { CommandList } from '../user-api.js';

/** What the bot says of itself: its commands, and its name and descriptions by language. */
export class BotProfile {
  /** By chat id; 0 for all private chats. */
  readonly menuButtons = new Map<number, MenuButton>();
  /** For channels, and for groups. */
  readonly defaultRights = new Map<boolean, ChatAdministratorRights>();
  readonly #commands = new Map<string, CommandList>();
  readonly #texts = new Map<string, string>();

  get commands(): readonly CommandList[] {
    return [...this.#commands.values()];
  }

  setCommands(scope: BotCommandScope, languageCode: string, commands: readonly BotCommand[]): void {
    const key = commandKey(scope, languageCode);
    if (commands.length === 0) this.#commands.delete(key);
    else this.#commands.set(key, { scope, languageCode, commands });
  }

  /** The list of exactly this scope and language; empty where none was set. */
  commandsOf(scope: BotCommandScope, languageCode: string): readonly BotCommand[] {
    return this.#commands.get(commandKey(scope, languageCode))?.commands ?? [];
  }

  /** Sets a name or description for a language; an empty one goes back to the default. */
  setText(kind: ProfileText, languageCode: string, text: string): void {
    if (text === '') this.#texts.delete(`${kind}/${languageCode}`);
    else this.#texts.set(`${kind}/${languageCode}`, text);
  }

  /** All texts of a kind, by language code; '' for those without one of their own. */
  textsOf(kind: ProfileText): Readonly<Record<string, string>> {
    const start = `${kind}/`;
    const own = [...this.#texts].filter(([key]) => key.startsWith(start));
    return Object.fromEntries(own.map(([key, text]) => [key.slice(start.length), text]));
  }

  /** The text for a language, or for all who have none of their own; empty where neither was set. */
  textOf(kind: ProfileText, languageCode: string): string {
    return this.#texts.get(`${kind}/${languageCode}`) ?? this.#texts.get(`${kind}/`) ?? '';
  }
}

/** Texts that a bot has by language. */
export type ProfileText = 'name' | 'description' | 'short_description';

const commandKey = (scope: BotCommandScope, languageCode: string): string =>
  JSON.stringify([
    scope.type,
    'chat_id' in scope && scope.chat_id,
    'user_id' in scope && scope.user_id,
    languageCode,
  ]);
