/** What a button asks for that is pressed to be told later, or to tell what one thinks. */
export type ToldData = WishData | JudgeData;

/** Being told when there is an answer. The question stands in the message replied to, as with all buttons. */
export type WishData =
  | { readonly wish: 'begin' | 'end-all' }
  /** `end`: under a refusal; `drop`: in the list. */
  | { readonly wish: 'end' | 'drop'; readonly id: string };

/** What somebody thinks of an answer. */
export interface JudgeData {
  readonly judge: 'useful' | 'wrong' | 'typo';
  /** The passage that was shown. */
  readonly id: string;
}

/** One letter each, none of which `callback-data.ts` has. */
const WISH = { begin: 'k', 'end-all': 'z', end: 'e', drop: 'd' } as const;
const JUDGE = { useful: 'g', wrong: 'b', typo: 't' } as const;

/** A button's callback data, 1–64 bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton */
export function encodeToldData(data: ToldData): string {
  const code = 'judge' in data ? JUDGE[data.judge] : WISH[data.wish];
  return 'id' in data ? `${code}:${data.id}` : code;
}

/** What the data asks for, or `undefined` for data of other buttons. */
export function decodeToldData(data: string): ToldData | undefined {
  const [, code = '', id] = /^([a-z])(?::([A-Za-z0-9_-]{1,62}))?$/.exec(data) ?? [];
  const wish = keyOf(WISH, code);
  if (wish === 'begin' || wish === 'end-all') return id === undefined ? { wish } : undefined;
  if (id === undefined) return undefined;
  if (wish) return { wish, id };
  const judge = keyOf(JUDGE, code);
  return judge && { judge, id };
}

function keyOf<K extends string>(codes: Readonly<Record<K, string>>, code: string): K | undefined {
  return (Object.keys(codes) as K[]).find((key) => codes[key] === code);
}
