/** What a button under an answer asks for. */
export interface CallbackData {
  /** `clipping`: show a clipping; `context`: show the text around it. */
  readonly show: 'clipping' | 'context';
  /** The passage that the button promised. */
  readonly id: string;
}

const CODES = { clipping: 'p', context: 'c' } as const;

/**
 * A button's callback data, 1–64 bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton
 * A clipping is named by its passage, not its rank, so that a button shows what it promised even when the
 * collection has changed meanwhile. The question is not in there: it stands in the message replied to.
 */
export function encodeCallbackData({ show, id }: CallbackData): string {
  return `${CODES[show]}:${id}`;
}

/** What the data asks for, or `undefined` for data that is not ours. */
export function decodeCallbackData(data: string): CallbackData | undefined {
  const [, code, id] = /^([pc]):([A-Za-z0-9_-]{1,62})$/.exec(data) ?? [];
  if (id === undefined) return undefined;
  return { show: code === CODES.clipping ? 'clipping' : 'context', id };
}
