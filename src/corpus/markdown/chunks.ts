import { beginsTable, isRow } from '../markup/table.js';

/** A stretch of lines that stands alone: what it is does not depend on the lines around it. */
export interface Chunk {
  readonly kind: 'text' | 'heading' | 'code' | 'table' | 'html';
  /** Without the marks of headings and fences. */
  readonly lines: readonly string[];
  /** Line of the file that `lines` begins in, counted from 1. */
  readonly line: number;
  /** Of a heading, 1 to 6. */
  readonly level?: number;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t\u3000]+(.*))?$/u;
const CLOSING_MARKS = /[ \t]#+$/u;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u;
const RULE = /^ {0,3}(?:-[-\s]{2,}|\*[*\s]{2,}|_[_\s]{2,}|={2,}\s*)$/u;
const UNDERLINE = /^ {0,3}(?:(=)=+|--+)[ \t]*$/u;
const LIST_MARK = /^ ?(?:[-*+]|\d{1,9}[.)])(?=[ \t]+\S)/u;
/** A list or a footnote, into which indented lines go on after an empty one. */
const CONTAINER = /^ {0,3}(?:[-*+]|\d{1,9}[.)]|\[\^[^\]\s]{1,99}\]:)[ \t]/u;
const INDENTED = /^(?: {2}|\t)\s*\S/u;
const QUOTED = /^ {0,3}>/u;
/** HTML goes to the end of these elements, others to the next empty line. */
const WHOLE_ELEMENT = /^ {0,3}<(table|details|pre|script|style|textarea|figure)\b/iu;
const HTML =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|br|center|dd|div|dl|dt|fieldset|figcaption|footer|form|h[1-6]|header|hr|iframe|img|li|main|nav|ol|p|section|summary|svg|tbody|td|tfoot|th|thead|tr|ul|video|audio)(?=[\s>/]|$)/iu;
const COMMENT = /^\s*<!--/u;
const COMMENT_END = '-->';
/** Marks of the containers, the tables of contents and the excerpts of site generators. */
const DIRECTIVE = /^ {0,3}(?::{3,}.*|\[\[?toc\]?\]|\{:.*\}|\[\/\/\]: .*)\s*$/iu;
/** Marks of site generators, with a text between two of them: Hugo's `{{< note >}}`, Jekyll's and Hexo's `{% note %}`. */
const GENERATOR_MARK = /\{\{[<%][^{}]*[%>]\}\}|\{%[^{}]*%\}/gu;
/** The mark below an item, which stands for a table of contents. */
const CONTENTS = /^ {0,3}\{: ?toc\b/iu;
/** The name or class of a heading, as in `## 请假 {#leave}`. */
const ATTRIBUTES = /\{:? ?[#.][\p{L}_][^{}]*\}$/u;
/** A longer line above `---` is a paragraph, and the hyphens are a rule. UTF-16 units. */
const LONGEST_UNDERLINED = 30;
const ENDS_SENTENCE = /[。！？；，：.!?;,:]$/u;

/** Divides a document into its chunks, in one pass over the lines. */
export function* chunksOf(lines: readonly string[], from = 0): Generator<Chunk> {
  const closings = new Closings(lines);
  let start = from;
  for (let i = from; i < lines.length; ) {
    const special = specialAt(lines, i, start, closings);
    if (special) {
      if (special.above > start) yield textOf(lines, start, special.above);
      if (special.chunk) yield special.chunk;
      i = start = special.next;
    } else if (i > start && beginsAnew(lines, i, start)) {
      yield textOf(lines, start, i);
      start = i;
      i++;
    } else i++;
  }
  if (lines.length > start) yield textOf(lines, start, lines.length);
}

interface Special {
  /** Absent for what is dropped: empty lines, rules, comments. */
  readonly chunk?: Chunk;
  /** The first line that is not part of the text before it. */
  readonly above: number;
  /** The first line after it. */
  readonly next: number;
}

/** What begins at a line other than text. `start` is where the text above it began. */
function specialAt(
  lines: readonly string[],
  at: number,
  start: number,
  closings: Closings,
): Special | undefined {
  const line = lines[at]!;
  if (line.trim() === '') return goesOn(lines, at, start) ? undefined : { above: at, next: at + 1 };
  const heading = HEADING.exec(line);
  if (heading)
    return { chunk: headingChunk(heading[2] ?? '', at, heading[1]!.length), above: at, next: at + 1 };
  if (at === start + 1 && isUnderlined(lines[start]!, line)) {
    const level = line.includes('=') ? 1 : 2;
    return { chunk: headingChunk(lines[start]!, start, level), above: start, next: at + 1 };
  }
  if (LIST_MARK.test(line) && CONTENTS.test(lines[at + 1] ?? '')) return { above: at, next: at + 2 };
  if (RULE.test(line) || DIRECTIVE.test(line) || withoutMarks(line).trim() === '')
    return { above: at, next: at + 1 };
  if (FENCE.test(line)) return fenced(lines, at);
  if (at + 1 < lines.length && beginsTable(line, lines[at + 1]!)) return table(lines, at);
  return htmlAt(lines, at, start, closings);
}

function headingChunk(text: string, at: number, level: number): Chunk {
  return {
    kind: 'heading',
    lines: [withoutAttributes(text.replace(CLOSING_MARKS, '').replace(/^#+$/u, ''))],
    line: at + 1,
    level,
  };
}

function withoutAttributes(heading: string): string {
  const text = heading.trimEnd();
  return ATTRIBUTES.test(text) ? text.replace(ATTRIBUTES, '').trimEnd() : heading;
}

/** A line less the marks of site generators; one with code in it may show them to readers. */
function withoutMarks(line: string): string {
  return !line.includes('{') || line.includes('`') ? line : line.replace(GENERATOR_MARK, '');
}

function isUnderlined(above: string, line: string): boolean {
  const text = above.trim();
  if (!UNDERLINE.test(line) || text.length > LONGEST_UNDERLINED || ENDS_SENTENCE.test(text)) return false;
  return !CONTAINER.test(above) && !QUOTED.test(above);
}

/** Whether a list or footnote goes on after the empty line: the next line that holds something is indented. */
function goesOn(lines: readonly string[], at: number, start: number): boolean {
  if (at === start || !CONTAINER.test(lines[start]!)) return false;
  const next = lines[at + 1];
  return next !== undefined && INDENTED.test(next);
}

function beginsAnew(lines: readonly string[], at: number, start: number): boolean {
  const line = lines[at]!;
  return (
    LIST_MARK.test(line) ||
    /^ {0,3}\[\^[^\]\s]{1,99}\]:/u.test(line) ||
    (QUOTED.test(line) && !QUOTED.test(lines[start]!))
  );
}

function fenced(lines: readonly string[], at: number): Special {
  const mark = FENCE.exec(lines[at]!)![1]!;
  const closing = (line: string) => {
    const text = line.trim();
    return text.startsWith(mark) && text === mark[0]!.repeat(text.length);
  };
  let end = at + 1;
  while (end < lines.length && !closing(lines[end]!)) end++;
  const chunk: Chunk = { kind: 'code', lines: lines.slice(at + 1, end), line: at + 2 };
  return { chunk, above: at, next: end + 1 };
}

function table(lines: readonly string[], at: number): Special {
  let end = at + 2;
  while (end < lines.length && isRow(lines[end]!)) end++;
  return { chunk: { kind: 'table', lines: lines.slice(at, end), line: at + 1 }, above: at, next: end };
}

function htmlAt(
  lines: readonly string[],
  at: number,
  start: number,
  closings: Closings,
): Special | undefined {
  const line = lines[at]!;
  if (COMMENT.test(line)) return comment(lines, at, closings);
  const name = WHOLE_ELEMENT.exec(line)?.[1]?.toLowerCase();
  const end = name === undefined ? undefined : closings.lineOf(`</${name}>`, at);
  if (end !== undefined) return html(lines, at, end + 1);
  if (name === undefined && (at !== start || !HTML.test(line))) return undefined;
  let empty = at;
  while (empty < lines.length && lines[empty]!.trim() !== '') empty++;
  return html(lines, at, empty);
}

function html(lines: readonly string[], at: number, end: number): Special {
  return { chunk: { kind: 'html', lines: lines.slice(at, end), line: at + 1 }, above: at, next: end };
}

/** A comment is dropped; what stands behind it in its last line is text. */
function comment(lines: readonly string[], at: number, closings: Closings): Special | undefined {
  const end = closings.lineOf(COMMENT_END, at);
  if (end === undefined) return undefined;
  const rest = lines[end]!.slice(lines[end]!.indexOf(COMMENT_END) + COMMENT_END.length);
  const chunk: Chunk = { kind: 'text', lines: [rest], line: end + 1 };
  return { ...(rest.trim() !== '' && { chunk }), above: at, next: end + 1 };
}

/** Finds the ends of what is closed. For each mark it is known where the last is, so that none is looked for in vain. */
class Closings {
  readonly #last = new Map<string, number>();

  constructor(private readonly lines: readonly string[]) {}

  /** The first line from `at` on that holds the mark, in small letters. */
  lineOf(mark: string, at: number): number | undefined {
    const holds = (line: string) => line.toLowerCase().includes(mark);
    const last = this.#last.get(mark) ?? this.lines.findLastIndex(holds);
    this.#last.set(mark, last);
    if (at > last) return undefined;
    let line = at;
    while (!holds(this.lines[line]!)) line++;
    return line;
  }
}

function textOf(lines: readonly string[], start: number, end: number): Chunk {
  return { kind: 'text', lines: lines.slice(start, end).map(withoutMarks), line: start + 1 };
}
