import { h } from '../ui/dom.js';
import { iconButton } from '../ui/icons.js';

/** So near the end, in CSS pixels, the newest message counts as in sight. */
const NEAR_END = 80;

/**
 * Keeps the end of a list in sight while it grows, until the reader scrolls up; then counts what comes, on a button
 * that leads back.
 */
export class EndFollower {
  #isFollowing = true;
  #lastTop = 0;
  #missed = 0;
  #badge = h('span', { class: 'badge', hidden: true });

  /**
   * @param {HTMLElement} scroller
   * @param {HTMLElement} list what grows in it
   * @param {string} label of the button
   */
  constructor(scroller, list, label) {
    this.scroller = scroller;
    this.button = iconButton('down', label, () => this.toEnd(), { class: 'to-bottom', hidden: true });
    this.button.append(this.#badge);
    scroller.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    // Whoever unfolds a quotation wants to read it from where they are.
    list.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('[aria-expanded]')) this.#isFollowing = false;
    });
    // Unfolded quotations, buttons and a smaller window change heights after a message was added.
    const observer = new ResizeObserver(() => this.#isFollowing && this.toEnd());
    observer.observe(list);
    observer.observe(scroller);
  }

  /** Scrolls to the end and stays there. */
  toEnd() {
    this.#isFollowing = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.#onScroll();
  }

  /** Something has come at the end: shows it, or counts it. */
  onNews() {
    if (this.#isFollowing) return this.toEnd();
    this.#missed += 1;
    this.#draw();
  }

  /** Shows an element from its beginning and stays there. @param {HTMLElement} element */
  showBeginning(element) {
    this.#isFollowing = false;
    element.scrollIntoView({ block: 'start' });
  }

  /** Only scrolling up leaves the end: what grows below moves nothing. */
  #onScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END) this.#isFollowing = true;
    else if (scrollTop < this.#lastTop) this.#isFollowing = false;
    this.#lastTop = scrollTop;
    this.#draw();
  }

  #draw() {
    if (this.#isFollowing) this.#missed = 0;
    this.button.hidden = this.#isFollowing;
    this.#badge.hidden = this.#missed === 0;
    this.#badge.textContent = String(this.#missed);
  }
}
