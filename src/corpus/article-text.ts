import type { Range } from '../language/range.js';
import type { Article, Block, SectionPath } from './article.js';
import type { BlockDraft } from './block-draft.js';
import { leadsOf } from './structure/leads.js';

export type { BlockDraft };

/** An article's text with its blocks in their places. */
export type ArticleText = Pick<Article, 'text' | 'blocks' | 'sections' | 'added'>;

/** Joins blocks by one line break each and notes where each stands, in UTF-16 units, below which headings, and with what. */
export function composeText(drafts: readonly BlockDraft[]): ArticleText {
  const blocks: Block[] = [];
  const added: Range[] = [];
  const headings = new Headings();
  const leads = leadsOf(drafts);
  let start = 0;
  for (const [number, draft] of drafts.entries()) {
    const { role, text, lines } = draft;
    if (role === 'subhead') headings.enter(text, draft.level ?? 1);
    const lead = leads[number];
    blocks.push({
      role,
      start,
      end: start + text.length,
      lines,
      ...(headings.current !== undefined && { section: headings.current }),
      ...(lead !== undefined && { lead }),
    });
    for (const range of draft.added ?? []) added.push({ start: start + range.start, end: start + range.end });
    start += text.length + 1;
  }
  return {
    text: drafts.map(({ text }) => text).join('\n'),
    blocks,
    ...(headings.paths.length > 0 && { sections: headings.paths }),
    ...(added.length > 0 && { added }),
  };
}

/** The headings that are open, from the outermost to the innermost. */
class Headings {
  readonly paths: SectionPath[] = [];
  readonly #open: { readonly text: string; readonly level: number }[] = [];

  /** The number of the section that is open; `undefined` before the first heading. */
  get current(): number | undefined {
    return this.paths.length === 0 ? undefined : this.paths.length - 1;
  }

  enter(text: string, level: number): void {
    while (this.#open.length > 0 && (this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop();
    this.#open.push({ text, level });
    this.paths.push(this.#open.map((heading) => heading.text));
  }
}
