import type { Article, Block, Passage } from '../../corpus/article.js';
import { blocksIn } from '../../corpus/surroundings.js';
import { fold } from '../../language/fold.js';
import { type Label, labelOf, labelsIn } from '../../language/labels.js';
import type { QuestionAnalysis } from '../../language/question.js';
import type { Range } from '../../language/range.js';

/** Words by which one asks for the text itself: 第三条是什么内容. */
const CONTENT = /^(?:内容|规定|原文|全文|条文|内文|文字|讲|说|写|主要|具体)$/;

/** The part of a document that a question names by its label. */
export interface LabelledPart {
  readonly label: Label;
  /** Whether the question asks for its text and nothing more; its other words then only tell of which document. */
  readonly asksForText: boolean;
  /** What tells of which document: the content words that are neither label nor ask for the text; folded. */
  readonly words: readonly string[];
}

/** The label that a question names, if it does: of 第三条（二） the outer one. */
export function labelledPart({ folded, content, asking, kind }: QuestionAnalysis): LabelledPart | undefined {
  const labels = labelsIn(folded);
  const label = labels.find(({ name }) => !name.startsWith('（')) ?? labels[0];
  if (!label) return undefined;
  const outside = content.filter(
    ({ start, end }) => !labels.some((one) => start < one.end && one.start < end),
  );
  const after = outside.filter(({ start }) => start >= label.end);
  const words = outside.filter(({ term }) => !CONTENT.test(term)).map(({ term }) => term);
  const asksForWhat =
    asking === undefined ||
    kind === 'definition' ||
    /^(?:什么|甚么|啥|咩|怎么|如何|哪些)/.test(folded.slice(asking.start));
  return { label, asksForText: asksForWhat && after.every(({ term }) => CONTENT.test(term)), words };
}

/** The block of a passage that bears a label. */
export function blockWith({ article, start, end }: Passage, { name }: Label): Block | undefined {
  return blocksIn(article, { start, end }).find(
    (block) => block.start >= start && labelOf(article.text.slice(block.start, block.end)) === name,
  );
}

/** From a labelled block to the next of its kind or the next heading, UTF-16 units into the article's text. */
export function extentOf({ text, blocks }: Article, block: Block, { name }: Label): Range {
  const kind = kindOf(name);
  const next = blocks
    .slice(blocks.indexOf(block) + 1)
    .find(
      ({ role, start, end }) =>
        role === 'subhead' || role === 'title' || kindOf(labelOf(text.slice(start, end)) ?? '') === kind,
    );
  const end = next ? next.start : text.length;
  return { start: block.start, end: block.start + text.slice(block.start, end).trimEnd().length };
}

/**
 * Whether a passage is the part whose text is asked for. It is `the one` where the question's other words name its document, and
 * of the passages found those with this label are of the same article or of documents that are called otherwise; `one of
 * several` where it bears the label and more cannot be said; `none` where it does not, or something else is asked.
 * @param found all passages that were found
 */
export function partAsked(
  passage: Passage,
  { label, asksForText, words }: LabelledPart,
  found: readonly { readonly passage: Passage }[],
): 'the one' | 'one of several' | 'none' {
  if (!asksForText || !blockWith(passage, label)) return 'none';
  const named = ({ article }: Passage): boolean => isNamed(article, words);
  const isRival = (other: Passage): boolean =>
    other.article.id !== passage.article.id && named(other) && blockWith(other, label) !== undefined;
  return named(passage) && !found.some((other) => isRival(other.passage)) ? 'the one' : 'one of several';
}

/** Whether all words stand in what an article is called by: title, headings, publication, name of the file. */
function isNamed(
  { title, sections = [], publication = '', source }: Article,
  words: readonly string[],
): boolean {
  const names = fold([title, publication, source, ...sections.flat()].join('\n'));
  return words.every((word) => names.includes(word));
}

/** What a label counts: 条 of 条12之1. */
function kindOf(name: string): string {
  return name.replace(/\d.*$/u, '');
}
