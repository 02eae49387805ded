import { MessageList } from '../chat/message-list.js';
import { perform } from '../client.js';
import { completion } from '../compose/completion.js';
import { Composer } from '../compose/composer.js';
import { openForcedReplies } from '../compose/forced-reply.js';
import { InlineMode } from '../compose/inline.js';
import { h } from '../ui/dom.js';
import { groupSettings } from './group-settings.js';
import { Pane, titleOf } from './pane.js';
import { lastOwn, sendDraft } from './sending.js';
import { speakerChoice } from './speaker.js';
import { suggestions } from './suggestions.js';
import { Topics } from './topics.js';

/** @import { Message } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/**
 * The group that the bot is in: several people, topics, and the settings that decide what the bot gets to see.
 * @param {Context} context
 */
export function groupPane(context) {
  const { store, labels, demo } = context;
  const chat = demo.group;
  const speaker = speakerChoice(chat, context, () => messageList.draw());

  const composer = new Composer(context, {
    label: labels.message,
    placeholder: labels.messageGroup(store.bot.username),
    leading: [speaker.element],
    send: (draft) => sendDraft(draft, { chat, from: speaker.chosen(), topic: topics.chosen }),
    lastOwn: () => lastOwn(chat, context, (message) => isShown(message)),
  });
  composer.addAssistant(completion(composer, chat, context));
  composer.addAssistant(
    new InlineMode(composer, chat, context, { place: () => topics.place, isMention: true }),
  );

  const isShown = (/** @type {Message} */ message) => topics.isShown(message);
  openForcedReplies(composer, { chat, person: () => speaker.chosen(), belongs: isShown }, context);

  const topics = new Topics(chat, context, () => messageList.draw());
  const messageList = new MessageList(context, {
    chat,
    label: labels.messagesOf(titleOf(chat, store)),
    belongs: isShown,
    actions: {
      reply: (message) => composer.replyTo(message),
      edit: (message) => composer.edit(message),
      person: () => speaker.chosen(),
    },
  });
  topics.control(messageList.element);

  const settings = groupSettings(chat, context);
  const examples = suggestions(
    {
      label: labels.tryMention,
      chat,
      from: 1,
      count: 3,
      choose: (question) => {
        const text = `@${store.bot.username} ${question}`;
        context.attempt(perform({ type: 'say', chat, from: demo.visitor, text, ...topics.place }));
      },
    },
    context,
  );

  return new Pane(context, {
    name: 'group',
    chat,
    title: () => titleOf(chat, store),
    subtitle: () => subtitleOf(chat, context),
    controls: [settings.toggle],
    composer,
    content: [
      settings.panel,
      topics.element,
      messageList.element,
      h('div', { class: 'strip' }, examples),
      composer.element,
    ],
  });
}

/**
 * How many people are there, and whether the bot is.
 * @param {number} chat
 * @param {Context} context
 */
export function subtitleOf(chat, { store, labels }) {
  const { members, bot } = store.chat(chat);
  return `${labels.members(members.length + (bot === 'absent' ? 0 : 1))} · ${labels.botIs[bot]}`;
}
