import type { Message, MessageEntity } from 'grammy/types';
import type { Before } from '../../answering/question.js';
import { passageIn } from '../rendering/deep-link.js';
import { subjectIn } from '../threads/after-line.js';
import { askedIn } from '../threads/asked-line.js';
import { entityText, type Me, type Textual, textOf } from './message-text.js';

/**
 * What an answer of the bot's tells whoever follows it up: what its question was about, where it was one itself, and what it
 * quotes. Nothing else is known of the message that a reply refers to, because Telegram gives one level of replies only: not
 * the question that the answer replied to.
 */
export function beforeIn(answer: Textual): Before {
  const { text, entities } = textOf(answer) ?? { text: '', entities: [] };
  const quotation = entities.find(isQuotation);
  const above = text.slice(0, quotation?.offset);
  const subject = subjectIn(above);
  const asked = askedIn(above);
  const cited = entities.find(
    (entity) => entity.type === 'text_link' && entity.offset > (quotation?.offset ?? text.length),
  );
  return {
    ...(subject !== undefined && { subject }),
    ...(asked !== undefined && { questions: [asked] }),
    ...(cited?.type === 'text_link' && citedBy(cited, text)),
  };
}

/** The bot's answer that a message replies to: sent by the bot, or through it. */
export function answerRepliedTo({ reply_to_message: original }: Message, me: Me): Message | undefined {
  const isOurs = original?.from?.id === me.id || original?.via_bot?.id === me.id;
  return isOurs && original?.forum_topic_created === undefined ? original : undefined;
}

function citedBy(link: MessageEntity.TextLinkMessageEntity, text: string): Before {
  const passage = passageIn(startOf(link.url));
  return { ...(passage !== undefined && { passage }), title: bare(entityText(link, text)) };
}

/** The `/start` payload of a deep link; empty for any other address. */
function startOf(url: string): string {
  return (URL.canParse(url) && new URL(url).searchParams.get('start')) || '';
}

/** A title without the marks that citations put around it. */
function bare(title: string): string {
  return /^《([^《》]+)》$/u.exec(title)?.[1] ?? title;
}

function isQuotation({ type }: MessageEntity): boolean {
  return type === 'blockquote' || type === 'expandable_blockquote';
}
