import { h, replace, uniqueId } from '../ui/dom.js';

/**
 * @template T
 * @typedef {object} ChoicesOptions
 * @property {string} label
 * @property {HTMLTextAreaElement} input keeps the focus while one chooses
 * @property {(item: T) => Node[]} draw
 * @property {(item: T) => void} choose
 */

/**
 * A list above a text field: the arrow keys go through it while the focus stays in the field.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 * @template T
 */
export class OptionList {
  /** @type {readonly T[]} */
  #items = [];
  #active = -1;

  /** @param {ChoicesOptions<T>} options */
  constructor(options) {
    this.options = options;
    this.element = h('ul', {
      class: 'choices',
      role: 'listbox',
      id: uniqueId('choices'),
      'aria-label': options.label,
    });
    this.element.hidden = true;
    options.input.setAttribute('aria-autocomplete', 'list');
    options.input.setAttribute('aria-haspopup', 'listbox');
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** Number of the item that Enter would choose; -1: none. */
  get activeIndex() {
    return this.#active;
  }

  /** The item that Enter would choose, if there is one. */
  get active() {
    return this.#items[this.#active];
  }

  /**
   * Shows items; none close the list.
   * @param {readonly T[]} items
   * @param {number} [active] number of the one that is chosen by Enter; -1: none yet
   */
  show(items, active = -1) {
    this.#items = items;
    replace(this.element, ...items.map((item, index) => this.#option(item, index)));
    this.element.hidden = items.length === 0;
    this.options.input.toggleAttribute('aria-controls', false);
    if (items.length > 0) this.options.input.setAttribute('aria-controls', this.element.id);
    this.#activate(active);
  }

  close() {
    this.show([]);
  }

  /** Moves by so many items, round the ends. */
  move(/** @type {number} */ by) {
    const count = this.#items.length;
    const from = this.#active === -1 && by < 0 ? 0 : this.#active;
    this.#activate((from + by + count) % count);
  }

  #activate(/** @type {number} */ index) {
    this.#active = index;
    const { input } = this.options;
    input.removeAttribute('aria-activedescendant');
    for (const [place, option] of [...this.element.children].entries()) {
      option.setAttribute('aria-selected', String(place === index));
      if (place !== index) continue;
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  }

  /** @param {T} item @param {number} index */
  #option(item, index) {
    const { draw, choose } = this.options;
    return h(
      'li',
      {
        role: 'option',
        id: `${this.element.id}-${index}`,
        class: 'choice',
        on: {
          // The field must not lose the focus to what is pressed.
          mousedown: (event) => event.preventDefault(),
          click: () => choose(item),
        },
      },
      ...draw(item),
    );
  }
}
