import { avatar } from '../ui/avatar.js';
import { h, replace } from '../ui/dom.js';

/** @import { Context } from '../state/context.js' */

/**
 * Lets the visitor speak as any member of a group: a face that opens the browser's own list of choices.
 * @param {number} chat
 * @param {Context} context
 * @param {() => void} onChoice
 */
export function speakerChoice(chat, context, onChoice) {
  const { store, labels, demo } = context;
  const face = h('span', { class: 'speaker-face' });
  const select = h(
    'select',
    { 'aria-label': labels.speakAs, title: labels.speakAs, on: { change: () => change() } },
    ...store.chat(chat).members.map((id) => h('option', { value: id }, nameOf(id))),
  );
  select.value = String(demo.visitor);

  function nameOf(/** @type {number} */ id) {
    const user = store.users.get(id);
    return user ? store.nameOf(user) : String(id);
  }
  function draw() {
    replace(face, avatar(chosen(), nameOf(chosen()), 'small'));
  }
  function change() {
    draw();
    onChoice();
  }
  const chosen = () => Number(select.value);

  draw();
  return { element: h('span', { class: 'speaker' }, select, face), chosen };
}
