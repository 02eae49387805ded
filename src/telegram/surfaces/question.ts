import type { InlineQuery, Message, MessageEntity } from 'grammy/types';
import { completed } from '../../answering/before-next.js';
import type { Question } from '../../answering/question.js';
import {
  entityText,
  isMentionOf,
  type Me,
  nameOfCommand,
  sameName,
  type Textual,
  textOf,
} from './message-text.js';
import { answerRepliedTo, beforeIn } from './told-before.js';

/**
 * The one place where updates become questions. A message asks what it says without mentions of the bot and without a
 * leading `/ask`. The same message gives the same question wherever it is read, so a button finds it again in the
 * message that its own replies to.
 */
export function questionIn(message: Textual, me: Me): Question {
  const { text, entities } = textOf(message) ?? { text: '', entities: [] };
  let question = '';
  let at = 0;
  for (const entity of entities) {
    if (entity.offset < at) continue;
    if (!isMentionOf(me, entity, text) && !isAskCommand(entity, text, me)) continue;
    question += text.slice(at, entity.offset);
    at = entity.offset + entity.length;
  }
  return { text: (question + text.slice(at)).trim() };
}

/**
 * The question of a message that replies to an answer of the bot's: what that told came before it.
 * @param message with the one that it replies to, where Telegram gives that
 */
export function repliedQuestion(message: Message, me: Me): Question {
  const question = questionIn(message, me);
  const answer = answerRepliedTo(message, me);
  return answer ? { ...question, before: beforeIn(answer) } : question;
}

/** The question that an answer in a chat belongs to; by what it was completed, the answer itself tells. */
export function answeredQuestion(original: Textual, answer: Textual, me: Me): Question {
  const { subject, questions: [chosen] = [] } = beforeIn(answer);
  const question = chosen === undefined ? questionIn(original, me) : { text: chosen, chosen: true };
  return subject === undefined ? question : { ...question, before: { subject, settled: true } };
}

/** The same as a question on its own, to be kept: a follow-up with what its answer completed it by. */
export function wholeQuestion(original: Textual, answer: Textual, me: Me): string {
  const { text, before: { subject } = {} } = answeredQuestion(original, answer, me);
  return subject === undefined || text === '' ? text : completed(subject, text);
}

/** A question together with the message that holds it, which is the one to reply to. */
export interface AskedQuestion {
  readonly question: Question;
  readonly message: Pick<Message, 'message_id'>;
}

/**
 * What a message asks or, where it says nothing more than to whom, what the message asks that it replies to;
 * `undefined` when neither asks anything.
 * @param repliesTo the message that it replies to, where that may be somebody's question
 */
export function questionBehind(
  message: Message,
  repliesTo: Message | undefined,
  me: Me,
): AskedQuestion | undefined {
  for (const candidate of [message, repliesTo]) {
    const question = candidate && repliedQuestion(candidate, me);
    if (candidate && question && question.text !== '') return { question, message: candidate };
  }
  return undefined;
}

/** What an inline query asks; its text is empty while nothing is typed. */
export function inlineQuestion({ query }: Pick<InlineQuery, 'query'>): Question {
  return { text: query.trim() };
}

function isAskCommand(entity: MessageEntity, text: string, me: Me): boolean {
  if (entity.type !== 'bot_command' || entity.offset !== 0) return false;
  const { name, bot } = nameOfCommand(entityText(entity, text));
  return name === 'ask' && (bot === undefined || sameName(bot, me.username));
}
