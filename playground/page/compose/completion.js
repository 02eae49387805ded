import { face } from '../ui/avatar.js';
import { h } from '../ui/dom.js';
import { candidatesFor } from './candidates.js';
import { OptionList } from './option-list.js';

/** @import { Context } from '../state/context.js' */
/** @import { Assistant, Composer } from './composer.js' */
/** @import { Candidate } from './candidates.js' */

/**
 * Completes `/commands` and `@mentions`: Enter or a press on a command sends it, Tab only writes it.
 * @param {Composer} composer
 * @param {number} chat
 * @param {Context} context
 * @returns {Assistant}
 */
export function completion(composer, chat, context) {
  /** @type {OptionList<Candidate>} */
  const choices = new OptionList({
    label: context.labels.completions,
    input: composer.input,
    draw: (candidate) => drawCandidate(candidate, context),
    choose: (candidate) => accept(candidate, true),
  });
  let start = 0;

  const accept = (/** @type {Candidate} */ candidate, /** @type {boolean} */ sends) => {
    composer.complete(start, `${candidate.insert} `);
    choices.close();
    if (sends && candidate.kind === 'command') composer.send();
  };

  return {
    element: choices.element,
    close: () => choices.close(),
    onInput() {
      const found = candidatesFor(composer.beforeCursor, chat, context);
      start = found.start;
      choices.show(found.candidates, 0);
    },
    onKey(event) {
      const { active } = choices;
      if (!choices.isOpen || !active) return false;
      if (event.key === 'ArrowDown') choices.move(1);
      else if (event.key === 'ArrowUp') choices.move(-1);
      else if (event.key === 'Escape') choices.close();
      else if (event.key === 'Tab') accept(active, false);
      else if (event.key === 'Enter' && !event.shiftKey) accept(active, true);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

/** @param {Candidate} candidate @param {Context} context */
function drawCandidate(candidate, { store }) {
  const text = h(
    'span',
    { class: 'choice-text' },
    h('b', {}, candidate.title),
    h('span', { class: 'choice-note' }, candidate.note),
  );
  return candidate.kind === 'user' ? [face(candidate.id, candidate.title, store, 'small'), text] : [text];
}
