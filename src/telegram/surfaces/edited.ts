import type { Message } from 'grammy/types';
import { BoundedMap } from '../bounded-map.js';
import { type EphemeralName, orAsItIs, replace, send } from '../calls/send.js';
import type { BotContext } from '../context.js';
import type { Reply } from '../replies/reply.js';

/** People edit what they have just sent; so many of the last answers can be revised. */
const REMEMBERED = 2000;

type Place = Pick<Message, 'message_id'> & { readonly chat: { readonly id: number } };
type Answer = Place & Pick<Message.CommonMessage, 'ephemeral_message_id' | 'receiver_user'>;

/** Which answer belongs to which question, so that an edited question has its answer edited. Ids only, no texts. */
export class EditedAnswers {
  private readonly answers = new BoundedMap<string, number | EphemeralName>(REMEMBERED);

  /** Notes that `answer` is what the bot said to `question`. */
  remember(question: Place, answer: Answer): void {
    this.answers.set(keyOf(question), ephemeralName(answer) ?? answer.message_id);
  }

  /**
   * Answers an edited question where its answer stands. One that was never answered, or too long ago, is left
   * alone: an edit is no new question. What one person alone has seen makes way for an answer that all see.
   */
  async revise(ctx: BotContext, question: Place, reply: () => Promise<Reply | undefined>): Promise<void> {
    const answer = this.answers.get(keyOf(question));
    if (answer === undefined) return;
    const revised = await reply();
    if (!revised) return;
    if (typeof answer === 'number') return replace(ctx, answer, revised);
    if (revised.outcome === 'refused') return this.#reviseFor(answer, ctx, revised);
    await ctx.api.raw.deleteEphemeralMessage({ chat_id: ctx.chatId as number, ...answer });
    this.remember(question, await send(ctx, revised, question.message_id));
  }

  #reviseFor(answer: EphemeralName, ctx: BotContext, { message, keyboard }: Reply): Promise<void> {
    return orAsItIs(
      ctx.api.raw.editEphemeralMessageText({
        chat_id: ctx.chatId as number,
        ...answer,
        text: message.text,
        entities: message.entities,
        ...(keyboard && { reply_markup: keyboard }),
      }),
    );
  }
}

function ephemeralName({
  ephemeral_message_id: id,
  receiver_user: receiver,
}: Answer): EphemeralName | undefined {
  return id !== undefined && receiver
    ? { receiver_user_id: receiver.id, ephemeral_message_id: id }
    : undefined;
}

function keyOf({ chat, message_id }: Place): string {
  return `${chat.id}:${message_id}`;
}
