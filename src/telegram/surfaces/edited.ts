import type { Message } from 'grammy/types';
import { BoundedMap } from '../bounded-map.js';
import { replace } from '../calls/send.js';
import type { BotContext } from '../context.js';
import type { Reply } from '../replies/reply.js';

/** People edit what they have just sent; so many of the last answers can be revised. */
const REMEMBERED = 2000;

type Place = Pick<Message, 'message_id'> & { readonly chat: { readonly id: number } };

/** Which answer belongs to which question, so that an edited question has its answer edited. Ids only, no texts. */
export class EditedAnswers {
  private readonly answers = new BoundedMap<string, number>(REMEMBERED);

  /** Notes that `answer` is what the bot said to `question`. */
  remember(question: Place, answer: Place): void {
    this.answers.set(keyOf(question), answer.message_id);
  }

  /**
   * Answers an edited question where its answer stands. One that was never answered, or too long ago, is left
   * alone: an edit is no new question.
   */
  async revise(ctx: BotContext, question: Place, reply: () => Promise<Reply | undefined>): Promise<void> {
    const answer = this.answers.get(keyOf(question));
    if (answer === undefined) return;
    const revised = await reply();
    if (revised) await replace(ctx, answer, revised);
  }
}

function keyOf({ chat, message_id }: Place): string {
  return `${chat.id}:${message_id}`;
}
