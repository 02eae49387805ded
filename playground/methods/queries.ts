import { badRequest } from '../api-error.js';
import type { Backend } from '../backend.js';
import { checkNextOffset, checkResult, checkResults, checkResultsButton } from '../limits/inline-results.js';
import { DEFAULT_CACHE_TIME_S, LONGEST_CACHE_TIME_S, LONGEST_CALLBACK_ANSWER } from '../limits/limits.js';
import type { MessageDraft } from '../store/chat-store.js';
import { newInlineId, resultMessage } from '../store/inline-message.js';
import { messageView } from '../store/stored-chat.js';
import type { Args, Context, Handlers } from './handler.js';

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';

/** Answers to callback, inline and guest queries. */
export const queryMethods = {
  answerCallbackQuery({ backend }: Context, args: Args<'answerCallbackQuery'>) {
    const { callback_query_id: id, text, show_alert: showAlert = false, url } = args;
    if (text !== undefined && text.length > LONGEST_CALLBACK_ANSWER) throw badRequest('MESSAGE_TOO_LONG');
    if (url !== undefined) checkUrl(backend, url);
    const outcome = { showAlert, ...(text ? { text } : {}), ...(url ? { url } : {}) };
    if (!backend.callbacks.answer(id, { status: 'answered', ...outcome })) throw badRequest(TOO_OLD);
    return true as const;
  },

  answerInlineQuery({ backend }: Context, args: Args<'answerInlineQuery'>) {
    const { inline_query_id: id, results, next_offset: nextOffset = '', button } = args;
    if (button) checkResultsButton(button);
    checkResults(results);
    checkNextOffset(nextOffset);
    const cacheTime = Math.min(Math.max(args.cache_time ?? DEFAULT_CACHE_TIME_S, 0), LONGEST_CACHE_TIME_S);
    const answer = { results, nextOffset, cacheTime, isPersonal: args.is_personal ?? false };
    if (!backend.inlineQueries.answer(id, button ? { ...answer, button } : answer)) throw badRequest(TOO_OLD);
    return true as const;
  },

  answerGuestQuery({ backend }: Context, { guest_query_id: id, result }: Args<'answerGuestQuery'>) {
    checkResult(result);
    const ask = backend.guestQueries.get(id);
    if (!ask) throw badRequest(TOO_OLD);
    const { draft } = resultMessage(result);
    // Unlike inline results, guest messages can be edited whether they have buttons or not (Bot API, SentGuestMessage).
    const inlineId = newInlineId();
    const { chat, asked } = ask;
    const { message_thread_id, is_topic_message } = asked;
    const stored = backend.store.post(
      chat,
      {
        ...draft,
        from: backend.bot,
        ...(asked.from ? { guest_bot_caller_user: asked.from } : {}),
        ...(message_thread_id === undefined ? {} : { message_thread_id }),
        ...(is_topic_message ? { is_topic_message } : {}),
      } as MessageDraft,
      { author: 'bot', replyTo: asked.message_id, inlineId },
    );
    backend.guestQueries.answer(id, messageView(chat, stored));
    return { inline_message_id: inlineId };
  },
} satisfies Handlers;

/** A callback may open a game, which is not implemented here, or a link to the bot itself (Bot API, answerCallbackQuery). */
function checkUrl({ bot }: Backend, url: string): void {
  const own = new RegExp(
    `^(https?://)?(t\\.me|telegram\\.me)/${bot.username}\\?start=[A-Za-z0-9_-]{1,64}$`,
    'i',
  );
  if (url !== '' && !own.test(url)) throw badRequest('URL_INVALID');
}
