import type { Range } from '../../language/range.js';
import type { BlockRole } from '../article.js';
import { common, INLINE, OUTERMOST, type Scope, scopeOf } from './scope.js';
import { readTable, type TableBlock } from './table.js';
import { type Element, lineOf, type Parent, type Text, walk } from './tree.js';
import { collapse } from './white-space.js';

/** A block of text of an HTML document: what stands between two elements that begin a line, or a row of a table. */
export interface HtmlBlock {
  readonly text: string;
  /** First and last line of the source file, counted from 1. */
  readonly lines: readonly [first: number, last: number];
  /** Share (0 to 1) of its characters that stand in links. */
  readonly linked: number;
  /** The innermost element that it stands in. */
  readonly scope: Scope;
  /** What it is in a table of data. */
  readonly cells?: { readonly role: BlockRole; readonly added?: readonly Range[] };
}

/** A heading of more UTF-16 units is a text that was set like one: its lines stand apart. */
const LONGEST_HEADING = 80;
/** What a subtitle begins with, which is a line of its own. */
const DASHES = /^\s*[—―─]{2}/u;

/**
 * The blocks of text of a document, in its order.
 * @param skip elements that are left out with all that is in them
 */
export function blocksOf(root: Parent, skip: (element: Element) => boolean): HtmlBlock[] {
  const builder = new Builder();
  let table: Element | undefined;
  for (const step of walk(root, skip)) {
    if (table) {
      if (step.kind === 'leave' && step.element === table) table = undefined;
      else continue;
    }
    if (step.kind === 'text') builder.text(step.text);
    else if (step.kind === 'leave') builder.leave(step.element);
    else {
      builder.enter(step.element);
      const rows = step.element.tagName === 'table' ? readTable(step.element, skip) : undefined;
      if (!rows) continue;
      table = step.element;
      builder.rows(rows);
    }
  }
  builder.end();
  return builder.blocks;
}

class Builder {
  readonly blocks: HtmlBlock[] = [];
  #scope: Scope = OUTERMOST;
  #count = 0;
  #text = '';
  /** Whether a line of a heading has ended and the next not begun. */
  #isBroken = false;
  /** In which all of the text stands; absent while there is none. */
  #around: Scope | undefined;
  #linkedUnits = 0;
  #lines: readonly [first: number, last: number] | undefined;

  enter(element: Element): void {
    if (this.#isInHeading(element)) {
      this.#text += '\n';
      this.#isBroken = true;
    } else if (!INLINE.has(element.tagName)) this.#close();
    this.#scope = scopeOf(element, this.#scope, ++this.#count);
  }

  leave(element: Element): void {
    const { tagName } = element;
    if (!INLINE.has(tagName) && !this.#isInHeading(element)) this.#close();
    else if (tagName === 'td' || tagName === 'th') this.#text += ' ';
    this.#scope.last = this.#count;
    this.#scope = this.#scope.parent ?? OUTERMOST;
  }

  /** Whether it breaks the line of a heading, which is one for all that. */
  #isInHeading({ tagName }: Element): boolean {
    return tagName === 'br' && this.#scope.heading !== undefined && this.#text.length <= LONGEST_HEADING;
  }

  /** Takes the rows of a table of data, which has just been entered. */
  rows(rows: readonly TableBlock[]): void {
    for (const { role, added, ...row } of rows)
      this.blocks.push({ ...row, scope: this.#scope, cells: { role, ...(added && { added }) } });
  }

  /** Ends the text that stands in no element. */
  end(): void {
    this.#close();
  }

  text(text: Text): void {
    const first = lineOf(text) ?? this.#lines?.[1] ?? 1;
    if (!this.#scope.preformatted) {
      this.#take(text.value, first);
      return;
    }
    text.value.split('\n').forEach((line, i) => {
      if (i > 0) this.#close();
      this.#take(line, first + i);
    });
  }

  #take(value: string, line: number): void {
    if (this.#isBroken && DASHES.test(value)) this.#close();
    this.#text += value;
    if (value.trim() === '') return;
    this.#isBroken = false;
    this.#around = this.#around ? common(this.#around) : this.#scope;
    const first = line + lineBreaks(value.slice(0, value.length - value.trimStart().length));
    this.#lines = [this.#lines?.[0] ?? first, line + lineBreaks(value.trimEnd())];
    if (this.#scope.linked) this.#linkedUnits += value.trim().length;
  }

  #close(): void {
    if (this.#lines && this.#around) {
      const scope = this.#around.owner ?? this.#around;
      const text = scope.role === 'code' ? this.#text.trimEnd() : collapse(this.#text);
      const linked = Math.min(1, this.#linkedUnits / text.length);
      this.blocks.push({ text, lines: this.#lines, linked, scope });
    }
    this.#text = '';
    this.#isBroken = false;
    this.#around = undefined;
    this.#linkedUnits = 0;
    this.#lines = undefined;
  }
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
