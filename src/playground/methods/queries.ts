import { badRequest } from '../refusal.js';
import type { Args, Context, Handlers } from './handler.js';

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';
/** Seconds for which inline results are kept unless the bot says otherwise (Bot API, answerInlineQuery). */
const CACHE_TIME = 300;

export const queryMethods = {
  answerCallbackQuery({ backend }: Context, args: Args<'answerCallbackQuery'>) {
    const { callback_query_id, text, show_alert: showAlert = false, url } = args;
    const outcome = {
      status: 'answered' as const,
      showAlert,
      ...(text ? { text } : {}),
      ...(url ? { url } : {}),
    };
    if (!backend.callbacks.answer(callback_query_id, outcome)) throw badRequest(TOO_OLD);
    return true as const;
  },

  answerInlineQuery({ backend }: Context, args: Args<'answerInlineQuery'>) {
    const answer = {
      results: args.results,
      nextOffset: args.next_offset ?? '',
      cacheTime: args.cache_time ?? CACHE_TIME,
      isPersonal: args.is_personal ?? false,
      ...(args.button ? { button: args.button } : {}),
    };
    if (!backend.inlineQueries.answer(args.inline_query_id, answer)) throw badRequest(TOO_OLD);
    return true as const;
  },
} satisfies Handlers;
