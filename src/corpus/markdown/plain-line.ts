import { hasMarkup } from '../markup/parse.js';
import type { Chunk } from './chunks.js';
import type { MarkdownDraft } from './markdown-draft.js';

const ITEM_OR_NOTE = /^ ?(?:(\[\^[^\]\s]{1,99}\]:)|[-*+]|\d{1,9}[.)])[ \t]+(\S.*)$/u;

/** An item or a footnote in one line without other marks, as most are: it need not be parsed, which takes long for many. */
export function plainLine({ kind, lines, line }: Chunk): MarkdownDraft | undefined {
  if (kind !== 'text' || lines.length !== 1) return undefined;
  const [, note, text] = ITEM_OR_NOTE.exec(lines[0]!) ?? [];
  if (text === undefined || hasMarkup(text)) return undefined;
  return { role: note === undefined ? 'item' : 'note', text: text.trimEnd(), lines: [line, line] };
}
