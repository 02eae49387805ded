import type { Message } from 'grammy/types';
import { deepLink } from '../rendering/deep-link.js';

/** Which answer a right reading is asked for. */
export interface WantedReading {
  readonly passage: string;
  /** The message of the answer. */
  readonly message: number;
}

/**
 * The address on the title in a message that asks for a right reading. It opens the passage like any other; what follows
 * tells the bot what a reply to the message is about, so that nothing need be remembered for it.
 */
export function readingLink(username: string, { passage, message }: WantedReading): string {
  return `${deepLink(username, passage)}&reading=${message}`;
}

/** What a message of the bot's asks for a right reading of, if it does. */
export function wantedReading({ entities = [] }: Pick<Message, 'entities'>): WantedReading | undefined {
  for (const entity of entities) {
    const address = entity.type === 'text_link' ? entity.url : '';
    const [, passage, message] = /[?&]start=c_([A-Za-z0-9_-]{1,62})&reading=(\d{1,15})$/.exec(address) ?? [];
    if (passage !== undefined) return { passage, message: Number(message) };
  }
  return undefined;
}
