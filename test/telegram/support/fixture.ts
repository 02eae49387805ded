import type { Message, MessageEntity } from 'grammy/types';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../../playground/playground.js';
import { type BotProcess, build, startBot } from './bot-process.js';

/** A Bot API server with the bot running against it. */
export interface Fixture {
  readonly playground: Playground;
  readonly bot: BotProcess;
}

/**
 * The fixture of a file's tests: one server, one bot process. When all is over, the bot must have ended in good
 * order, and the server must have accepted every call that was not made to fail.
 */
export function useFixture(options: PlaygroundOptions = {}, settings: Record<string, string> = {}): Fixture {
  let playground: Playground;
  let bot: BotProcess;
  beforeAll(async () => {
    build();
    playground = await startPlayground(options);
    bot = await startBot(playground, settings);
  });
  afterAll(async () => {
    const { code } = await bot.stop();
    const refused = playground.calls.filter(({ response, fault }) => !response.ok && fault === undefined);
    await playground.close();
    expect(refused).toEqual([]);
    expect(code).toBe(0);
  });
  return {
    get playground() {
      return playground;
    },
    get bot() {
      return bot;
    },
  };
}

/** What the entities of one type cover. */
export function marked(message: Message, type: MessageEntity['type']): string[] {
  const { text = '', entities = [] } = message;
  return entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

/** The quotation of a message; fails when there is not exactly one. */
export function quotation(message: Message): string {
  const all = [...marked(message, 'blockquote'), ...marked(message, 'expandable_blockquote')];
  expect(all).toHaveLength(1);
  return all[0] as string;
}

/** The texts of the buttons, row by row. */
export function buttons(message: Message): string[][] {
  return (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text));
}

/** The message as it stands now, after edits. */
export function current({ playground }: Fixture, { chat, message_id }: Message): Message {
  const found = playground.messages(chat).find((message) => message.message_id === message_id);
  if (!found) throw new Error(`no message ${message_id} in chat ${chat.id}`);
  return found;
}
