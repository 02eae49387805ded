import { h } from './dom.js';

/** How many colours there are; the styles name them 0 to 6. */
const COLORS = 7;

/**
 * The colour of a user or chat: always the same for the same id; the bot's is that of its picture.
 * @param {number} id
 * @param {import('../state/store.js').Store} store
 */
export function colorOf(id, store) {
  return id === store.bot.id ? 0 : numbered(id);
}

/**
 * The face of a user: the bot has a picture, people have their initials.
 * @param {number} id
 * @param {string} name
 * @param {import('../state/store.js').Store} store
 * @param {'small' | 'medium' | 'large'} [size]
 */
export function face(id, name, store, size = 'medium') {
  if (id !== store.bot.id) return avatar(id, name, size);
  return h('img', { class: `avatar ${size}`, src: 'icon.svg', alt: '' });
}

/**
 * A circle with the first letters of a name.
 * @param {number} id
 * @param {string} name
 * @param {'small' | 'medium' | 'large'} [size]
 */
export function avatar(id, name, size = 'medium') {
  return h(
    'span',
    { class: `avatar ${size}`, 'data-color': numbered(id), 'aria-hidden': 'true' },
    initialsOf(name),
  );
}

function numbered(/** @type {number} */ id) {
  return Math.abs(id) % COLORS;
}

/** Chinese names are known by one character, others by the initials of two words. */
function initialsOf(/** @type {string} */ name) {
  const [first = '', second = ''] = name.split(/\s+/);
  const [letter = '?'] = first;
  const [other = ''] = second;
  return /\p{Script=Han}/u.test(letter) ? letter : (letter + other).toUpperCase();
}
