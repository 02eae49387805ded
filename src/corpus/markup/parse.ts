import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export type Root = ReturnType<typeof fromMarkdown>;
/** A node of the syntax tree that `mdast` describes. */
export type Node = Root['children'][number];

/** Addresses in running text need no links made of them, and finding them takes longer than a long text has. */
const NO_LINKS_OF_TEXT = ['wwwAutolink', 'protocolAutolink', 'emailAutolink'];
/** Chinese paragraphs are indented by hand, so that an indent makes no code. */
const ANYWHERE = [...NO_LINKS_OF_TEXT, 'codeIndented'];
/** What a line is, is known by then; only what stands inside counts. */
const INSIDE_A_LINE = [
  ...ANYWHERE,
  ...['blockQuote', 'list', 'headingAtx', 'setextUnderline', 'thematicBreak', 'codeFenced', 'htmlFlow'],
  ...['definition', 'table', 'gfmFootnoteDefinition', 'tasklistCheck'],
];
/** `10~20元，30~40元` strikes nothing out. */
const GFM = gfm({ singleTilde: false });
const GFM_NODES = gfmFromMarkdown().filter((extension) => extension.transforms === undefined);

/** More in one stretch than a person writes, and in a measure that the parser needs only milliseconds for. */
const LONGEST = 20_000;
const MOST_MARKS = 1_000;
const MOST_NESTED = 40;
const MARK = /[*_`[\]<>~!&\\|]/g;
/** The marks of quotations and lists that a line begins with. */
const CONTAINERS = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)]))+/gm;
/** What makes a stretch more than text. */
const MARKUP = /[*_`[\]<&\\]|~~|!\[|^[ \t]*(?:[-+>]|\d{1,9}[.)][ \t])/mu;

/** Whether a stretch holds anything that may be markup: if not, it need not be parsed. */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}

/**
 * Whether the parser would take longer for a stretch than in proportion to its length: it is very long, full of marks or
 * nested deep. Such a stretch is none that a person marked up.
 */
export function isTooMuch(text: string): boolean {
  if (text.length > LONGEST) return true;
  if ((text.match(MARK)?.length ?? 0) > MOST_MARKS) return true;
  return (text.match(CONTAINERS) ?? []).some((marks) => marks.replace(/\s/g, '').length > MOST_NESTED);
}

/** Parses Markdown with tables, footnotes and struck-out text, as GitHub has them. */
export function parseBlocks(text: string): Root {
  return parse(text, ANYWHERE);
}

/** Parses what stands in lines with an empty one between each, whatever marks they begin with: each is a paragraph. */
export function parseLines(text: string): Root {
  return parse(text, INSIDE_A_LINE);
}

function parse(text: string, disable: string[]): Root {
  return fromMarkdown(text, {
    extensions: [GFM, { disable: { null: disable } }],
    mdastExtensions: [GFM_NODES],
  });
}
