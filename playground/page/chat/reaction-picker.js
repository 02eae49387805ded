import { h, replace } from '../ui/dom.js';
import { OFFERED, ownReaction, pictured, toggleReaction } from './reactions.js';

/** @import { Message } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/** Measures in CSS pixels: of one reaction, of what is around them, and how far they are from the button and the window. */
const BUTTON = 40;
const PADDING = 4;
const DISTANCE = 6;
const WIDTH = OFFERED.length * BUTTON + 2 * PADDING;

/** The reactions that one can choose from, beside the button that asks for them. Escape or a press elsewhere closes it. */
export class ReactionPicker {
  /** @type {HTMLElement | undefined} */
  #opener;

  /** @param {Context} context */
  constructor(context) {
    this.context = context;
    this.element = h('div', {
      class: 'picker',
      popover: 'auto',
      role: 'group',
      'aria-label': context.labels.react,
      on: { keydown: (event) => this.#onKey(event) },
    });
  }

  /**
   * Makes a button open and close it.
   * @param {HTMLButtonElement} button
   * @param {Message} message
   * @param {() => number} person who would react
   */
  openBy(button, message, person) {
    button.popoverTargetElement = this.element;
    // The browser opens it, or closes it, after this.
    button.addEventListener('click', () => {
      if (this.#opener !== button) this.close();
      this.#opener = button;
      this.#draw(message, person());
      this.#place(button.getBoundingClientRect());
    });
  }

  close() {
    if (this.element.matches(':popover-open')) this.element.hidePopover();
  }

  /** @param {Message} message @param {number} person */
  #draw(message, person) {
    const own = ownReaction(message, person, this.context);
    const choose = (/** @type {typeof OFFERED[number]} */ emoji) => {
      this.close();
      toggleReaction(message, emoji, person, this.context);
    };
    const buttons = OFFERED.map((emoji, index) =>
      h(
        'button',
        {
          type: 'button',
          class: 'emoji',
          'aria-pressed': String(emoji === own),
          autofocus: emoji === own || (own === undefined && index === 0),
          on: { click: () => choose(emoji) },
        },
        pictured(emoji),
      ),
    );
    replace(this.element, ...buttons);
  }

  /** Above the button, below it where there is no room, and never beyond the window. @param {DOMRect} button */
  #place(button) {
    const { style } = this.element;
    const height = BUTTON + 2 * PADDING;
    const above = button.top - height - DISTANCE;
    const centred = button.left + button.width / 2 - WIDTH / 2;
    const left = Math.max(DISTANCE, Math.min(centred, window.innerWidth - WIDTH - DISTANCE));
    style.width = `${WIDTH}px`;
    style.left = `${left}px`;
    style.top = `${above < DISTANCE ? button.bottom + DISTANCE : above}px`;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...this.element.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    buttons.at((at + step) % buttons.length)?.focus();
  }
}
