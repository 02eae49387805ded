import type { BlockRole } from '../article.js';
import type { Effort } from '../markup/effort.js';
import { piecesOf } from '../markup/inline.js';
import { hasMarkup, isTooMuch, type Node, parseBlocks, type Root } from '../markup/parse.js';
import type { Chunk } from './chunks.js';
import type { Definitions } from './definitions.js';
import { draftsOfHtmlChunk } from './html-chunk.js';
import type { MarkdownDraft } from './markdown-draft.js';
import { type Line, paragraphsOf } from './paragraphs.js';
import { rowsOf } from './table-chunk.js';

/** What stands around a node, as far as it gives its paragraphs their role. */
interface Around {
  readonly role: BlockRole;
}

interface Source {
  readonly text: string;
  /** Line of the file that `text` begins in, counted from 1. */
  readonly line: number;
  /** Where the chunk ends in `text`: definitions put in follow. UTF-16 units. */
  readonly end: number;
}

/** The blocks of a chunk of text: paragraphs, items, quotations, notes. What no person wrote is taken line by line. */
export function draftsOfText(
  { lines, line }: Chunk,
  definitions: Definitions,
  effort: Effort,
): MarkdownDraft[] {
  const text = lines.join('\n');
  if (!hasMarkup(text) || isTooMuch(text) || !effort.allows(text, line)) {
    return paragraphsOf(lines.map((each, i) => ({ text: each, number: line + i }))).map((paragraph) => ({
      role: 'paragraph',
      ...paragraph,
    }));
  }
  const whole = text + definitions.namedIn(text);
  return draftsOf(parseBlocks(whole), { text: whole, line, end: text.length }, { role: 'paragraph' });
}

/** Goes as deep as a chunk is nested, which has a bound (`isTooMuch`). */
function draftsOf(parent: Root | Node, source: Source, around: Around): MarkdownDraft[] {
  if (!('children' in parent)) return [];
  return parent.children.flatMap((node) => {
    if ((node.position?.start.offset ?? 0) >= source.end) return [];
    switch (node.type) {
      case 'paragraph':
        return draftsOfParagraph(node, source, around);
      case 'heading':
        return draftsOfParagraph(node, source, around);
      case 'blockquote':
        return draftsOf(node, source, { role: 'quotation' });
      case 'list':
        return draftsOf(node, source, around);
      case 'listItem':
        return draftsOf(node, source, { role: 'item' });
      case 'footnoteDefinition':
        return draftsOf(node, source, { role: 'note' });
      case 'code':
        return codeLines(node.value.split('\n'), lineOf(node, source) + 1);
      case 'table':
        return tableRows(node, source);
      case 'html':
        return draftsOfHtmlChunk(node.value, lineOf(node, source));
      default:
        return [];
    }
  });
}

function draftsOfParagraph(node: Node, source: Source, { role }: Around): MarkdownDraft[] {
  const caption = captionOf(node);
  const first = lineOf(node, source);
  if (caption !== undefined)
    return caption === '' ? [] : [{ role: 'caption', text: caption, lines: [first, first] }];
  const bold = 'children' in node && node.children.length === 1 && node.children[0]?.type === 'strong';
  return paragraphsOf(linesOf(node, source)).map((paragraph) => ({
    role,
    ...paragraph,
    ...(bold && { bold }),
  }));
}

/** The lines of a paragraph's text, with the lines of the file that they stand in. */
function linesOf(node: Node, source: Source): Line[] {
  const lines: Line[] = [];
  let current: Line = { text: '', number: lineOf(node, source) };
  for (const piece of piecesOf(node, source.text)) {
    for (const [i, part] of piece.text.split('\n').entries()) {
      const number = source.line + piece.line - 1 + i;
      if (i > 0) lines.push(current);
      if (i > 0 || current.text === '') current = { text: part, number };
      else current = { text: current.text + part, number: current.number };
    }
  }
  return [...lines, current];
}

/** What a picture alone in its paragraph says below itself; '' where it says nothing, `undefined` where it is not alone. */
function captionOf(node: Node): string | undefined {
  if (!('children' in node) || node.children.length === 0) return undefined;
  const pictures = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (!pictures.every((child) => child.type === 'image' || child.type === 'imageReference')) return undefined;
  return pictures
    .map((child) => ('title' in child ? (child.title ?? '') : ''))
    .join(' ')
    .trim();
}

/** Each line of code is a block of its own; its indent is part of it. */
export function codeLines(lines: readonly string[], first: number): MarkdownDraft[] {
  return lines.flatMap((text, i) =>
    text.trim() === ''
      ? []
      : { role: 'code' as const, text: text.trimEnd(), lines: [first + i, first + i] as const },
  );
}

/** A table inside a list or a quotation. */
function tableRows(node: Node, source: Source): MarkdownDraft[] {
  if (node.type !== 'table') return [];
  const rows = node.children.map((row) => ({
    cells: row.children.map((cell) =>
      piecesOf(cell, source.text)
        .map(({ text }) => text)
        .join(''),
    ),
    line: lineOf(row, source),
  }));
  return rowsOf(rows);
}

function lineOf(node: Node, { line }: Source): number {
  return line + (node.position?.start.line ?? 1) - 1;
}
