/** What a button under an answer asks for. */
export interface Press {
  /** `page`: show a clipping; `context`: show the text around it. */
  readonly show: 'page' | 'context';
  /** The passage that the button promised. */
  readonly id: string;
}

const CODES = { page: 'p', context: 'c' } as const;

/**
 * A button's callback data, 1–64 bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton
 * A clipping is named by its passage, not its rank, so that a button shows what it promised even when the
 * collection has changed meanwhile. The question is not in there: it stands in the message replied to.
 */
export function encodePress({ show, id }: Press): string {
  return `${CODES[show]}:${id}`;
}

/** What the data asks for, or `undefined` for data that is not ours. */
export function decodePress(data: string): Press | undefined {
  const [, code, id] = /^([pc]):([A-Za-z0-9_-]{1,62})$/.exec(data) ?? [];
  if (id === undefined) return undefined;
  return { show: code === CODES.page ? 'page' : 'context', id };
}
