import { h } from '../ui/dom.js';

/** How long a notice stays, in milliseconds: some six words a second, and time to notice it. */
const SHORTEST_MS = 2_500;
const PER_CHARACTER_MS = 60;

/**
 * What the bot answers to a press of a button, and what could not be done: a line that goes away by itself, or a
 * dialog that has to be closed.
 * @param {import('../labels/labels.js').Labels} labels
 */
export function notices(labels) {
  const line = h('div', { class: 'notice-line', role: 'status' });
  const text = h('p', {});
  const dialog = h(
    'dialog',
    { class: 'alert', 'aria-label': labels.bot },
    text,
    h('form', { method: 'dialog' }, h('button', { class: 'primary' }, labels.close)),
  );
  let timer = 0;
  return {
    elements: [line, dialog],
    /** @param {string} message */
    notify(message) {
      clearTimeout(timer);
      placeAbove(line, document.activeElement?.closest('.pane'));
      line.textContent = message;
      timer = setTimeout(() => line.replaceChildren(), SHORTEST_MS + PER_CHARACTER_MS * message.length);
    },
    /** @param {string} message */
    alert(message) {
      text.textContent = message;
      dialog.showModal();
    },
  };
}

/**
 * Puts the line over the chat in which something was done, where the eyes are; else in the middle.
 * @param {HTMLElement} line
 * @param {Element | null | undefined} pane
 */
function placeAbove(line, pane) {
  const { left, right } = pane?.getBoundingClientRect() ?? { left: 0, right: innerWidth };
  line.style.setProperty('--notice-left', `${left}px`);
  line.style.setProperty('--notice-right', `${innerWidth - right}px`);
}
