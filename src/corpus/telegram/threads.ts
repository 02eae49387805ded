import type { Article } from '../article.js';
import { composeText } from '../article-text.js';
import { firstWords } from '../first-words.js';
import { shortHash } from '../identity.js';
import type { Chat, Message } from './chat.js';

/**
 * The articles of a chat: a message each, with the replies to it and to these as further paragraphs, so that an answer is
 * found with its question and is cited with the message that began it.
 * @param messages in the order of the chat; a message answers one before it
 */
export function articlesOf(source: string, chat: Chat, messages: readonly Message[]): Article[] {
  const threads = new Map<number, Message[]>();
  const roots = new Map<number, number>();
  for (const message of messages) {
    const root = message.replyTo === undefined ? undefined : roots.get(message.replyTo);
    const thread = root === undefined ? undefined : threads.get(root);
    roots.set(message.id, root ?? message.id);
    if (thread) thread.push(message);
    else threads.set(message.id, [message]);
  }
  return [...threads.values()].map((thread) => articleOf(source, chat, thread));
}

function articleOf(source: string, { name, isChannel, address }: Chat, thread: readonly Message[]): Article {
  const first = thread[0]!;
  const drafts = thread.flatMap(({ text, lines }) =>
    paragraphsOf(text).map((paragraph) => ({ role: 'paragraph' as const, text: paragraph, lines })),
  );
  return {
    id: shortHash(source, name ?? '', String(first.id)),
    source,
    title: firstWords(drafts[0]?.text ?? ''),
    ...(name && { publication: name }),
    ...(first.date && { date: first.date }),
    ...(!isChannel && first.from && { author: first.from }),
    ...(address && { url: `${address}${first.id}` }),
    ...composeText(drafts),
    lines: [first.lines[0], thread.at(-1)!.lines[1]],
  };
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
