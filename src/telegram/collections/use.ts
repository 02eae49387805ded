import { Composer } from 'grammy';
import { send } from '../calls/send.js';
import type { BotContext } from '../context.js';
import { plainReply } from '../replies/reply.js';
import { type Collections, spotOf } from './routed.js';

/** Names of folders that are listed; of more the beginning. */
const MOST_NAMES = 40;

/**
 * `/use NAME` binds a chat or topic to a folder of the collection, `/use` alone says which there are, and `/use *` frees it
 * again. In a group only its administrators may; a private chat is its person's own.
 */
export function useCommand(collections: Collections): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.chatType(['private', 'group', 'supergroup']).command('use', async (ctx) => {
    const text = await use(ctx, ctx.match.trim(), collections);
    await send(ctx, plainReply(text), ctx.message?.message_id);
  });
  return composer;
}

async function use(ctx: BotContext, wanted: string, { parts, bindings }: Collections): Promise<string> {
  const say = ctx.locale.collections;
  const spot = spotOf(ctx);
  const names = parts.names();
  if (!spot || wanted === '') return say.list(names.slice(0, MOST_NAMES), spot && bindings.of(spot));
  if (!(await mayBind(ctx))) return say.administratorsOnly;
  if (wanted === '*') {
    bindings.bind(spot, undefined);
    return say.freed(bindings.of(spot));
  }
  if (!names.includes(wanted)) return say.unknown(wanted, names.slice(0, MOST_NAMES));
  bindings.bind(spot, wanted);
  return say.bound(wanted);
}

/** Whether who asks decides for the chat. An administrator may speak as the group itself. */
async function mayBind(ctx: BotContext): Promise<boolean> {
  if (ctx.chat?.type === 'private') return true;
  if (ctx.senderChat !== undefined) return ctx.senderChat.id === ctx.chat?.id;
  const { status } = await ctx.getAuthor();
  return status === 'creator' || status === 'administrator';
}
