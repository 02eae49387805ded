import type { Logger } from 'pino';
import { BoundedMap } from '../bounded-map.js';
import { replace } from '../calls/send.js';
import type { BotContext } from '../context.js';
import { plainReply } from '../replies/reply.js';
import { commandIn, textOf } from '../surfaces/message-text.js';
import { shorten } from '../wording/shorten.js';
import { broadcast } from './broadcast.js';
import { encodeOfficeButton, type OfficeButton } from './buttons.js';
import type { OfficeTools } from './office.js';
import { inboxReply } from './receiving.js';

/** Broadcasts that are remembered, so that a second press of the button sends nothing twice. */
const REMEMBERED = 200;

/** What the buttons under messages to administrators do. */
export class Pressing {
  readonly #sent = new BoundedMap<number, true>(REMEMBERED);

  constructor(
    private readonly tools: OfficeTools,
    private readonly log: Logger,
  ) {}

  /** Does what a button asks for. @returns what to show as a notice, where there is anything */
  async press(button: OfficeButton, ctx: BotContext): Promise<string | undefined> {
    switch (button.kind) {
      case 'broadcast':
        return this.#broadcast(ctx);
      case 'remove':
        return this.#remove(button.key, ctx);
      case 'follow':
        return this.#follow(button.channel, ctx);
      case 'unfollow':
        return this.#unfollow(button.channel, ctx);
    }
  }

  /** Sends what the command says that the button's message replies to. */
  async #broadcast(ctx: BotContext): Promise<string | undefined> {
    const words = ctx.locale.office;
    const shown = ctx.callbackQuery?.message;
    const original = shown && 'reply_to_message' in shown ? shown.reply_to_message : undefined;
    const content = original && textOf(original);
    const text = content && commandIn(content)?.argument;
    if (!shown || !text) return ctx.locale.questionGone;
    if (this.#sent.has(shown.message_id)) return words.alreadySent;
    this.#sent.set(shown.message_id, true);
    await replace(ctx, shown.message_id, plainReply(words.sending));
    // It may take minutes, in which the administrator is answered as ever.
    void broadcast(ctx.api, this.tools.subscribers(), text, this.tools.office.stopped)
      .then(({ delivered, blocked, failed }) =>
        replace(ctx, shown.message_id, plainReply(words.sent(delivered, blocked, failed))),
      )
      .catch((error: unknown) => this.log.warn({ err: error }, 'a broadcast could not be reported'));
    return undefined;
  }

  async #remove(key: string, ctx: BotContext): Promise<string> {
    const words = ctx.locale.office;
    const { inbox, shelf } = this.tools.office;
    const name = await inbox?.remove(key);
    if (name !== undefined) await shelf.look();
    const shown = ctx.callbackQuery?.message;
    if (shown) await replace(ctx, shown.message_id, await inboxReply(inbox, words));
    return name === undefined ? words.gone : shortNotice(words.removed(name));
  }

  async #follow(channel: number, ctx: BotContext): Promise<string> {
    const words = ctx.locale.office;
    const chat = await ctx.api.getChat(channel).catch(() => undefined);
    const member = chat && (await ctx.api.getChatMember(channel, ctx.me.id).catch(() => undefined));
    if (chat?.type !== 'channel' || member?.status !== 'administrator') return words.notInChannel;
    this.tools.office.channels.set(String(channel), { title: chat.title });
    return shortNotice(words.followed(chat.title));
  }

  async #unfollow(channel: number, ctx: BotContext): Promise<string> {
    const { channels } = this.tools.office;
    const words = ctx.locale.office;
    const title = channels.get(String(channel))?.title;
    channels.delete(String(channel));
    const shown = ctx.callbackQuery?.message;
    if (shown) await replace(ctx, shown.message_id, followReply(this.tools, ctx));
    return shortNotice(words.unfollowed(title ?? ''));
  }
}

/** The channels that are followed, with a button that ends it for each; and how to follow one. */
export function followReply({ office }: OfficeTools, { locale }: BotContext) {
  const words = locale.office;
  const channels = [...office.channels.entries()];
  if (channels.length === 0) return plainReply(words.howToFollow);
  return {
    ...plainReply(`${words.following(channels.length)}\n\n${words.howToFollow}`),
    keyboard: {
      inline_keyboard: channels.map(([id, { title }]) => [
        {
          text: words.unfollowButton(title),
          callback_data: encodeOfficeButton({ kind: 'unfollow', channel: Number(id) }),
        },
      ]),
    },
  };
}

/** A notice holds 200 characters: https://core.telegram.org/bots/api#answercallbackquery */
function shortNotice(text: string): string {
  return shorten(text, 200);
}
