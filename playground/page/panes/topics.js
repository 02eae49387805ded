import { h, replace, setAttribute, uniqueId } from '../ui/dom.js';

/** @import { Message } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/** The topics of a forum as tabs. The General topic has no id; its messages name no topic. */
export class Topics {
  /** `message_thread_id` of the topic that is shown. @type {number | undefined} */
  chosen = undefined;
  /** @type {Set<number | undefined>} */
  #unread = new Set();
  #panel = '';

  /**
   * @param {number} chat
   * @param {Context} context
   * @param {() => void} onChoice
   */
  constructor(chat, context, onChoice) {
    this.chat = chat;
    this.context = context;
    this.onChoice = onChoice;
    this.element = h('div', {
      class: 'topics',
      role: 'tablist',
      'aria-label': context.labels.topics,
      on: { keydown: (event) => this.#onKey(event) },
    });
    this.#draw();
    context.store.subscribe((event) => {
      if (event.type === 'chat' && event.chat.chat.id === chat) this.#draw();
      if (event.type === 'message' && event.chat === chat) this.#onMessage(event.message);
    });
  }

  /** Where a message goes that is sent now, as user actions state it. */
  get place() {
    return this.chosen === undefined ? {} : { topic: this.chosen };
  }

  /** Makes an element the panel of these tabs. @param {HTMLElement} panel */
  control(panel) {
    panel.id = uniqueId('topic');
    panel.setAttribute('role', 'tabpanel');
    this.#panel = panel.id;
    this.#draw();
  }

  /** Whether a message belongs to the topic that is shown. @param {Message} message */
  isShown(message) {
    return topicOf(message) === this.chosen;
  }

  /** Shows a topic. @param {number | undefined} topic */
  choose(topic) {
    if (topic === this.chosen) return;
    this.chosen = topic;
    this.#unread.delete(topic);
    this.#draw();
    this.onChoice();
  }

  /** @param {Message} message */
  #onMessage(message) {
    if (this.isShown(message) || message.from?.id === this.context.demo.visitor) return;
    this.#unread.add(topicOf(message));
    this.#draw();
  }

  #draw() {
    const { labels, store } = this.context;
    const hadFocus = this.element.contains(document.activeElement);
    const topics = store
      .chat(this.chat)
      .topics.map(({ message_thread_id, name }) => ({ id: message_thread_id, name }));
    const tabs = [{ id: undefined, name: labels.general }, ...topics].map(({ id, name }) =>
      this.#tab(id, name),
    );
    replace(this.element, ...tabs);
    if (hadFocus) tabs.find((tab) => tab.tabIndex === 0)?.focus();
  }

  /** @param {number | undefined} id @param {string} name */
  #tab(id, name) {
    const isChosen = id === this.chosen;
    const tab = h(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'topic',
        'aria-selected': String(isChosen),
        on: { click: () => this.choose(id) },
      },
      h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'),
      name,
      this.#unread.has(id) &&
        h('span', { class: 'dot', role: 'img', 'aria-label': this.context.labels.unread(1) }),
    );
    tab.tabIndex = isChosen ? 0 : -1;
    setAttribute(tab, 'aria-controls', this.#panel || undefined);
    return tab;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const ids = [
      undefined,
      ...this.context.store.chat(this.chat).topics.map((topic) => topic.message_thread_id),
    ];
    this.choose(ids[(ids.indexOf(this.chosen) + step + ids.length) % ids.length]);
  }
}

/** @param {Message} message */
function topicOf({ is_topic_message, message_thread_id }) {
  return is_topic_message ? message_thread_id : undefined;
}
