import type { Range } from '../../language/range.js';
import { MOST_HEAD_LINES, titleBelowHead } from '../official-head.js';
import { isDashed } from './forms.js';
import { linesOf, type SourceLine } from './lines.js';
import { type Strip, stripOf } from './strip.js';
import { stretchesOf } from './text-table.js';
import { unwrap } from './wrap.js';

/** The lines of a file that make one article. */
export interface Section {
  /** At least one; the first is the headline where the section has one. */
  readonly strips: readonly Strip[];
  /** Whether it begins with a `#` or `##` headline. */
  readonly titled: boolean;
  /** The marks that made lines headlines: they are not text. UTF-16 units into the source. */
  readonly marks: readonly Range[];
}

/** Opening marks of a headline; a run of marks alone is an empty one. */
const OPENING = /^(#{1,6})(?:\s|$)/u;
/** Closing marks; the white space before them goes, too. */
const CLOSING = /\s(#+)$/u;
const FENCE = /^(?:```|~~~)/;

interface Heading {
  readonly strip?: Strip;
  readonly marks: readonly Range[];
}

/**
 * Divides a file into articles: each `#` or `##` headline begins one, except that one beginning with a dash is the
 * subtitle of the article before it, and one below the head of an official paper that paper's title. Other text before the first
 * headline is an article without one.
 * @param from where to begin, UTF-16 units
 * @param isPlain whether tabs and blanks may make the columns of tables
 */
export function* sectionsOf(text: string, from: number, isPlain: boolean): Generator<Section> {
  let draft = new Draft(isPlain);
  let fence = '';
  for (const line of linesOf(text, from)) {
    const mark = FENCE.exec(line.text)?.[0] ?? '';
    if (mark !== '' && (fence === '' || fence === mark)) fence = fence === '' ? mark : '';
    const heading = fence === '' ? headingOf(line) : undefined;
    if (!heading) {
      draft.addLine(line);
      continue;
    }
    if (startsArticle(heading, draft)) {
      if (!draft.isEmpty) yield draft.finish();
      draft = new Draft(isPlain, draft.isEmpty ? draft.marks : []);
    }
    draft.addHeading(heading);
  }
  if (!draft.isEmpty) yield draft.finish();
}

function startsArticle({ strip }: Heading, draft: Draft): boolean {
  if (!strip || strip.level > 2) return false;
  return draft.isEmpty || !(isDashed(strip.text) || draft.isHeadOf(strip.text));
}

function headingOf(line: SourceLine): Heading | undefined {
  const opening = OPENING.exec(line.text)?.[1];
  if (opening === undefined) return undefined;
  const closing = CLOSING.exec(line.text)?.[1] ?? '';
  const text = line.text.slice(opening.length, line.text.length - closing.length).trim();
  const marks: Range[] = [{ start: line.start, end: line.start + opening.length }];
  if (closing !== '') marks.push({ start: line.end - closing.length, end: line.end });
  if (text === '') return { marks };
  const start = line.start + line.text.indexOf(text, opening.length);
  const strip = { ...stripOf({ ...line, text, start, end: start + text.length }), level: opening.length };
  return { strip, marks };
}

/** An article's lines while they are gathered. */
class Draft {
  readonly #strips: Strip[] = [];
  #group: SourceLine[] = [];

  constructor(
    private readonly isPlain: boolean,
    readonly marks: Range[] = [],
  ) {}

  get isEmpty(): boolean {
    return this.#strips.length === 0 && this.#group.length === 0;
  }

  /** Whether all of it is the head of the official paper that has this title. */
  isHeadOf(title: string): boolean {
    const count = this.#strips.length + this.#group.length;
    if (count > MOST_HEAD_LINES) return false;
    const lines = [...this.#strips, ...this.#group].map(({ text }) => text);
    return titleBelowHead([...lines, title])?.start === count;
  }

  addLine(line: SourceLine): void {
    if (line.afterBlank) this.#closeGroup();
    this.#group.push(line);
  }

  addHeading({ strip, marks }: Heading): void {
    this.#closeGroup();
    this.marks.push(...marks);
    if (strip) this.#strips.push(strip);
  }

  finish(): Section {
    this.#closeGroup();
    const level = this.#strips[0]?.level ?? 0;
    return { strips: this.#strips, titled: level === 1 || level === 2, marks: this.marks };
  }

  #closeGroup(): void {
    if (this.#group.length === 0) return;
    for (const stretch of this.isPlain
      ? stretchesOf(this.#group)
      : [{ kind: 'text' as const, lines: this.#group }]) {
      const strips =
        stretch.kind === 'text'
          ? unwrap(stretch.lines)
          : stretch.rows.map(({ line, ...row }) => ({ ...stripOf(line), row }));
      for (const strip of strips) this.#strips.push(strip);
    }
    this.#group = [];
  }
}
