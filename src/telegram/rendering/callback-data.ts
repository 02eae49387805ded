import type { FilterKind } from '../../answering/answer.js';

/** How the reader wants a question's answer shown. */
export interface View {
  /** Whether the newest comes first, and not the best. */
  readonly newestFirst: boolean;
  /** Limits in the question that the reader has taken away. */
  readonly without: readonly FilterKind[];
}

/** As it is shown at first. */
export const FIRST_VIEW: View = { newestFirst: false, without: [] };

/** What a button under an answer asks for. */
export type CallbackData =
  /** Ask the question again, in this view. */
  | { readonly show: 'answer'; readonly view: View }
  /** The clipping of this passage; or it with a list of the others. */
  | { readonly show: 'clipping' | 'list'; readonly id: string; readonly view: View }
  /** The article of this passage, at it or at a page, counted from 0. */
  | { readonly show: 'article'; readonly id: string; readonly page?: number; readonly view: View }
  /** The post that this passage is from, as Telegram's own quotation. */
  | { readonly show: 'post'; readonly id: string; readonly view: View };

const CODES = { p: 'clipping', l: 'list', c: 'article', q: 'post', w: 'answer' } as const;
type Code = keyof typeof CODES;
const CODE_OF = Object.fromEntries(Object.entries(CODES).map(([code, show]) => [show, code])) as Record<
  CallbackData['show'],
  Code
>;

const NEWEST_FIRST = 'n';
const KINDS: Readonly<Record<string, FilterKind>> = {
  d: 'date',
  u: 'publication',
  g: 'page',
  t: 'title',
  x: 'phrase',
};

/** Code, passage, page and view, each absent where there is none; ids have 16 characters at most and never look like a view. */
const FORM = /^([plcqw])(?::([A-Za-z0-9_-]{1,40}))?(?:@(\d{1,6}))?(?:!([ndugtx]{1,6}))?$/;

/**
 * A button's callback data, 1–64 bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton
 * A clipping is named by its passage, not its rank, so that a button shows what it promised even when the
 * collection has changed meanwhile. The question is not in there: it stands in the message replied to.
 */
export function encodeCallbackData(data: CallbackData): string {
  const id = 'id' in data ? `:${data.id}` : '';
  const page = 'page' in data && data.page !== undefined ? `@${data.page}` : '';
  const view = encodeView(data.view);
  return CODE_OF[data.show] + id + page + (view && `!${view}`);
}

/** What the data asks for, or `undefined` for data that is not ours. */
export function decodeCallbackData(data: string): CallbackData | undefined {
  const [whole, code, id, page, letters] = FORM.exec(data) ?? [];
  if (whole === undefined) return undefined;
  const show = CODES[code as Code];
  const view = decodeView(letters ?? '');
  if (show === 'answer') return id === undefined && page === undefined ? { show, view } : undefined;
  if (id === undefined) return undefined;
  if (show === 'article') return { show, id, ...(page !== undefined && { page: Number(page) }), view };
  return page === undefined ? { show, id, view } : undefined;
}

function encodeView({ newestFirst, without }: View): string {
  const letters = Object.entries(KINDS).flatMap(([letter, kind]) => (without.includes(kind) ? letter : []));
  return (newestFirst ? NEWEST_FIRST : '') + letters.join('');
}

function decodeView(letters: string): View {
  return {
    newestFirst: letters.includes(NEWEST_FIRST),
    without: [...new Set(letters)].flatMap((letter) => KINDS[letter] ?? []),
  };
}
