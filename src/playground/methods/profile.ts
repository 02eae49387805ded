import type { BotCommandScope } from '@grammyjs/types';
import type { Args, Context, Handlers } from './handler.js';

const EVERYWHERE: BotCommandScope = { type: 'default' };

export const profileMethods = {
  setMyCommands({ backend }: Context, { commands, scope, language_code }: Args<'setMyCommands'>) {
    backend.profile.setCommands(scope ?? EVERYWHERE, language_code ?? '', commands);
    backend.journal.record({ type: 'commands', commands: backend.profile.commands });
    return true as const;
  },
} satisfies Handlers;
