/** What a button of an administrator does. */
export type OfficeButton =
  /** Sends what the message that it answers says, to so many. */
  | { readonly kind: 'broadcast'; readonly chats: number }
  /** Removes a file of the inbox, named by its key. */
  | { readonly kind: 'remove'; readonly key: string }
  /** Takes the posts of a channel into the collection from now on, or no more. */
  | { readonly kind: 'follow' | 'unfollow'; readonly channel: number };

/** Callback data, 1–64 bytes; `a` is the code of these buttons beside those under answers. */
export function encodeOfficeButton(button: OfficeButton): string {
  switch (button.kind) {
    case 'broadcast':
      return `a:b:${button.chats}`;
    case 'remove':
      return `a:r:${button.key}`;
    case 'follow':
      return `a:f:${button.channel}`;
    case 'unfollow':
      return `a:u:${button.channel}`;
  }
}

/** What the data asks for, or `undefined` for data of other buttons. */
export function decodeOfficeButton(data: string): OfficeButton | undefined {
  const [, code, value = ''] = /^a:([brfu]):([A-Za-z0-9_-]{1,32})$/.exec(data) ?? [];
  if (code === 'r') return { kind: 'remove', key: value };
  const number = Number(value);
  if (code === undefined || !Number.isSafeInteger(number)) return undefined;
  if (code === 'b') return { kind: 'broadcast', chats: number };
  return { kind: code === 'f' ? 'follow' : 'unfollow', channel: number };
}
