import { perform, upload } from '../client.js';

/** @import { Message } from '@grammyjs/types' */
/** @import { Draft } from '../compose/composer.js' */
/** @import { Context } from '../state/context.js' */

/**
 * Sends what was written, or puts it in the place of the message that it changes.
 * @param {Draft} draft
 * @param {{ chat: number, from: number, topic?: number | undefined }} where
 */
export async function sendDraft({ text, file, replyTo, edits }, { chat, from, topic }) {
  if (edits) return perform({ type: 'edit', chat, message: edits.message_id, text });
  return perform({
    type: 'say',
    chat,
    from,
    text,
    ...(file && { file: await upload(file) }),
    ...(replyTo && { replyTo: replyTo.message_id }),
    ...(topic !== undefined && { topic }),
  });
}

/**
 * The newest message that the visitor wrote in a chat.
 * @param {number} chat
 * @param {Context} context
 * @param {(message: Message) => boolean} [belongs] whether a message is one of those that are shown
 * @returns {Message | undefined}
 */
export function lastOwn(chat, { store, demo }, belongs = () => true) {
  const own = [...store.chat(chat).messages.values()].filter(
    ({ from, text, via_bot }) => from?.id === demo.visitor && text !== undefined && !via_bot,
  );
  return own.findLast(belongs);
}
