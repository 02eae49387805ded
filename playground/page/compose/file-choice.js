import { sizeOf } from '../chat/attachment.js';
import { h, replace } from '../ui/dom.js';
import { icon, iconButton } from '../ui/icons.js';

/** @import { Context } from '../state/context.js' */

/** Largest file that is taken, in bytes: https://core.telegram.org/bots/api#sending-files */
const LARGEST = 50 * 1024 * 1024;

/** A paper clip that lets one choose a file, and a line that shows the chosen one until it is sent. */
export class FileChoice {
  /** @type {File | undefined} */
  file;
  element = h('div', { class: 'chosen-file', hidden: true });

  /**
   * @param {Context} context
   * @param {() => void} onChange
   */
  constructor(context, onChange) {
    const { labels } = context;
    this.context = context;
    this.onChange = onChange;
    this.input = h('input', {
      type: 'file',
      hidden: true,
      'aria-label': labels.attach,
      on: { change: () => this.#onChoice() },
    });
    this.button = iconButton('clip', labels.attach, () => this.input.click(), { class: 'icon-button clip' });
  }

  /** @param {File | undefined} file */
  choose(file) {
    this.file = file;
    this.input.value = '';
    this.element.hidden = file === undefined;
    if (file) this.#show(file);
    this.onChange();
  }

  #onChoice() {
    const file = this.input.files?.[0];
    if (!file) return;
    if (file.size > LARGEST) this.context.notify(this.context.labels.tooLarge(sizeOf(LARGEST)));
    else this.choose(file);
  }

  /** @param {File} file */
  #show({ name, size }) {
    const { labels } = this.context;
    const what = h('div', { class: 'about-what' }, h('b', {}, name), h('span', {}, sizeOf(size)));
    const leave = () => {
      this.choose(undefined);
      this.button.focus();
    };
    replace(this.element, icon('file'), what, iconButton('close', labels.cancel, leave));
  }
}
