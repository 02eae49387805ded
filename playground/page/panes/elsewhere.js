import { MessageList } from '../chat/message-list.js';
import { completion } from '../compose/completion.js';
import { Composer } from '../compose/composer.js';
import { InlineMode } from '../compose/inline.js';
import { h } from '../ui/dom.js';
import { subtitleOf } from './group.js';
import { Pane, titleOf } from './pane.js';
import { lastOwn, sendDraft } from './sending.js';
import { suggestions } from './suggestions.js';

/** @import { Context } from '../state/context.js' */

/**
 * A chat among friends that the bot is not in: its clippings come through inline mode.
 * @param {Context} context
 */
export function elsewherePane(context) {
  const { store, labels, demo } = context;
  const chat = demo.elsewhere;

  const composer = new Composer(context, {
    label: labels.message,
    placeholder: labels.messageInline(store.bot.username),
    send: (draft) => sendDraft(draft, { chat, from: demo.visitor }),
    lastOwn: () => lastOwn(chat, context),
  });
  composer.addAssistant(completion(composer, chat, context));
  composer.addAssistant(new InlineMode(composer, chat, context));

  const messageList = new MessageList(context, {
    chat,
    label: labels.messagesOf(titleOf(chat, store)),
    belongs: () => true,
    actions: {
      reply: (message) => composer.replyTo(message),
      edit: (message) => composer.edit(message),
      person: () => demo.visitor,
    },
  });
  const examples = suggestions(
    {
      label: labels.tryInline,
      chat,
      from: 2,
      count: 3,
      choose: (question) => {
        composer.text = `@${store.bot.username} ${question}`;
        composer.focus();
      },
    },
    context,
  );

  return new Pane(context, {
    name: 'elsewhere',
    chat,
    title: () => titleOf(chat, store),
    subtitle: () => subtitleOf(chat, context),
    composer,
    content: [messageList.element, h('div', { class: 'strip' }, examples), composer.element],
  });
}
