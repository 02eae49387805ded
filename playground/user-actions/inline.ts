import type { InlineQuery, InlineQueryResult, Message, User } from '@grammyjs/types';
import type { Backend, OfferedResults } from '../backend.js';
import type { InlineAnswer, InlineKey } from '../delivery/inline-cache.js';
import { CHOSEN_RESULT_KEPT_MS, INLINE_QUERY_KEPT_MS, LONGEST_INLINE_QUERY } from '../limits/limits.js';
import { PlaygroundError } from '../playground-error.js';
import { idOf, type MessageDraft } from '../store/chat-store.js';
import { newInlineId, resultMessage } from '../store/inline-message.js';
import { cleanText } from '../text/clean-text.js';
import type { ChooseInlineOptions, InlineOutcome, Ref, TypeInlineOptions } from '../user-api.js';
import { destinationOf } from './destination.js';
import { queueMessage } from './message-updates.js';

/** How many answered queries can still be chosen from. */
const MOST_OFFERED = 1_000;

/** Types `@bot query` and waits for the results. */
export async function typeInline(
  backend: Backend,
  from: Ref,
  query: string,
  options: TypeInlineOptions = {},
): Promise<InlineOutcome> {
  if (!backend.settings.inlineQueries) throw new PlaygroundError('Inline mode is off.');
  const user = backend.store.user(from);
  const asked = {
    query: cut(query),
    offset: options.offset ?? '',
    chat_type: chatType(backend, user, options),
  };
  const outcome = cached(backend, user, asked) ?? (await ask(backend, user, asked));
  backend.events.record({ type: 'inline', user: user.id, outcome });
  return outcome;
}

/** Sends one of the results that a query gave. */
export function chooseInline(
  backend: Backend,
  from: Ref,
  queryId: string,
  resultId: string,
  chatRef: Ref,
  options: ChooseInlineOptions = {},
): Message {
  const { store } = backend;
  const user = store.user(from);
  const { result, query } = chosen(backend.offeredResults.get(queryId), user, resultId);
  const chat = store.chat(chatRef);
  if (!chat.members.has(user.id))
    throw new PlaygroundError(`User ${user.id} is not in chat ${chat.info.id}.`);
  const { draft: content, inlineId } = resultMessage(result);
  const { thread, replyTo } = destinationOf(backend, chat, options);
  const draft = { ...thread, ...content, from: user, via_bot: backend.bot };
  const stored = store.post(chat, draft as MessageDraft, { author: 'via-bot', replyTo, inlineId });
  if (backend.settings.inlineFeedback) {
    const choice = {
      result_id: result.id,
      from: user,
      query,
      ...(inlineId ? { inline_message_id: inlineId } : {}),
    };
    backend.updates.push('chosen_inline_result', choice, CHOSEN_RESULT_KEPT_MS);
  }
  return queueMessage(backend, chat, stored);
}

async function ask(backend: Backend, user: User, asked: Asked): Promise<InlineOutcome> {
  const { id, answer } = backend.inlineQueries.open({ from: user.id });
  backend.updates.push('inline_query', { id, from: user, ...asked }, INLINE_QUERY_KEPT_MS);
  const given = await answer;
  if (!given) return { status: 'timed-out', queryId: id };
  backend.inlineCache.keep(asked, user.id, given);
  return offerResults(backend, user, asked, given, { queryId: id, cached: false });
}

type Asked = InlineKey & { readonly chat_type: NonNullable<InlineQuery['chat_type']> };

function cached(backend: Backend, user: User, asked: Asked): InlineOutcome | undefined {
  const answer = backend.inlineCache.find(asked, user.id);
  return (
    answer && offerResults(backend, user, asked, answer, { queryId: `cached-${newInlineId()}`, cached: true })
  );
}

/** Notes what was offered, so that the user may choose of it. */
function offerResults(
  { offeredResults }: Backend,
  user: User,
  { query }: Asked,
  answer: InlineAnswer,
  how: { readonly queryId: string; readonly cached: boolean },
): InlineOutcome {
  offeredResults.set(how.queryId, { from: user.id, query, results: answer.results });
  const [oldest] = offeredResults.keys();
  if (offeredResults.size > MOST_OFFERED && oldest !== undefined) offeredResults.delete(oldest);
  return { status: 'answered', ...answer, ...how };
}

function chatType({ store }: Backend, user: User, { chat }: TypeInlineOptions): Asked['chat_type'] {
  if (chat === undefined || idOf(chat) === user.id) return 'sender';
  return store.chat(chat).info.type;
}

/** The query as Telegram passes it on: cleaned, and cut where it is too long. */
function cut(query: string): string {
  const { text } = cleanText(query);
  const end =
    (text.codePointAt(LONGEST_INLINE_QUERY - 1) ?? 0) > 0xffff
      ? LONGEST_INLINE_QUERY - 1
      : LONGEST_INLINE_QUERY;
  return text.slice(0, end);
}

function chosen(
  offered: OfferedResults | undefined,
  user: User,
  id: string,
): { result: InlineQueryResult; query: string } {
  const result = offered?.results.find((one) => one.id === id);
  if (!offered || !result || offered.from !== user.id) {
    throw new PlaygroundError(`No result "${id}" was offered to user ${user.id}.`);
  }
  return { result, query: offered.query };
}
