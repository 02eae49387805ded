import type { MessageEntity } from 'grammy/types';
import type { FormattedText } from './formatted-text.js';

/**
 * What the Bot API server does to a text before it counts and stores it (`clean_input_string` of TDLib): carriage
 * returns, U+2028–202E and three combining marks go, other control characters become spaces. A surrogate
 * without its partner (all that `\p{Cs}` finds), which the server would refuse, goes as well.
 */
const REMOVED = /\r|[\u2028-\u202E]|\u030A|\u0333|\u033F|\p{Cs}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const BLANKED = /[\u0000-\u0009\u000B\u000C\u000E-\u001F]/g;

/** Cleans a plain text as the server does, without trimming it. */
export function cleanText(text: string): string {
  return text.replace(REMOVED, '').replace(BLANKED, ' ');
}

/**
 * Cleans and trims a text as the server does, and moves the entities along, so that what is counted and checked
 * here is what will stand in the chat. An edge inside a surrogate pair moves before it; entities of
 * which nothing is left are dropped.
 */
export function clean({ text, entities }: FormattedText): FormattedText {
  const cleaned = cleanText(text);
  const start = cleaned.length - cleaned.trimStart().length;
  const end = cleaned.trimEnd().length;
  // Most texts are clean, and messages have many entities.
  const before = (offset: number): number =>
    cleaned === text && !/\p{Cs}/u.test(text.slice(Math.max(0, offset - 2), offset))
      ? Math.min(offset, text.length)
      : cleanText(text.slice(0, offset)).length;
  const moved = (offset: number): number =>
    Math.min(Math.max(before(offset) - start, 0), Math.max(end - start, 0));
  return {
    text: cleaned.slice(start, Math.max(start, end)),
    entities: entities.flatMap((entity): MessageEntity[] => {
      const offset = moved(entity.offset);
      const length = moved(entity.offset + entity.length) - offset;
      return length > 0 ? [{ ...entity, offset, length }] : [];
    }),
  };
}
