import { type Element, type Parent, type Text, walk } from './tree.js';

/** A block of text of an HTML document: what stands between two elements that begin a line. */
export interface HtmlBlock {
  readonly text: string;
  /** First and last line of the source file, counted from 1. */
  readonly lines: readonly [first: number, last: number];
  /** Share (0 to 1) of its characters that stand in links. */
  readonly linked: number;
  /** The elements that it stands in, outermost first. */
  readonly path: readonly Element[];
}

/** Elements that stay in their line; the cells of a table's row stand in one. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb ruby s samp small span strike strong sub sup td th time tt u var wbr'.split(
    ' ',
  ),
);

/**
 * The blocks of text of a document, in its order.
 * @param skip elements that are left out with all that is in them
 */
export function blocksOf(root: Parent, skip: (element: Element) => boolean): HtmlBlock[] {
  const builder = new Builder();
  for (const step of walk(root, skip)) {
    if (step.kind === 'text') builder.text(step.text);
    else if (step.kind === 'enter') builder.enter(step.element);
    else builder.leave(step.element);
  }
  builder.end();
  return builder.blocks;
}

class Builder {
  readonly blocks: HtmlBlock[] = [];
  readonly #path: Element[] = [];
  #text = '';
  #linkedUnits = 0;
  #lines: readonly [first: number, last: number] | undefined;

  enter(element: Element): void {
    if (!INLINE.has(element.tagName)) this.#close();
    this.#path.push(element);
  }

  leave(element: Element): void {
    if (!INLINE.has(element.tagName)) this.#close();
    else if (element.tagName === 'td' || element.tagName === 'th') this.#text += ' ';
    this.#path.pop();
  }

  /** Ends the text that stands in no element. */
  end(): void {
    this.#close();
  }

  text({ value, sourceCodeLocation }: Text): void {
    const first = sourceCodeLocation?.startLine ?? this.#lines?.[1] ?? 1;
    if (!this.#isInside('pre')) {
      this.#take(value, first);
      return;
    }
    value.split('\n').forEach((line, i) => {
      if (i > 0) this.#close();
      this.#take(line, first + i);
    });
  }

  #take(value: string, line: number): void {
    this.#text += value;
    if (value.trim() === '') return;
    const first = line + lineBreaks(value.slice(0, value.length - value.trimStart().length));
    this.#lines = [this.#lines?.[0] ?? first, line + lineBreaks(value.trimEnd())];
    if (this.#isInside('a')) this.#linkedUnits += value.trim().length;
  }

  #close(): void {
    const text = collapse(this.#text);
    if (this.#lines) {
      const linked = Math.min(1, this.#linkedUnits / text.length);
      this.blocks.push({ text, lines: this.#lines, linked, path: [...this.#path] });
    }
    this.#text = '';
    this.#linkedUnits = 0;
    this.#lines = undefined;
  }

  #isInside(tagName: string): boolean {
    return this.#path.some((element) => element.tagName === tagName);
  }
}

/** White space as a browser shows it, except that a line break between two Chinese characters is none. */
function collapse(text: string): string {
  return text
    .trim()
    .replace(/(?<=[\p{Script=Han}\p{P}])[ \t\n\f]*\n[ \t\n\f]*(?=[\p{Script=Han}\p{P}])/gu, '')
    .replace(/[ \t\n\f]+/g, ' ');
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
