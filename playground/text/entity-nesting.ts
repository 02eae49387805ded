import type { MessageEntity } from '@grammyjs/types';
import { MOST_ENTITIES } from '../limits/limits.js';
import { byPlace } from './clean-text.js';

/**
 * How entities may lie on each other, after fix_entities in TDLib's MessageEntity.cpp. Styles can be split and lie in
 * and over anything but code; quotes cannot meet each other; all others, which are whole, cannot meet each other
 * or stand across the border of a quote.
 */
const STYLES: ReadonlySet<MessageEntity['type']> = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
]);
const QUOTES: ReadonlySet<MessageEntity['type']> = new Set(['blockquote', 'expandable_blockquote']);
const CODE: ReadonlySet<MessageEntity['type']> = new Set(['code', 'pre']);

/** Brings entities into the order and nesting that Telegram keeps; what cannot lie where it does is dropped. */
export function nestEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  const sorted = [...entities].sort(byPlace);
  const quotes = withoutMeeting(sorted.filter(isQuote));
  const whole = withoutMeeting(sorted.filter((entity) => !isStyle(entity) && !isQuote(entity)));
  const placed = [...quotes, ...whole.filter((entity) => !quotes.some((quote) => cross(entity, quote)))];
  return [...placed, ...splitStyles(sorted.filter(isStyle), placed)].sort(byPlace);
}

/** Adds entities that were found in the text, where those that were given leave them room. */
export function addFoundEntities(
  given: readonly MessageEntity[],
  found: readonly MessageEntity[],
): MessageEntity[] {
  const free = found.filter((entity) =>
    given.every((other) => isStyle(other) || (isQuote(other) ? !cross(entity, other) : !meet(entity, other))),
  );
  return [...given, ...free].sort(byPlace);
}

/** The entities that count, styles last. */
export function limitEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  const counted = entities.filter(({ type }) => type !== 'custom_emoji');
  const kept = [...counted.filter((entity) => !isStyle(entity)), ...counted.filter(isStyle)].slice(
    0,
    MOST_ENTITIES,
  );
  return entities.filter((entity) => entity.type === 'custom_emoji' || kept.includes(entity));
}

/** Joins what touches of one style, takes it out of code, and cuts it at borders that it would cross. */
function splitStyles(styles: readonly MessageEntity[], placed: readonly MessageEntity[]): MessageEntity[] {
  const code = placed.filter(({ type }) => CODE.has(type));
  const settled: MessageEntity[] = [];
  for (const part of joined(styles).flatMap((style) => outsideOf(code, style))) {
    const crossed = [...placed, ...settled].filter((other) => cross(part, other));
    settled.push(...cutAt(part, crossed));
  }
  return settled;
}

function outsideOf(code: readonly MessageEntity[], style: MessageEntity): MessageEntity[] {
  return cutAt(style, code).filter((part) => !code.some((other) => meet(part, other)));
}

function joined(styles: readonly MessageEntity[]): MessageEntity[] {
  const open = new Map<string, MessageEntity>();
  const result: MessageEntity[] = [];
  for (const style of styles) {
    const before = open.get(style.type);
    if (before && style.offset <= endOf(before))
      before.length = Math.max(endOf(before), endOf(style)) - before.offset;
    else {
      const begun = { ...style };
      open.set(style.type, begun);
      result.push(begun);
    }
  }
  return result;
}

/** Parts an entity at the borders of others. */
function cutAt(entity: MessageEntity, others: readonly MessageEntity[]): MessageEntity[] {
  const borders = others.flatMap((other) => [other.offset, endOf(other)]);
  const inside = borders.filter((border) => border > entity.offset && border < endOf(entity));
  const points = [...new Set([entity.offset, ...inside, endOf(entity)])].sort((a, b) => a - b);
  return points.slice(1).map((end, i) => ({ ...entity, offset: points[i]!, length: end - points[i]! }));
}

/** Of entities that meet, the first one stays. */
function withoutMeeting(entities: readonly MessageEntity[]): MessageEntity[] {
  const kept: MessageEntity[] = [];
  for (const entity of entities) if (!kept.some((other) => meet(entity, other))) kept.push(entity);
  return kept;
}

const isStyle = ({ type }: MessageEntity): boolean => STYLES.has(type);
const isQuote = ({ type }: MessageEntity): boolean => QUOTES.has(type);
const endOf = ({ offset, length }: MessageEntity): number => offset + length;

/** Whether two entities have characters in common. */
const meet = (a: MessageEntity, b: MessageEntity): boolean => a.offset < endOf(b) && b.offset < endOf(a);

const holds = (a: MessageEntity, b: MessageEntity): boolean => a.offset <= b.offset && endOf(b) <= endOf(a);

/** Whether they have characters in common, and neither holds the other. */
const cross = (a: MessageEntity, b: MessageEntity): boolean => meet(a, b) && !holds(a, b) && !holds(b, a);
