import { MessageList } from '../chat/message-list.js';
import { perform } from '../client.js';
import { completion } from '../compose/completion.js';
import { Composer } from '../compose/composer.js';
import { openForcedReplies } from '../compose/forced-reply.js';
import { InlineMode } from '../compose/inline.js';
import { face } from '../ui/avatar.js';
import { h } from '../ui/dom.js';
import { iconButton } from '../ui/icons.js';
import { Pane } from './pane.js';
import { lastOwn, sendDraft } from './sending.js';
import { suggestions } from './suggestions.js';

/** @import { Context } from '../state/context.js' */

/**
 * The private chat with the bot. Before the first word there is a welcome with a few questions, and a button that
 * starts the bot as Telegram's does.
 * @param {Context} context
 */
export function privatePane(context) {
  const { store, labels, demo } = context;
  const chat = demo.visitor;
  const title = () => store.nameOf(store.bot);

  const composer = new Composer(context, {
    label: labels.message,
    placeholder: labels.messagePrivate,
    leading: [iconButton('menu', labels.commands, () => openMenu(composer), { class: 'icon-button slash' })],
    takesFiles: true,
    send: (draft) => sendDraft(draft, { chat, from: chat }),
    lastOwn: () => lastOwn(chat, context),
  });
  composer.addAssistant(completion(composer, chat, context));
  composer.addAssistant(new InlineMode(composer, chat, context, { isMention: true }));
  openForcedReplies(composer, { chat, person: () => chat, belongs: () => true }, context);

  const start = () => context.start(undefined);
  const startButton = h('button', { type: 'button', class: 'start', on: { click: start } }, labels.start);
  const welcome = h('div', { class: 'welcome' }, ...welcomeParts(context, title()));
  const messageList = new MessageList(context, {
    chat,
    label: labels.messagesOf(title()),
    belongs: () => true,
    actions: {
      reply: (message) => composer.replyTo(message),
      edit: (message) => composer.edit(message),
      person: () => chat,
    },
    empty: welcome,
  });

  const showBeginning = () => {
    const isEmpty = store.chat(chat).messages.size === 0;
    welcome.hidden = !isEmpty;
    startButton.hidden = !isEmpty;
  };
  showBeginning();
  store.subscribe(({ type }) => {
    if (type === 'message' || type === 'deleted') showBeginning();
  });

  return new Pane(context, {
    name: 'private',
    chat,
    title,
    subtitle: () => labels.bot,
    composer,
    content: [messageList.element, startButton, composer.element],
  });
}

/** @param {Composer} composer */
function openMenu(composer) {
  composer.text = '';
  composer.complete(0, '/');
}

/** @param {Context} context @param {string} title */
function welcomeParts(context, title) {
  const { store, labels, demo } = context;
  const chat = demo.visitor;
  const ask = (/** @type {string} */ question) =>
    context.attempt(perform({ type: 'say', chat, from: chat, text: question }));
  const description = h('p', {});
  const draw = () => {
    description.textContent = descriptionIn(context) ?? labels.welcome;
  };
  draw();
  store.subscribe(({ type }) => {
    if (type === 'description') draw();
  });
  return [
    face(store.bot.id, title, store, 'large'),
    h('h3', {}, labels.welcomeTitle(title)),
    description,
    suggestions({ label: labels.tryAsking, chat, from: 0, count: 3, choose: ask }, context),
  ];
}

/** What the bot says that it can do, where it says so. @param {Context} context */
function descriptionIn({ store, language }) {
  return store.description[language] ?? store.description[''];
}
