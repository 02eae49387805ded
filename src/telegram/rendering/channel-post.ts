/** A post in a channel or group, as calls name it. */
export interface ChannelPost {
  /** `@username`, or the number of a chat without one. */
  readonly chat: string | number;
  readonly message: number;
}

/** In front of the numbers that `t.me/c/…` bears, in the Bot API: https://core.telegram.org/bots/api#chat */
const BOT_API_PREFIX = -1_000_000_000_000;
const FORM = /^https?:\/\/(?:t|telegram)\.me\/(?:c\/(\d{1,13})|([A-Za-z]\w{3,31}))\/(\d{1,10})(?:[?#].*)?$/;

/** The post that an address leads to; `undefined` for addresses of anything else. */
export function channelPost(url: string | undefined): ChannelPost | undefined {
  const [, number, name, message] = FORM.exec(url ?? '') ?? [];
  if (message === undefined) return undefined;
  return {
    chat: number === undefined ? `@${name}` : BOT_API_PREFIX - Number(number),
    message: Number(message),
  };
}
