/** @import { CallRecord, ChatHead, ChatView, MessageReactions, PlaygroundEvent, PlaygroundState } from '../../user-api.js' */
/** @import { Message, Update, User } from '@grammyjs/types' */

/** How many calls are kept for the drawer; the oldest go first. */
const CALLS = 500;

/**
 * What has been said in a chat: messages by `message_id`, those that one person sees by `ephemeral_message_id`, reactions by
 * the message that they are on.
 * @typedef {{
 *   messages: Map<number, Message>,
 *   ephemeral: Map<number, Message>,
 *   reactions: Map<number, MessageReactions['reactions']>,
 * }} Said
 */

/** @typedef {ChatHead & Said} ChatState */

/** What is known of everybody and everything: the server's state, kept up to date by its events. */
export class Store {
  /** @type {Set<(event: PlaygroundEvent) => void>} */
  #listeners = new Set();
  #seq = 0;

  /** @param {PlaygroundState} state */
  constructor(state) {
    this.#seq = state.seq;
    this.bot = state.bot;
    this.settings = state.settings;
    this.commands = state.commands;
    this.description = state.description;
    this.suggestions = state.suggestions;
    this.users = new Map(state.users.map((user) => [user.id, user]));
    this.chats = new Map(state.chats.map((view) => [view.chat.id, withSaid(view)]));
    /** Newest last. @type {CallRecord[]} */
    this.calls = [...state.calls];
    /**
     * Whether the bot got a message, by `<chat>:<message_id>`; not known of those from before the page was opened.
     * @type {Map<string, boolean>}
     */
    this.receipts = new Map();
  }

  /** Number of the last event that is noted. */
  get seq() {
    return this.#seq;
  }

  /**
   * Notes an event and tells those who listen. What the state held already is passed over.
   * @param {PlaygroundEvent} event
   */
  apply(event) {
    if (event.seq <= this.#seq) return;
    this.#seq = event.seq;
    this.#note(event);
    for (const listener of [...this.#listeners]) listener(event);
  }

  /**
   * Listens to events, after they have been noted.
   * @param {(event: PlaygroundEvent) => void} listener
   */
  subscribe(listener) {
    this.#listeners.add(listener);
  }

  /**
   * A chat that is there.
   * @param {number} id
   */
  chat(id) {
    const chat = this.chats.get(id);
    if (!chat) throw new Error(`There is no chat ${id}.`);
    return chat;
  }

  /**
   * The name that somebody goes by now, which may not be the one that their message bears.
   * @param {Pick<User, 'id' | 'first_name' | 'last_name'>} user
   */
  nameOf(user) {
    const current = user.id === this.bot.id ? this.bot : (this.users.get(user.id) ?? user);
    return [current.first_name, current.last_name].filter(Boolean).join(' ');
  }

  /** @param {PlaygroundEvent} event */
  #note(event) {
    switch (event.type) {
      case 'message':
        this.chats.get(event.chat)?.messages.set(event.message.message_id, event.message);
        this.receipts.set(`${event.chat}:${event.message.message_id}`, false);
        break;
      case 'edited':
        this.chats.get(event.chat)?.messages.set(event.message.message_id, event.message);
        break;
      case 'deleted':
        for (const id of event.messageIds) {
          this.chats.get(event.chat)?.messages.delete(id);
          this.chats.get(event.chat)?.reactions.delete(id);
        }
        break;
      case 'ephemeral':
        this.chats.get(event.chat)?.ephemeral.set(event.message.ephemeral_message_id ?? 0, event.message);
        break;
      case 'ephemeral-deleted':
        this.chats.get(event.chat)?.ephemeral.delete(event.ephemeralId);
        break;
      case 'reactions':
        this.chats.get(event.chat)?.reactions.set(event.reactions.message, event.reactions.reactions);
        break;
      case 'chat':
        this.chats.set(event.chat.chat.id, {
          ...(this.chats.get(event.chat.chat.id) ?? nothingSaid()),
          ...event.chat,
        });
        break;
      case 'user':
        this.users.set(event.user.id, event.user);
        break;
      case 'bot':
        this.bot = event.bot;
        this.settings = event.settings;
        break;
      case 'commands':
        this.commands = event.commands;
        break;
      case 'description':
        this.description = event.description;
        break;
      case 'suggestions':
        this.suggestions = event.suggestions;
        break;
      case 'update':
        noteReceipt(this.receipts, event.update);
        break;
      case 'call':
        this.calls.push(event.call);
        if (this.calls.length > CALLS) this.calls.shift();
        break;
    }
  }
}

/** @param {ChatView} view @returns {ChatState} */
function withSaid(view) {
  return {
    ...view,
    messages: new Map(view.messages.map((message) => [message.message_id, message])),
    ephemeral: new Map(view.ephemeral.map((message) => [message.ephemeral_message_id ?? 0, message])),
    reactions: new Map(view.reactions.map(({ message, reactions }) => [message, reactions])),
  };
}

/** @returns {Said} */
function nothingSaid() {
  return { messages: new Map(), ephemeral: new Map(), reactions: new Map() };
}

/** @param {Map<string, boolean>} receipts @param {Update} update */
function noteReceipt(receipts, update) {
  const message = messageIn(update);
  if (message) receipts.set(`${message.chat.id}:${message.message_id}`, true);
}

/**
 * The message that an update brings to the bot, if it brings one.
 * @param {Update} update
 * @returns {Message | undefined}
 */
export function messageIn({ message, edited_message, guest_message }) {
  return message ?? edited_message ?? guest_message;
}
