import type { Range } from '../../language/range.js';
import type { Article, BlockRole } from '../article.js';
import { composeText } from '../article-text.js';
import { type FrontMatter, readFrontMatter } from '../front-matter/front-matter.js';
import { createNumbering, shortHash } from '../identity.js';
import { nameOf } from '../source-name.js';
import { bylineInParagraph, bylineOfLine } from './bylines.js';
import { isHeadlineLike, isListItem, isStandalone } from './forms.js';
import { mend } from './mend.js';
import { rolesOf } from './roles.js';
import { type Section, sectionsOf } from './sections.js';
import type { Strip } from './strip.js';

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
  let left: Range[] = front.range.end > 0 ? [front.range] : [];
  for (const section of sectionsOf(text, front.range.end)) {
    const { title, strips, titled } = mendSection(section, text, front.title, nameOf(source));
    const roles = rolesOf(strips, titled);
    const article: Article = {
      id: shortHash(source, title, String(number(title))),
      source,
      title,
      ...headline('subtitle', strips, roles),
      ...headline('kicker', strips, roles),
      ...front.facts,
      ...bylineOf(strips, roles),
      ...headline('credit', strips, roles),
      ...composeText(strips.map((strip, i) => ({ ...strip, role: roles[i]! }))),
      lines: [strips[0]!.lines[0], strips.at(-1)!.lines[1]],
    };
    const repeated = strips.flatMap((strip) => strip.repeated);
    yield {
      article,
      taken: strips.flatMap(({ spans }) => spans),
      left: [...left, ...section.marks, ...repeated],
    };
    left = [];
  }
}

/** An article's blocks and title. Without a headline, the title is the stated one, a short first line, or the name. */
function mendSection(
  { strips, titled }: Section,
  text: string,
  stated: string | undefined,
  name: string,
): { title: string; strips: readonly Strip[]; titled: boolean } {
  const [first, ...rest] = strips as [Strip, ...Strip[]];
  const headed = titled || (stated === undefined ? isTitleLike(first.text) : stated === first.text);
  if (headed) return { title: first.text, strips: [first, ...mend(rest, text)], titled: true };
  return { title: stated ?? name, strips: mend(strips, text), titled: false };
}

function isTitleLike(text: string): boolean {
  return isHeadlineLike(text) && !isListItem(text) && !isStandalone(text);
}

/** The first block of a role, as a field of the article of the same name. */
function headline<Role extends 'subtitle' | 'kicker' | 'credit'>(
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
