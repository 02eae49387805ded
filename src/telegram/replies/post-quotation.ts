import type { Clipping } from '../../answering/answer.js';
import type { Question } from '../../answering/question.js';
import type { View } from '../rendering/callback-data.js';
import { type ChannelPost, channelPost } from '../rendering/channel-post.js';
import { citationText } from '../rendering/citation-text.js';
import { cleanText } from '../rendering/clean.js';
import { type Sendable, seal } from '../rendering/sendable.js';
import type { Locale } from '../wording/locale.js';
import { beginning } from '../wording/shorten.js';
import { paged } from './checked-answer.js';
import type { Services } from './services.js';

/** Longest quote of a message that is replied to: https://core.telegram.org/bots/api#replyparameters */
const QUOTE_UNITS = 1024;

/** A post to reply to, what of it to quote, and what to say below. Telegram checks the quote itself. */
export interface PostQuotation {
  readonly post: ChannelPost;
  readonly quote: string;
  /** About where the quote stands in the post, UTF-16 units. */
  readonly position: number;
  readonly message: Sendable;
}

/** The quotation of the post that a passage is from; `undefined` when the passage is gone, or is from no post. */
export async function postQuotation(
  { id, question, view }: { readonly id: string; readonly question: Question; readonly view: View },
  services: Services,
  locale: Locale,
): Promise<PostQuotation | undefined> {
  const { clippings } = await paged(question, view, services, locale);
  const clipping = clippings.find(({ clipping }) => clipping.citation.id === id)?.clipping;
  const post = channelPost(clipping?.citation.url);
  if (!clipping || !post) return undefined;
  const quote = beginning(stretchOf(clipping), QUOTE_UNITS);
  const article = await services.answerer.article(id);
  const citation = citationText(clipping.citation, services, locale);
  return {
    post,
    quote,
    position: Math.max(0, cleanText(article?.text ?? '').indexOf(quote)),
    message: seal(citation),
  };
}

/** What of an excerpt can be quoted as it stands: between two ellipses, where the answer is, else the longest. */
function stretchOf({ excerpt, answer }: Clipping): string {
  const stretches = [...excerpt.matchAll(/[^…]+/g)];
  const held = stretches.find(
    ({ 0: stretch, index }) => answer && index <= answer.start && answer.end <= index + stretch.length,
  );
  const longest = stretches.reduce(
    (most, { 0: stretch }) => (stretch.length > most.length ? stretch : most),
    '',
  );
  return cleanText(held?.[0] ?? longest).trim();
}
