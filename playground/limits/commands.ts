import type { BotCommand } from '@grammyjs/types';
import { badRequest } from '../api-error.js';
import { LONGEST_COMMAND, LONGEST_COMMAND_DESCRIPTION, MOST_COMMANDS } from './limits.js';

/** Checks commands and gives them as they are kept: trimmed, without the slash. */
export function checkCommands(commands: readonly BotCommand[]): BotCommand[] {
  if (commands.length > MOST_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  return commands.map((given) => {
    const command = given.command.trim().replace(/^\//, '');
    const description = given.description.trim();
    if (command === '') throw badRequest('command must be non-empty');
    if (lengthOf(command) > LONGEST_COMMAND)
      throw badRequest(`command length must not exceed ${LONGEST_COMMAND}`);
    if (description === '') throw badRequest('command description must be non-empty');
    if (lengthOf(description) > LONGEST_COMMAND_DESCRIPTION) {
      throw badRequest(`command description length must not exceed ${LONGEST_COMMAND_DESCRIPTION}`);
    }
    if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    return { command, description };
  });
}

/** Two letters of lower case, or nothing (TDLib, validate_bot_language_code). */
export function checkLanguage(code: string): void {
  if (!/^([a-z]{2})?$/.test(code)) throw badRequest('invalid language code specified');
}

/** Refuses a profile's text that is too long; the description is ours, no document states Telegram's. */
export function checkProfileText(name: string, text: string, longest: number): void {
  if (lengthOf(text) > longest) throw badRequest(`${name} is too long`);
}

/** Characters as TDLib counts them: code points. */
const lengthOf = (text: string): number => [...text].length;
