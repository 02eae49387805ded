import type { InlineQuery, InlineQueryResult, Message, User } from '@grammyjs/types';
import type { Backend, InlineAnswer, Offer } from '../backend.js';
import type { ChooseInlineOptions, InlineOutcome, Ref, TypeInlineOptions } from '../people.js';
import { PlaygroundError } from '../refusal.js';
import { cleanText } from '../text/clean.js';
import { resultMessage } from '../world/inline-message.js';
import { type Draft, idOf } from '../world/world.js';
import { deliver } from './deliver.js';
import { placeOf } from './place.js';

/** Longest query in UTF-16 units (Bot API, InlineQuery.query). */
const LONGEST_QUERY = 256;
/** Inline queries and chosen results that the bot has not fetched are dropped then (Bot API server, add_update). */
const QUERY_KEPT_MS = 30_000;
const CHOICE_KEPT_MS = 600_000;

/** Answers that are shown again without asking the bot, by query, offset and, where personal, user. */
type Cache = Map<string, { readonly answer: InlineAnswer; readonly expires: number }>;
const caches = new WeakMap<Backend, Cache>();

/** Types `@bot query` and waits for the results. */
export async function typeInline(
  backend: Backend,
  from: Ref,
  query: string,
  options: TypeInlineOptions = {},
): Promise<InlineOutcome> {
  if (!backend.settings.inlineQueries) throw new PlaygroundError('Inline mode is off.');
  const user = backend.world.user(from);
  const asked = {
    query: cut(query),
    offset: options.offset ?? '',
    chat_type: chatType(backend, user, options),
  };
  const outcome = cached(backend, user, asked) ?? (await ask(backend, user, asked));
  backend.journal.record({ type: 'inline', user: user.id, outcome });
  return outcome;
}

/** Sends one of the results that a query gave. */
export function chooseInline(
  backend: Backend,
  from: Ref,
  queryId: string,
  resultId: string,
  chat: Ref,
  options: ChooseInlineOptions = {},
): Message {
  const { world } = backend;
  const user = world.user(from);
  const { result, query } = chosen(backend.offers.get(queryId), user, resultId);
  const room = world.room(chat);
  if (!room.members.has(user.id))
    throw new PlaygroundError(`User ${user.id} is not in chat ${room.chat.id}.`);
  const { draft: content, inlineId } = resultMessage(result);
  const { thread, replyTo } = placeOf(backend, room, options);
  const draft = { ...thread, ...content, from: user, via_bot: backend.bot };
  const stored = world.post(room, draft as Draft, { author: 'via-bot', replyTo, inlineId });
  if (backend.settings.inlineFeedback) {
    const choice = {
      result_id: result.id,
      from: user,
      query,
      ...(inlineId ? { inline_message_id: inlineId } : {}),
    };
    backend.updates.push('chosen_inline_result', choice, CHOICE_KEPT_MS);
  }
  return deliver(backend, room, stored);
}

async function ask(backend: Backend, user: User, asked: Asked): Promise<InlineOutcome> {
  const { id, answer } = backend.inlineQueries.open({ from: user.id });
  backend.updates.push('inline_query', { id, from: user, ...asked }, QUERY_KEPT_MS);
  const given = await answer;
  if (!given) return { status: 'timed-out', queryId: id };
  const expires = backend.now() + given.cacheTime * 1_000;
  if (given.cacheTime > 0)
    cacheOf(backend).set(cacheKey(asked, given.isPersonal ? user : undefined), { answer: given, expires });
  return offer(backend, user, asked, id, given, false);
}

type Asked = Pick<InlineQuery, 'query' | 'offset'> & { chat_type: NonNullable<InlineQuery['chat_type']> };

function cached(backend: Backend, user: User, asked: Asked): InlineOutcome | undefined {
  const cache = cacheOf(backend);
  const entry = cache.get(cacheKey(asked, user)) ?? cache.get(cacheKey(asked, undefined));
  if (!entry || entry.expires <= backend.now()) return undefined;
  return offer(backend, user, asked, `cached-${backend.offers.size}`, entry.answer, true);
}

function offer(
  backend: Backend,
  user: User,
  { query }: Asked,
  queryId: string,
  answer: InlineAnswer,
  isCached: boolean,
): InlineOutcome {
  backend.offers.set(queryId, { from: user.id, query, results: answer.results });
  return { status: 'answered', queryId, ...answer, cached: isCached };
}

function cacheOf(backend: Backend): Cache {
  const cache: Cache = caches.get(backend) ?? new Map();
  caches.set(backend, cache);
  return cache;
}

const cacheKey = ({ query, offset }: Asked, user: User | undefined): string =>
  JSON.stringify([query, offset, user?.id ?? null]);

function chatType({ world }: Backend, user: User, { chat }: TypeInlineOptions): Asked['chat_type'] {
  if (chat === undefined || idOf(chat) === user.id) return 'sender';
  return world.room(chat).chat.type;
}

/** The query as Telegram passes it on: cleaned, and cut where it is too long. */
function cut(query: string): string {
  const { text } = cleanText(query);
  const end = (text.codePointAt(LONGEST_QUERY - 1) ?? 0) > 0xffff ? LONGEST_QUERY - 1 : LONGEST_QUERY;
  return text.slice(0, end);
}

function chosen(
  offered: Offer | undefined,
  user: User,
  id: string,
): { result: InlineQueryResult; query: string } {
  const result = offered?.results.find((one) => one.id === id);
  if (!offered || !result || offered.from !== user.id) {
    throw new PlaygroundError(`No result "${id}" was offered to user ${user.id}.`);
  }
  return { result, query: offered.query };
}
