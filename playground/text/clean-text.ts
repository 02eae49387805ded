import type { MessageEntity } from '@grammyjs/types';
import { badRequest } from '../api-error.js';
import { LARGEST_OFFSET } from '../limits/limits.js';

/** A text with its entities; offsets in UTF-16 units. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** Carriage returns, U+2028–202E and three combining marks go (TDLib, clean_input_string_with_entities). */
const REMOVED = /\r|[\u2028-\u202e]|\u0333|\u033f|\u030a/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it replaces
const SPACED = /[\0-\x09\x0b\x0c\x0e-\x1f]/;
/** Of several direction marks in a row all but the last lose their meaning (TDLib, replace_offending_characters). */
const MARK_BEFORE_MARK = /[\u200e\u200f](?=[\u200e\u200f])/g;
const BLANK = /^[ \n]*$/;
/** Characters that show nothing: a text of these alone counts as empty (TDLib, strip_empty_characters). */
const INVISIBLE =
  /^[ \n\u00a0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc\u{e0000}-\u{e007f}]*$/u;

/**
 * Makes of a text what the server makes of it: control characters become spaces, some characters go, the ends are
 * trimmed, and the entities follow. Refuses entities that begin or end outside the text or inside a character.
 * The result may be empty.
 */
export function cleanText(text: string, entities: readonly MessageEntity[] = []): FormattedText {
  if (/\p{Surrogate}/u.test(text)) throw badRequest('strings must be encoded in UTF-8');
  const ranged = [...entities].filter(checkRange).sort(byPlace);
  for (const entity of ranged) checkInside(text, entity);
  return trim(replaceCharacters(text, ranged));
}

/** Whether nothing of the text would be seen. */
export const isEmpty = (text: string): boolean => INVISIBLE.test(text);

/** Outer entities before those that they contain. */
export function byPlace(a: MessageEntity, b: MessageEntity): number {
  return a.offset - b.offset || b.length - a.length;
}

function checkRange({ offset, length }: MessageEntity): boolean {
  if (offset < 0 || offset > LARGEST_OFFSET)
    throw badRequest(`receive an entity with incorrect offset ${offset}`);
  if (length < 0 || length > LARGEST_OFFSET)
    throw badRequest(`receive an entity with incorrect length ${length}`);
  return length > 0;
}

function checkInside(text: string, { offset, length }: MessageEntity): void {
  const end = offset + length;
  if (offset >= text.length) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  }
  if (isInsidePair(text, offset)) {
    throw badRequest(
      `entity begins in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, offset)}`,
    );
  }
  if (end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
  if (isInsidePair(text, end)) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, end)}`,
    );
  }
}

/** Whether the offset would part a surrogate pair. */
function isInsidePair(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff && offset > 0;
}

/** TDLib notices a parted character where the next one begins. */
const bytesBefore = (text: string, offset: number): number => Buffer.byteLength(text.slice(0, offset + 1));

function replaceCharacters(text: string, entities: readonly MessageEntity[]): FormattedText {
  // Where each offset of the text comes to stand.
  const moved = new Uint32Array(text.length + 1);
  let result = '';
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i);
    moved[i] = result.length;
    if (!REMOVED.test(unit)) result += SPACED.test(unit) ? ' ' : unit;
  }
  moved[text.length] = result.length;
  return {
    text: result.replace(MARK_BEFORE_MARK, '\u200c'),
    entities: entities.map((entity) =>
      between(entity, moved[entity.offset]!, moved[entity.offset + entity.length]!),
    ),
  };
}

/** Trims the ends; entities lose the blanks that they begin with, and go when nothing else is left. */
function trim({ text, entities }: FormattedText): FormattedText {
  const end = text.replace(/[ \n]+$/, '').length;
  const start = BLANK.test(text) ? end : (/^[ \n]*/.exec(text)?.[0].length ?? 0);
  const kept = entities.flatMap((entity) => {
    const last = Math.min(entity.offset + entity.length, end);
    const covered = text.slice(entity.offset, last);
    if (BLANK.test(covered)) return [];
    return [between(entity, entity.offset + covered.search(/[^ \n]/) - start, last - start)];
  });
  return { text: text.slice(start, end), entities: kept.sort(byPlace) };
}

function between(entity: MessageEntity, start: number, end: number): MessageEntity {
  return { ...entity, offset: start, length: end - start };
}
