import type { BlockDraft } from '../block-draft.js';
import type { Fault } from '../fault.js';
import { draftsOfHtml } from '../html/fragment.js';

/** A part of a book. */
export type Chapter =
  | { readonly kind: 'chapter'; readonly title?: string; readonly drafts: readonly BlockDraft[] }
  | { readonly kind: 'refused'; readonly fault: Fault };

/** Elements that HTML closes by itself; all others have an end in XHTML even where it is written as `/>`. */
const EMPTY_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);
const SELF_CLOSED = /<([a-zA-Z][\w:.-]*)(\s[^<>]*)?\/>/gu;
const BODY = /<body(?:\s[^<>]*)?>/iu;

/**
 * Reads a part of a book. Its first heading is its title where the table of contents names none. Books know no places: pages
 * are made when they are shown.
 * @param xhtml the file's text
 * @param listed its title in the table of contents
 */
export function chapterOf(xhtml: string, listed: string | undefined): Chapter {
  const reading = draftsOfHtml(bodyOf(xhtml).replace(SELF_CLOSED, withEnd));
  if (reading.kind === 'refused') return reading;
  const [first] = reading.drafts;
  const heading = first?.role === 'subhead' ? first.text : undefined;
  const isTitle = heading !== undefined && (listed === undefined || isSame(heading, listed));
  const title = isTitle ? heading : listed;
  return {
    kind: 'chapter',
    ...(title !== undefined && { title }),
    drafts: reading.drafts.map((draft, number) =>
      isTitle && number === 0 ? titleDraft(draft) : { ...draft, lines: [1, 1] },
    ),
  };
}

function bodyOf(xhtml: string): string {
  const body = BODY.exec(xhtml);
  return body ? xhtml.slice(body.index + body[0].length) : xhtml;
}

function withEnd(written: string, name: string, attributes = ''): string {
  return EMPTY_ELEMENTS.has(name.toLowerCase()) ? written : `<${name}${attributes}></${name}>`;
}

function titleDraft({ text }: BlockDraft): BlockDraft {
  return { role: 'title', text, lines: [1, 1] };
}

/** Tables of contents and headings differ in white space: 第一章　渡口, 第一章 渡口. */
function isSame(one: string, other: string): boolean {
  return one.replace(/\s+/gu, '') === other.replace(/\s+/gu, '');
}
