import type { MessageEntity } from 'grammy/types';

/**
 * Text with the entities that dress it. Offsets and lengths are UTF-16 units, as everywhere in the Bot API, so
 * ranges of an excerpt become entities without conversion, and nothing has to be escaped.
 */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** What formatted text is put together from. */
export type Piece = string | FormattedText;

/** The types of entities that need nothing but their range. */
export type Style = 'bold' | 'underline' | 'code' | 'blockquote' | 'expandable_blockquote';

/** Joins pieces; entities keep to their piece. */
export function concat(...pieces: readonly Piece[]): FormattedText {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    for (const entity of piece.entities) entities.push({ ...entity, offset: entity.offset + text.length });
    text += piece.text;
  }
  return { text, entities };
}

/** Dresses the whole of a piece. The outer entity comes before the inner ones, as Telegram sorts them. */
export function styled(style: Style, piece: Piece): FormattedText {
  const { text, entities } = concat(piece);
  return { text, entities: [{ type: style, offset: 0, length: text.length }, ...entities] };
}

/** A piece that opens an address. */
export function link(url: string, piece: Piece): FormattedText {
  const { text, entities } = concat(piece);
  return { text, entities: [{ type: 'text_link', url, offset: 0, length: text.length }, ...entities] };
}

/** Joins pieces with a separator between them. */
export function joined(pieces: readonly Piece[], separator: string): FormattedText {
  return concat(...pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece])));
}
