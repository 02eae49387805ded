import type { MessageEntity } from '@grammyjs/types';

/**
 * The entities that Telegram finds in what people type, after the expressions in TDLib's MessageEntity.cpp. Its word
 * characters are the letters and numbers of every script, so Chinese without a space or punctuation before or
 * after takes the mention away: `问@jianbao_bot` holds none. Offsets are UTF-16 units.
 */
const WORD = '\\p{L}\\p{N}_';
const TAG = '\\p{L}\\p{Nd}_\\u200c\\u00b7';

type Found = Extract<MessageEntity['type'], 'mention' | 'bot_command' | 'hashtag' | 'url'>;

/** In the order of precedence where two overlap. */
const PATTERNS: readonly (readonly [type: Found, pattern: RegExp])[] = [
  // The host needs a known top-level domain in TDLib; a few that people type in tests and demos stand for its list.
  [
    'url',
    /(?<![\p{L}\p{N}_/#@.-])(?:https?:\/\/[^\s<>"«»]+|(?:[a-z0-9-]+\.)+(?:com|org|net|cn|me|io|gov|edu|dev)(?::\d+)?(?:[/?#][^\s<>"«»]*)?)(?<![.:;,('?!`，。！？；：）》])/giu,
  ],
  ['mention', new RegExp(`(?<![${WORD}])@[A-Za-z0-9_]{3,32}(?![${WORD}])`, 'gu')],
  [
    'bot_command',
    new RegExp(`(?<![${WORD}/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![${WORD}/<>@])`, 'gu'),
  ],
  ['hashtag', new RegExp(`(?<![${TAG}])#(?=[${TAG}]*\\p{L})[${TAG}]{1,256}(?![${TAG}#])`, 'gu')],
];

/** Finds mentions, commands, hashtags and addresses, in the order of the text. */
export function findEntities(text: string): MessageEntity[] {
  const found: MessageEntity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (!found.some((other) => overlap(entity, other))) found.push(entity);
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}

interface Span {
  readonly offset: number;
  readonly length: number;
}

function overlap(a: Span, b: Span): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
