/** @import { BotCommand } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/**
 * Something that can be completed.
 * @typedef {{ kind: 'command', insert: string, title: string, note: string }
 *   | { kind: 'user', id: number, insert: string, title: string, note: string }} Candidate
 */

/**
 * What the text before the cursor may become.
 * @param {string} before
 * @param {number} chat
 * @param {Context} context
 * @returns {{ start: number, candidates: Candidate[] }} `start`: where what is completed begins, UTF-16 units
 */
export function candidatesFor(before, chat, context) {
  const command = /^\/(\w*)$/.exec(before);
  if (command) return { start: 0, candidates: commands(command[1] ?? '', chat, context) };
  const mention = /(?:^|\s)@(\w*)$/.exec(before);
  if (!mention) return { start: 0, candidates: [] };
  const [, name = ''] = mention;
  return { start: before.length - name.length - 1, candidates: users(name, chat, context) };
}

/**
 * The commands of the bot in the visitor's language; in groups they name the bot.
 * @param {string} begun
 * @param {number} chat
 * @param {Context} context
 * @returns {Candidate[]}
 */
function commands(begun, chat, { store, demo }) {
  const view = store.chat(chat);
  if (view.bot === 'absent') return [];
  const suffix = view.chat.type === 'private' ? '' : `@${store.bot.username}`;
  return menuOf(store, store.users.get(demo.visitor)?.language_code)
    .filter(({ command }) => command.startsWith(begun.toLowerCase()))
    .map(({ command, description }) => ({
      kind: 'command',
      insert: `/${command}${suffix}`,
      title: `/${command}`,
      note: description,
    }));
}

/**
 * The list for a language, or the one for everybody.
 * @param {Context['store']} store
 * @param {string | undefined} languageCode
 * @returns {readonly BotCommand[]}
 */
function menuOf(store, languageCode) {
  const [language] = (languageCode ?? '').split('-');
  const lists = store.commands.filter(({ scope }) => scope.type === 'default');
  const own = lists.find((list) => list.languageCode === language && language !== '');
  return (own ?? lists.find((list) => list.languageCode === ''))?.commands ?? [];
}

/** @param {string} begun @param {number} chat @param {Context} context @returns {Candidate[]} */
function users(begun, chat, { store, demo }) {
  const view = store.chat(chat);
  if (view.chat.type === 'private') return [];
  const members = view.members.filter((id) => id !== demo.visitor).map((id) => store.users.get(id));
  return [store.bot, ...members].flatMap((user) => {
    if (!user?.username?.toLowerCase().startsWith(begun.toLowerCase())) return [];
    const title = store.nameOf(user);
    return { kind: 'user', id: user.id, insert: `@${user.username}`, title, note: `@${user.username}` };
  });
}
