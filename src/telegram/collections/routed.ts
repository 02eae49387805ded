import { AsyncLocalStorage } from 'node:async_hooks';
import type { MiddlewareFn } from 'grammy';
import type { Answerer } from '../../answering/answer.js';
import type { Parts } from '../../answering/parts.js';
import type { BotContext } from '../context.js';
import type { Bindings, Spot } from './bindings.js';

/** The parts of a collection, and which chats ask which. */
export interface Collections {
  readonly parts: Parts;
  readonly bindings: Bindings;
}

/**
 * The folder that is asked at present. It goes along with the work on an update, whoever does a part of it, so that no
 * surface can forget to hand it on and answer from another folder.
 */
const current = new AsyncLocalStorage<string | undefined>();

/** Does some work for a chat: whatever it asks, it asks of the chat's folder. */
export function inPart<T>(folder: string | undefined, work: () => T): T {
  return current.run(folder, work);
}

/** Asks the folder that the update's chat is bound to. */
export function routedAnswerer(parts: Parts): Answerer {
  const now = (): Answerer => parts.of(current.getStore());
  return {
    get version() {
      return now().version;
    },
    answer: (question, options) => now().answer(question, options),
    context: (id, chars) => now().context(id, chars),
    article: (id) => now().article(id),
    clipping: (id, options) => now().clipping(id, options),
    summary: (titles) => now().summary(titles),
    completions: (typed, count) => now().completions(typed, count),
    examples: (count) => now().examples(count),
    questions: (id, count) => now().questions(id, count),
    meant: (question) => now().meant(question),
  };
}

/** Has each update answered from the folder that its chat or topic is bound to, also when a group has become another chat. */
export function withCollection(bindings: Bindings): MiddlewareFn<BotContext> {
  return (ctx, next) => {
    followMove(ctx, bindings);
    const spot = spotOf(ctx);
    return inPart(spot && bindings.of(spot), next);
  };
}

/** Both chats are told. Whichever message comes first, the new chat's first question is to find its folder. */
function followMove({ message }: BotContext, bindings: Bindings): void {
  if (message?.migrate_to_chat_id !== undefined) bindings.move(message.chat.id, message.migrate_to_chat_id);
  if (message?.migrate_from_chat_id !== undefined)
    bindings.move(message.migrate_from_chat_id, message.chat.id);
}

/**
 * Where an update comes from. An inline query, and a button under what came of one, do not tell the chat; they belong to
 * the person, whose private chat may be bound.
 */
export function spotOf(ctx: BotContext): Spot | undefined {
  const message = ctx.msg ?? ctx.guestMessage;
  const chat = ctx.chat?.id ?? message?.chat.id ?? ctx.from?.id;
  if (chat === undefined) return undefined;
  return message?.is_topic_message ? { chat, thread: message.message_thread_id } : { chat };
}
