import type { Range } from '../../language/range.js';
import type { Article, BlockRole } from '../article.js';
import { composeText } from '../article-text.js';
import type { BlockDraft } from '../block-draft.js';
import { type FrontMatter, readFrontMatter } from '../front-matter/front-matter.js';
import { createNumbering, shortHash } from '../identity.js';
import { Effort } from '../markup/effort.js';
import { isMarkdown } from '../markup/is-markdown.js';
import { type TitleLines, titleBelowHead } from '../official-head.js';
import { nameOf } from '../source-name.js';
import { withEnumeratedItems } from '../structure/enumerated.js';
import { withHeadings } from '../structure/headings.js';
import { withQuestions } from '../structure/questions.js';
import { bylineInParagraph, bylineOfLine } from './bylines.js';
import { isHeadlineLike, isListItem, isStandalone } from './forms.js';
import { type MarkedStrip, marksOf } from './marks.js';
import { mend } from './mend.js';
import { rolesOf } from './roles.js';
import { type Section, sectionsOf } from './sections.js';
import { joinStrips, type Strip } from './strip.js';

/** An article of a page, with an account of what became of the characters of its part of the file. */
export interface PageArticle {
  readonly article: Article;
  /** Where the characters of the article's text come from, in their order: UTF-16 units into the file's text. */
  readonly taken: readonly Range[];
  /** What went out of the text: marks of headlines, front matter, what a column break repeated. */
  readonly left: readonly Range[];
}

/**
 * Reads the articles of a text or Markdown file, one at a time. Every character of the file that is not white
 * space is in `taken` or `left` of exactly one of them.
 * @param source path of the file below the corpus
 * @param text the file's text
 */
export function* readPage(
  source: string,
  text: string,
  front: FrontMatter = readFrontMatter(text),
): Generator<PageArticle> {
  const number = createNumbering();
  const page = { text, isMarkdown: isMarkdown(source), effort: new Effort() };
  let left: Range[] = front.range.end > 0 ? [front.range] : [];
  for (const section of sectionsOf(text, front.range.end, !page.isMarkdown)) {
    const headline = headlineOf(section, front.title);
    const mended = mendSection(section, headline, text);
    const marked = marksOf(mended, page);
    const blocks = marked.filter(({ strip }) => strip.text !== '');
    const strips = blocks.map(({ strip }) => strip);
    left = [...left, ...section.marks, ...goneFrom(mended, marked)];
    const at = headline ? blocks.indexOf(marked[headline.start]!) : -1;
    const title = strips[at]?.text ?? front.title ?? nameOf(source);
    const roles = rolesOf(
      strips,
      at < 0 ? undefined : at,
      blocks.map(({ role }) => role),
    );
    const article: Article = {
      id: shortHash(source, title, String(number(title))),
      source,
      title,
      ...fieldOf('subtitle', strips, untilSubhead(roles)),
      ...fieldOf('kicker', strips, roles),
      ...front.facts,
      ...bylineOf(strips, roles),
      ...fieldOf('credit', strips, roles),
      ...composeText(draftsOf(blocks, roles)),
      lines: [strips[0]!.lines[0], strips.at(-1)!.lines[1]],
    };
    yield { article, taken: strips.flatMap(({ spans }) => spans), left };
    left = [];
  }
}

/** What a column break repeated, and marks. */
function goneFrom(mended: readonly Strip[], marked: readonly MarkedStrip[]): Range[] {
  return [...mended.flatMap(({ repeated }) => repeated), ...marked.flatMap((one) => one.left)];
}

function draftsOf(blocks: readonly MarkedStrip[], roles: readonly BlockRole[]): BlockDraft[] {
  const drafts = blocks.map(({ strip: { text, lines, level }, added }, i) => ({
    role: roles[i]!,
    text,
    lines,
    level: Math.max(level, 1),
    ...(added && { added }),
  }));
  return withEnumeratedItems(withQuestions(withHeadings(drafts), { labelledOnly: true }));
}

/**
 * The lines of the headline that an article begins with: the marked one, else the stated title or a short first line; below the
 * head of an official paper, its title. A table's row is none.
 */
function headlineOf({ strips, titled }: Section, stated: string | undefined): TitleLines | undefined {
  const first = { start: 0, end: 1 };
  const official = titleBelowHead(strips.map(({ text }) => text));
  const { text: beginning, row } = strips[0]!;
  const isHeadline = ({ start }: TitleLines) => strips[start]!.text === stated;
  if (!titled && stated !== undefined) return [first, official].find((one) => one && !row && isHeadline(one));
  return official ?? (titled || (!row && isTitleLike(beginning)) ? first : undefined);
}

/** The blocks of an article as they were before the page broke them; its headline is a block of its own. */
function mendSection({ strips }: Section, headline: TitleLines | undefined, text: string): readonly Strip[] {
  if (!headline) return mend(strips, text);
  const { start, end } = headline;
  const title = strips.slice(start, end).reduce((before, after) => joinStrips(before, after));
  return [...strips.slice(0, start), title, ...mend(strips.slice(end), text)];
}

function isTitleLike(text: string): boolean {
  return isHeadlineLike(text) && !isListItem(text) && !isStandalone(text);
}

/** The roles of what stands above the first subhead: a subtitle further down is that of a section. */
function untilSubhead(roles: readonly BlockRole[]): readonly BlockRole[] {
  const at = roles.indexOf('subhead');
  return at < 0 ? roles : roles.slice(0, at);
}

/** The first block of a role, as a field of the article of the same name. */
function fieldOf<Role extends 'subtitle' | 'kicker' | 'credit'>(
  role: Role,
  strips: readonly Strip[],
  roles: readonly BlockRole[],
): { [Field in Role]?: string } {
  const strip = strips[roles.indexOf(role)];
  return (strip ? { [role]: strip.text } : {}) as { [Field in Role]?: string };
}

function bylineOf(strips: readonly Strip[], roles: readonly BlockRole[]): { byline?: string } {
  const line = strips[roles.indexOf('byline')]?.text;
  if (line !== undefined) return { byline: bylineOfLine(line) ?? line };
  for (let i = 0; i < strips.length; i++) {
    const byline = roles[i] === 'paragraph' ? bylineInParagraph(strips[i]!.text) : undefined;
    if (byline !== undefined) return { byline };
  }
  return {};
}
