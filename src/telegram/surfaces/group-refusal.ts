import { Composer, GrammyError } from 'grammy';
import type { Message } from 'grammy/types';
import { BoundedMap } from '../bounded-map.js';
import { send, threadOf } from '../calls/send.js';
import type { BotContext } from '../context.js';
import { plainReply, type Reply } from '../replies/reply.js';

/** So many groups are known to have made the bot an administrator, or not, and for how long that is believed. */
const GROUPS = 2_000;
const BELIEVED_MS = 600_000;

/**
 * Refusals in groups. Where the bot is an administrator they are ephemeral: whoever asked sees them, and nobody else's screen
 * is taken up (https://core.telegram.org/bots/api#ephemeral-messages-and-commands: other bots may do so only in answer to a
 * button). Elsewhere, and to those who speak as a chat, they are one line.
 */
export class GroupRefusals {
  readonly #isAdministrator = new BoundedMap<number, { readonly is: boolean; readonly until: number }>(
    GROUPS,
  );

  /** Keeps up with what the bot is made in groups. */
  readonly upkeep = new Composer<BotContext>();

  constructor() {
    this.upkeep.on('my_chat_member', (ctx, next) => {
      this.#note(ctx.chat.id, ctx.myChatMember.new_chat_member.status);
      return next();
    });
  }

  /** @param to the message that asked */
  async send(ctx: BotContext, reply: Reply, to: number): Promise<Message> {
    const receiver = personBehind(ctx);
    if (receiver !== undefined && (await this.#mayBeEphemeral(ctx))) {
      const sent = await this.#sendTo(receiver, ctx, reply, to);
      if (sent) return sent;
    }
    const { keyboard } = reply;
    return send(ctx, { ...plainReply(ctx.locale.told.shortRefusal), ...(keyboard && { keyboard }) }, to);
  }

  async #sendTo(
    receiver: number,
    ctx: BotContext,
    { message, keyboard }: Reply,
    to: number,
  ): Promise<Message | undefined> {
    try {
      return await ctx.api.sendMessage(ctx.chatId as number, message.text, {
        entities: message.entities,
        link_preview_options: { is_disabled: true },
        ephemeral_message_parameters: { receiver_user_id: receiver },
        reply_parameters: { message_id: to },
        ...threadOf(ctx),
        ...(keyboard && { reply_markup: keyboard }),
      });
    } catch (error) {
      // No administrator any more, the question gone, a server that does not know of it: the group is told instead.
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
      if (error.description.includes('ADMIN')) this.#note(ctx.chatId as number, 'member');
      return undefined;
    }
  }

  async #mayBeEphemeral(ctx: BotContext): Promise<boolean> {
    const chat = ctx.chatId as number;
    const known = this.#isAdministrator.get(chat);
    if (known && known.until > Date.now()) return known.is;
    try {
      return this.#note(chat, (await ctx.api.getChatMember(chat, ctx.me.id)).status);
    } catch (error) {
      if (!(error instanceof GrammyError)) throw error;
      return this.#note(chat, 'member');
    }
  }

  #note(chat: number, status: string): boolean {
    const is = status === 'administrator' || status === 'creator';
    this.#isAdministrator.set(chat, { is, until: Date.now() + BELIEVED_MS });
    return is;
  }
}

/** Who asked; `undefined` for one who speaks as a chat, behind whom nobody can be made out. */
function personBehind({ message }: BotContext): number | undefined {
  return message?.sender_chat === undefined && message?.from?.is_bot === false ? message.from.id : undefined;
}
