import type { Passage } from '../corpus/article.js';
import { blocksIn, headingsAt } from '../corpus/surroundings.js';
import { labelOf, labelTerm } from '../language/labels.js';
import { eachTerm, type TakeTerm } from '../language/terms.js';

/** More than the longest label with the sign after it, in UTF-16 units. */
const LABEL_UNITS = 32;

/** Hands over what a passage is found by in its text: its terms, and one for each label that a block of it bears. */
export function eachTextTerm(passage: Passage, take: TakeTerm): void {
  eachTerm(passage.text, take);
  for (const term of labelTerms(passage)) take(term, 0, term.length);
}

/** Hands over what a passage is found by besides its text. */
export function eachTitleTerm(passage: Passage, take: TakeTerm): void {
  eachTerm(titleOf(passage), take);
}

/** What a passage is found by besides its text: the article's title and the headings above it, a line each. */
export function titleOf({ article, start }: Passage): string {
  return [article.title, ...headingsAt(article, start)].join('\n');
}

/** A term for each label that a block of the passage bears: 第三条, 附件2. */
function labelTerms({ article, start, end }: Passage): string[] {
  return blocksIn(article, { start, end }).flatMap((block) => {
    const label = labelOf(article.text.slice(block.start, block.start + LABEL_UNITS));
    return label === undefined || block.start < start ? [] : labelTerm(label);
  });
}
