/** What the Tab key can reach inside a message. */
const REACHABLE = 'a[href], button';

/**
 * Lets the keyboard walk through a list of messages as if it were one thing: Tab comes to one message and what is in
 * it, the arrow keys, Home and End go to others. A hundred messages are not a hundred stops.
 */
export class RovingFocus {
  /** @type {HTMLElement | undefined} */
  #current;

  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    list.addEventListener('keydown', (event) => this.#onKey(event));
    list.addEventListener('focusin', ({ target }) => {
      const item = target instanceof Element ? target.closest('.message') : undefined;
      if (item instanceof HTMLElement) this.#setCurrent(item);
    });
  }

  /** Takes a message in, or one whose content has changed. */
  adopt(/** @type {HTMLElement} */ item) {
    setReachable(item, item === this.#current);
  }

  /** Tab comes to the newest message from now on. */
  toLast() {
    const last = [...this.list.querySelectorAll('.message')].at(-1);
    if (last instanceof HTMLElement) this.#setCurrent(last);
  }

  /** The same, unless somebody is in the list just now. */
  toLastUnlessInside() {
    if (!this.list.contains(document.activeElement)) this.toLast();
  }

  /**
   * Changes what is in a message and leaves the focus where it was: on the same button or what has taken its place, else on
   * the message.
   * @param {HTMLElement} item
   * @param {() => void} change
   */
  keep(item, change) {
    const focused = document.activeElement;
    const { focus, place } = item.contains(focused) && focused instanceof HTMLElement ? focused.dataset : {};
    change();
    if (focus === undefined) return;
    const same =
      item.querySelector(`[data-focus="${CSS.escape(focus)}"]`) ??
      (place === undefined ? undefined : item.querySelector(`[data-place="${CSS.escape(place)}"]`));
    (same instanceof HTMLElement ? same : item).focus();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const items = [...this.list.querySelectorAll('.message')];
    const at = this.#current ? items.indexOf(this.#current) : -1;
    const target = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[event.key];
    const item = target === undefined ? undefined : items[target];
    if (!(item instanceof HTMLElement)) return;
    event.preventDefault();
    item.focus();
  }

  #setCurrent(/** @type {HTMLElement} */ item) {
    if (item === this.#current) return;
    if (this.#current) setReachable(this.#current, false);
    this.#current = item;
    setReachable(item, true);
  }
}

/** @param {HTMLElement} item @param {boolean} reachable */
function setReachable(item, reachable) {
  const tabIndex = reachable ? 0 : -1;
  item.tabIndex = tabIndex;
  for (const inside of item.querySelectorAll(REACHABLE)) {
    if (inside instanceof HTMLElement) inside.tabIndex = tabIndex;
  }
}
