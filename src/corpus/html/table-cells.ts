import { attribute, type Element, lineOf, type Text, walk } from './tree.js';
import { collapse } from './white-space.js';

export interface Cell {
  readonly text: string;
  /** Whether it is marked as a name (`th`). */
  readonly isName: boolean;
  /** How many columns and rows it covers. */
  readonly columns: number;
  readonly rows: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly isHead: boolean;
  readonly lines: readonly [first: number, last: number];
  /** Share (0 to 1) of its characters that stand in links. */
  readonly linked: number;
}

export interface Rows {
  readonly rows: readonly Row[];
  readonly caption:
    | { readonly text: string; readonly lines: readonly [first: number, last: number] }
    | undefined;
}

/** A cell that says it covers more columns or rows is taken to cover so many. */
const MOST_COVERED = 100;

/** The rows of a table that say something; `undefined` where it lays a page out: there is a table or a form in it. */
export function cellsOf(table: Element, skip: (element: Element) => boolean): Rows | undefined {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return undefined;
  const reading = new Reading();
  for (const step of walk(table, skip)) {
    if (step.kind === 'text') reading.text(step.text);
    else if (step.kind === 'leave') reading.leave(step.element);
    else if (step.element !== table && LAYING_OUT.has(step.element.tagName)) return undefined;
    else reading.enter(step.element);
  }
  return reading;
}

const LAYING_OUT: ReadonlySet<string> = new Set(['table', 'form', 'h1', 'article', 'main']);
const BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'section', 'li']);

class Reading implements Rows {
  readonly rows: Row[] = [];
  caption: Rows['caption'];
  #cells: Cell[] = [];
  #isHead = false;
  #links = 0;
  #linkedUnits = 0;
  #text: string | undefined;
  #lines: readonly [first: number, last: number] | undefined;

  enter({ tagName }: Element): void {
    if (tagName === 'thead') this.#isHead = true;
    else if (tagName === 'a') this.#links++;
    else if (tagName === 'td' || tagName === 'th' || tagName === 'caption') this.#text = '';
    else if (this.#text !== undefined && BREAKS.has(tagName)) this.#text += ' ';
  }

  leave(element: Element): void {
    const { tagName } = element;
    if (tagName === 'thead') this.#isHead = false;
    else if (tagName === 'a') this.#links--;
    else if (tagName === 'td' || tagName === 'th') this.#endCell(element);
    else if (tagName === 'caption') this.#endCaption();
    else if (tagName === 'tr') this.#endRow();
  }

  text(text: Text): void {
    const written = text.value.trim();
    if (this.#text === undefined) return;
    this.#text += text.value;
    if (written === '') return;
    if (this.#links > 0) this.#linkedUnits += written.length;
    const before = text.value.slice(0, text.value.indexOf(written));
    const first = (lineOf(text) ?? this.#lines?.[1] ?? 1) + before.split('\n').length - 1;
    this.#lines = [this.#lines?.[0] ?? first, first + written.split('\n').length - 1];
  }

  #endCell(element: Element): void {
    this.#cells.push({
      text: collapse(this.#text ?? ''),
      isName: element.tagName === 'th',
      columns: covered(attribute(element, 'colspan')),
      rows: covered(attribute(element, 'rowspan')),
    });
    this.#text = undefined;
  }

  #endCaption(): void {
    const text = collapse(this.#text ?? '');
    if (this.#lines && text !== '') this.caption = { text, lines: this.#lines };
    this.#text = undefined;
    this.#lines = undefined;
    this.#linkedUnits = 0;
  }

  #endRow(): void {
    const units = this.#cells.reduce((sum, { text }) => sum + text.length, 0);
    if (this.#lines && units > 0) {
      const linked = Math.min(1, this.#linkedUnits / units);
      this.rows.push({ cells: this.#cells, isHead: this.#isHead, lines: this.#lines, linked });
    }
    this.#cells = [];
    this.#linkedUnits = 0;
    this.#lines = undefined;
  }
}

function covered(stated: string): number {
  const count = Number.parseInt(stated, 10);
  return count >= 1 ? Math.min(count, MOST_COVERED) : 1;
}
