import { h } from '../ui/dom.js';

/** Messages of one author that follow each other within so many seconds stand together. */
const TOGETHER_S = 300;

/**
 * Marks where a stretch of messages by one author begins (their name) and ends (avatar, tail of the bubble), and
 * where a day begins.
 * @param {readonly Element[]} items messages that follow each other; the first of them keeps its beginning
 * @param {import('../labels/labels.js').Labels} labels
 */
export function markClusters(items, labels) {
  const messages = items.filter((item) => item.classList.contains('message'));
  for (const [index, item] of messages.entries()) {
    const previous = messages[index - 1];
    if (index === 0 && item.previousElementSibling?.classList.contains('message')) continue;
    const joins = previous !== undefined && isTogether(previous, item);
    item.classList.toggle('first', !joins);
    item.classList.add('last');
    if (joins) previous.classList.remove('last');
    if (!previous || dayOf(previous) !== dayOf(item)) markDay(item, labels);
  }
}

/** @param {Element} earlier @param {Element} later */
function isTogether(earlier, later) {
  const [a, b] = [data(earlier), data(later)];
  if (a.author === 'service' || a.author !== b.author) return false;
  return b.date - a.date < TOGETHER_S && dayOf(earlier) === dayOf(later);
}

/** @param {Element} item @param {import('../labels/labels.js').Labels} labels */
function markDay(item, labels) {
  if (item.previousElementSibling?.classList.contains('day')) return;
  const day = new Date(data(item).date * 1000);
  const isToday = day.toDateString() === new Date().toDateString();
  const name = isToday
    ? labels.today
    : day.toLocaleDateString(labels.locale, { month: 'long', day: 'numeric' });
  item.before(h('li', { class: 'day' }, h('span', {}, name)));
}

function dayOf(/** @type {Element} */ item) {
  return new Date(data(item).date * 1000).toDateString();
}

function data(/** @type {Element} */ item) {
  const { author, date } = /** @type {HTMLElement} */ (item).dataset;
  return { author, date: Number(date) };
}
