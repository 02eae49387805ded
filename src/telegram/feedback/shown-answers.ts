import type { Transformer } from 'grammy';
import type { Message } from 'grammy/types';
import { BoundedMap } from '../bounded-map.js';
import { decodeToldData } from '../rendering/told-data.js';

/** A reaction comes without the message that it is on; of so many of the last answers it is known what they show. */
const REMEMBERED = 5_000;

/** An answer's message with the one that asked. */
export interface Exchange {
  readonly asked: Message;
  readonly answer: Message;
}

/** What an answer shows: the passage, and what was asked and said, where that is still known. */
export interface ShownAnswer {
  readonly passage: string;
  readonly exchange: Exchange | undefined;
}

/** What was asked and said, as an answer's message tells it. */
export function exchangeOf(answer: Message): Exchange | undefined {
  const { reply_to_message: asked } = answer;
  return asked && { asked, answer };
}

/** What the messages show that can be judged, by chat and message; in memory only, and no question unless it is wanted. */
export class ShownAnswers {
  readonly #shown = new BoundedMap<string, ShownAnswer>(REMEMBERED);

  /** @param withQuestions whether what was asked and said is remembered, too */
  constructor(private readonly withQuestions: boolean) {}

  find(chat: number, message: number): ShownAnswer | undefined {
    return this.#shown.get(`${chat}:${message}`);
  }

  /** Reads off every message that the bot sends or edits, by its buttons, what it shows. */
  watching(): Transformer {
    return async (call, method, payload, signal) => {
      const response = await call(method, payload, signal);
      const isMessage = method === 'sendMessage' || method === 'editMessageText';
      if (response.ok && isMessage) this.#note(response.result as Message | true);
      return response;
    };
  }

  #note(sent: Message | true): void {
    if (sent === true || !sent.message_id) return;
    const passage = passageOf(sent);
    if (passage === undefined) return;
    const exchange = this.withQuestions ? exchangeOf(sent) : undefined;
    this.#shown.set(`${sent.chat.id}:${sent.message_id}`, { passage, exchange });
  }
}

function passageOf({ reply_markup: markup }: Message): string | undefined {
  for (const button of markup?.inline_keyboard.flat() ?? []) {
    const data = 'callback_data' in button ? decodeToldData(button.callback_data) : undefined;
    if (data && 'judge' in data) return data.id;
  }
  return undefined;
}
