/** @import { MessageEntity } from '@grammyjs/types' */

/**
 * A stretch of text, or an entity with what it covers.
 * @typedef {string | { entity: MessageEntity, children: TextNode[] }} TextNode
 */

/**
 * Arranges a text with its entities as a tree. Entities nest or stand apart; of two that cross, which Telegram never
 * sends, the later one ends where the earlier one does.
 * @param {string} text
 * @param {readonly MessageEntity[]} entities offsets and lengths in UTF-16 units, in any order
 * @returns {TextNode[]}
 */
export function arrange(text, entities) {
  const inside = entities.filter(({ offset, length }) => length > 0 && offset >= 0 && offset < text.length);
  // Outer before inner: by where they begin, then longest first; the sort keeps the order of equal ones.
  const ordered = inside.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  return within(text, 0, text.length, ordered);
}

/**
 * The nodes between two offsets; takes the entities that begin there off the list.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {MessageEntity[]} pending
 * @returns {TextNode[]}
 */
function within(text, start, end, pending) {
  /** @type {TextNode[]} */
  const nodes = [];
  let at = start;
  for (let next = pending[0]; next && next.offset < end; next = pending[0]) {
    pending.shift();
    const from = Math.max(next.offset, at);
    const to = Math.min(next.offset + next.length, end);
    if (from >= to) continue;
    if (from > at) nodes.push(text.slice(at, from));
    nodes.push({ entity: next, children: within(text, from, to, pending) });
    at = to;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}
