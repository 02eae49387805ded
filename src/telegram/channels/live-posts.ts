import { join } from 'node:path';
import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { dayOf } from '../../language/dates.js';
import type { Access } from '../access.js';
import { postUrl } from '../administration/forwarded.js';
import { INBOX } from '../administration/inbox.js';
import type { Office } from '../administration/office.js';
import type { BotContext } from '../context.js';
import { standingText, textOf } from '../surfaces/message-text.js';
import { ChannelPosts, type PostLine } from './channel-posts.js';

/** Folder of the inbox in which posts are kept. */
const CHANNELS = 'channels';

/**
 * Takes the posts of channels into the collection as they are published, and their later versions in place of the earlier.
 * That anybody can make the bot an administrator of a channel is no consent of those who run the bot: a channel has to be
 * among the allowed, or an administrator of the bot has to have said so (/follow). Telegram tells no bot of a post that is
 * deleted, so it stays until its line is taken out of the file.
 */
export function livePosts(office: Office, { allowed, blocked }: Access): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const { folder } = office.shelf;
  const posts = folder === undefined ? undefined : new ChannelPosts(join(folder, INBOX, CHANNELS));
  const isWanted = (channel: number): boolean =>
    !blocked.has(channel) && (allowed.has(channel) || office.channels.has(String(channel)));

  composer.on(['channel_post', 'edited_channel_post'], async (ctx) => {
    const post = ctx.channelPost ?? ctx.editedChannelPost;
    if (!post || !posts || !isWanted(post.chat.id)) return;
    const line = lineOf(post, office.calendar.timeZone);
    if (line.text === '') await posts.remove(post.chat.id, line);
    else await posts.put(post.chat.id, line);
  });
  return composer;
}

function lineOf(post: Message & { readonly chat: { readonly title?: string } }, timeZone: string): PostLine {
  const { chat, message_id } = post;
  const content = textOf(post);
  return {
    id: `telegram:${chat.id}/${message_id}`,
    publication: chat.title ?? '',
    date: dayOf(new Date(post.date * 1000), timeZone),
    url: postUrl(chat, message_id),
    text: content ? standingText(content).trim() : '',
  };
}
