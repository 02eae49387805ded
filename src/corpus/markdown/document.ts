import type { Article, BlockRole } from '../article.js';
import { composeText } from '../article-text.js';
import type { FrontMatter } from '../front-matter/front-matter.js';
import { collapse } from '../html/white-space.js';
import { shortHash } from '../identity.js';
import { Effort } from '../markup/effort.js';
import { textsOfLines } from '../markup/inline.js';
import { withOfficialTitle } from '../official-head.js';
import { bylineInParagraph, bylineOfLine } from '../page/bylines.js';
import { isCredit, isDashed } from '../page/forms.js';
import { subtitlesAmong } from '../page/subtitles.js';
import { nameOf } from '../source-name.js';
import { withEnumeratedItems } from '../structure/enumerated.js';
import { withHeadings } from '../structure/headings.js';
import { withQuestions } from '../structure/questions.js';
import { batchesOf } from './batches.js';
import { type Chunk, chunksOf } from './chunks.js';
import { Definitions } from './definitions.js';
import { draftsOfHtmlChunk } from './html-chunk.js';
import type { MarkdownDraft } from './markdown-draft.js';
import { plainLine } from './plain-line.js';
import { draftsOfTable } from './table-chunk.js';
import { codeLines, draftsOfText } from './text-chunk.js';

const HEADINGS: ReadonlySet<BlockRole> = new Set(['title', 'subhead']);

/** A file that is one article with sections. */
export interface DocumentReading {
  /** Absent where the file holds no text. */
  readonly article?: Article;
  /** Line from which on marks of Markdown are read as text, since there are too many before it. */
  readonly unparsedFrom?: number;
}

/** Reads a Markdown file as one article: its headings are its sections, and of its marks none is text. */
export function readDocument(source: string, text: string, front: FrontMatter): DocumentReading {
  const effort = new Effort();
  const drafts = withRoles(draftsOfDocument(text, front, effort));
  const first = drafts[0];
  if (!first) return {};
  const title = drafts.find(({ role }) => role === 'title')?.text ?? front.title ?? nameOf(source);
  const article: Article = {
    id: shortHash(source, title, '1'),
    source,
    title,
    ...fieldOf('subtitle', belowTitle(drafts)),
    ...front.facts,
    ...bylineOf(drafts),
    ...fieldOf('credit', drafts),
    ...composeText(drafts),
    lines: [first.lines[0], drafts.at(-1)!.lines[1]],
  };
  const { exhaustedAt } = effort;
  return { article, ...(exhaustedAt !== undefined && { unparsedFrom: exhaustedAt }) };
}

function draftsOfDocument(
  text: string,
  { range, title }: FrontMatter,
  effort: Effort,
): readonly MarkdownDraft[] {
  const lines = text.split(/\r\n|\n|\r/);
  const from = range.end === 0 ? 0 : text.slice(0, range.end).split(/\r\n|\n|\r/).length;
  const definitions = new Definitions(lines);
  const drafts: MarkdownDraft[] = [];
  for (const chunk of batchesOf(chunksOf(lines, from))) {
    for (const draft of draftsOfChunk(chunk, definitions, effort)) drafts.push(draft);
  }
  const at = titleAmong(drafts, title);
  const titled = drafts.map((draft, i): MarkdownDraft => {
    return i === at ? { role: 'title', text: draft.text, lines: draft.lines } : draft;
  });
  return at < 0 && title !== undefined ? titled : withOfficialTitle(titled);
}

/** Which block is the title: the only heading of the first level, else what the file begins with if that is a heading. */
function titleAmong(drafts: readonly MarkdownDraft[], stated: string | undefined): number {
  const isFirstLevel = ({ role, level, text }: MarkdownDraft) =>
    role === 'subhead' && level === 1 && !isDashed(text);
  const at = drafts.findIndex(isFirstLevel);
  if (at > 0 && drafts.findLastIndex(isFirstLevel) === at) return at;
  const [first] = drafts;
  return first?.role === 'subhead' && (first.level === 1 || first.text === stated) ? 0 : -1;
}

function draftsOfChunk(chunk: Chunk, definitions: Definitions, effort: Effort): readonly MarkdownDraft[] {
  const { kind, lines, line } = chunk;
  const plain = plainLine(chunk);
  if (plain) return [plain];
  if (kind === 'code') return codeLines(lines, line);
  if (kind === 'table') return draftsOfTable(chunk, definitions, effort);
  if (kind === 'html') return draftsOfHtmlChunk(lines.join('\n'), line);
  if (kind === 'text') return draftsOfText(chunk, definitions, effort);
  const heading = definitions.withoutNoteMarks(lines[0] ?? '');
  const text = collapse(textsOfLines([{ text: heading, number: line }], effort)[0]!);
  return text === '' ? [] : [{ role: 'subhead', text, lines: [line, line], level: chunk.level ?? 1 }];
}

/** What the form of a paragraph, or the one before it, tells of its role. */
function withRoles(drafts: readonly MarkdownDraft[]): MarkdownDraft[] {
  const subtitles = subtitlesAmong(
    drafts.map(({ role, text, level = 1 }) => ({ text, level: HEADINGS.has(role) ? level : 0 })),
  );
  const byForm = drafts.map((draft, i): MarkdownDraft => {
    const { role, text } = draft;
    const isBelowTitle = drafts[i - 1]?.role === 'title' && isDashed(text);
    if (isBelowTitle || subtitles.has(i)) return { ...draft, role: 'subtitle' };
    if (role !== 'paragraph') return draft;
    if (isCredit(text)) return { ...draft, role: 'credit' };
    return bylineOfLine(text) === undefined ? draft : { ...draft, role: 'byline' };
  });
  return withEnumeratedItems(withQuestions(withHeadings(byForm)));
}

/** What stands directly below the title: a subtitle further down is that of a section. */
function belowTitle(drafts: readonly MarkdownDraft[]): readonly MarkdownDraft[] {
  const at = drafts.findIndex(({ role }) => role === 'title') + 1;
  return at === 0 ? [] : drafts.slice(at, at + 1);
}

function fieldOf<Role extends 'subtitle' | 'credit'>(
  role: Role,
  drafts: readonly MarkdownDraft[],
): { [Field in Role]?: string } {
  const text = drafts.find((draft) => draft.role === role)?.text;
  return (text === undefined ? {} : { [role]: text }) as { [Field in Role]?: string };
}

function bylineOf(drafts: readonly MarkdownDraft[]): { byline?: string } {
  const line = drafts.find(({ role }) => role === 'byline')?.text;
  if (line !== undefined) return { byline: bylineOfLine(line) ?? line };
  for (const { role, text } of drafts) {
    const byline = role === 'paragraph' ? bylineInParagraph(text) : undefined;
    if (byline !== undefined) return { byline };
  }
  return {};
}
