import { type Api, GrammyError, HttpError } from 'grammy';
import type { Message } from 'grammy/types';
import { localeOf } from '../locale-for.js';
import { headed } from '../rendering/sendable.js';
import { type Reply, replyTo } from '../replies/reply.js';
import type { Services } from '../replies/services.js';
import { button } from '../replies/told-rows.js';
import { shorten } from '../wording/shorten.js';
import type { AskAgain, AskedAgain } from './asking-again.js';
import type { Wish, Wishes } from './wishes.js';

/** So many passages are looked through for one of a new article before any is read, which costs a hundred times as much. */
const LOOKED_AT = 20;
/** Longest question that is named, in UTF-16 units. */
const NAMED_UNITS = 60;

/** What telling works with. */
export interface TellOptions {
  readonly services: Services;
  readonly api: Api;
  readonly wishes: Wishes;
  /** Whether a chat may still be answered; one that may not any more is told nothing. */
  readonly mayAnswer: (chat: number) => boolean;
}

/** Asks wishes again, and tells the chats whose questions are answered now: for `AskingAgain`. */
export function tellingWhenAnswered(options: TellOptions): AskAgain {
  const { services, mayAnswer } = options;
  return async (id, wish, added) => {
    if (!mayAnswer(wish.chat)) return 'over';
    const verdict = await verdictOf(wish, added, services);
    if (verdict !== 'answered') return verdict;
    const reply = await replyTo({ text: wish.question }, services, localeOf(wish.language));
    // The collection may have changed in between; then it is asked again soon.
    return reply.outcome === 'answered' ? tell(id, wish, reply, options) : 'unanswered';
  };
}

/** Whether a new article answers, and comes first. */
async function verdictOf(
  { question: text }: Wish,
  added: ReadonlySet<string> | undefined,
  { answerer }: Services,
): Promise<'answered' | 'unanswered' | 'later'> {
  if (added) {
    const found = await answerer.answer({ text }, { top: LOOKED_AT, read: false });
    if (!found.results.some(({ citation }) => added.has(citation.article))) return 'unanswered';
  }
  const { status, results, explanation } = await answerer.answer({ text }, { explain: true });
  if (explanation?.unread === 'busy' || explanation?.unread === 'failed') return 'later';
  if (status !== 'answered') return 'unanswered';
  return !added || added.has(results[0]?.citation.article ?? '') ? 'answered' : 'unanswered';
}

/**
 * Tells a chat. The wish is struck out after that: a crash in between has it told twice, and none has it forgotten; nor is
 * it known to have been told when the server did not answer.
 */
async function tell(
  id: string,
  wish: Wish,
  { message, keyboard }: Reply,
  { api, wishes }: TellOptions,
): Promise<AskedAgain> {
  const { told } = localeOf(wish.language);
  const { text, entities } = headed(told.found(shorten(wish.question, NAMED_UNITS)), message);
  const rows = [...(keyboard?.inline_keyboard ?? []), [button(told.stop, { wish: 'end-all' })]];
  try {
    const sent = await api.sendMessage(wish.chat, text, {
      entities,
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: rows },
      ...(wish.thread !== undefined && { message_thread_id: wish.thread }),
      ...(wish.message !== undefined && {
        reply_parameters: { message_id: wish.message, allow_sending_without_reply: true },
      }),
    });
    wishes.end(id, wish.chat);
    followMove(wish, sent, wishes);
    return 'over';
  } catch (error) {
    return outcomeOf(error, wish, wishes);
  }
}

/** The group may have become a supergroup, to which the message was sent on. */
function followMove({ chat }: Wish, sent: Message, wishes: Wishes): void {
  if (sent.chat.id !== chat) wishes.moveChat(chat, sent.chat.id);
}

function outcomeOf(error: unknown, { chat }: Wish, wishes: Wishes): AskedAgain {
  if (error instanceof HttpError) return 'later';
  if (!(error instanceof GrammyError)) throw error;
  // Blocked, or put out of the group: whatever else this chat waits for will not be heard either.
  if (error.error_code === 403) wishes.forgetChat(chat);
  // Other refusals, such as of a topic that is gone, would be the same the next time.
  return error.error_code === 429 || error.error_code >= 500 ? 'later' : 'over';
}
