import { parse } from 'parse5';
import type { Article, BlockRole } from '../article.js';
import { type BlockDraft, composeText } from '../article-text.js';
import { isDate, noDate } from '../date.js';
import { decode } from '../decode.js';
import { shortHash } from '../identity.js';
import { bylineOfLine } from '../page/bylines.js';
import { isCredit } from '../page/forms.js';
import { failed, type ReadOutcome, read } from '../reader.js';
import { nameOf } from '../source-name.js';
import { blocksOf, type HtmlBlock } from './blocks.js';
import { factsOf, type HtmlFacts } from './facts.js';
import { isNamedAside, isNoText } from './left-out.js';
import { mainContent, runningUnits } from './main-content.js';
import { type Element, elementsOf } from './tree.js';

/** Least share of a page's running text that what its names call navigation, comments and the like may leave. */
const LEAST_LEFT = 0.2;
const HEADING = /^h[1-6]$/;

/** Reads an HTML file (`Reader`): one article, made of the document's main content. */
export function* readHtmlFile(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  const decoded = decode(bytes);
  if (decoded.kind === 'undecodable') {
    yield failed(source, decoded.problem, decoded.remedy);
    return;
  }
  const document = parse(decoded.text, { sourceCodeLocationInfo: true });
  const [body] = elementsOf(document, ({ tagName }) => tagName === 'body');
  const all = body ? textOf(body) : [];
  const facts = factsOf(document);
  const headline = headlineOf(all, facts);
  const drafts = draftsOf(all, new Set(mainContent(all)), headline);
  if (drafts.length === 0) return;
  const { date } = facts.facts;
  const fault = date === undefined || isDate(date) ? undefined : noDate(date);
  if (fault) yield failed(source, fault.problem, fault.remedy);
  yield read(articleOf(source, drafts, facts, headline));
}

/** The blocks for readers. Where the names of elements would leave next to nothing, they are not believed. */
function textOf(body: Element): readonly HtmlBlock[] {
  const named = blocksOf(body, (element) => isNoText(element) || isNamedAside(element));
  const all = blocksOf(body, isNoText);
  return runningUnits(named) < runningUnits(all) * LEAST_LEFT ? all : named;
}

function articleOf(
  source: string,
  drafts: readonly BlockDraft[],
  { facts, title, shared }: HtmlFacts,
  headline: HtmlBlock | undefined,
): Article {
  const name = headline?.text ?? shared ?? title ?? nameOf(source);
  const byline = drafts.find(({ role }) => role === 'byline')?.text;
  const credit = drafts.find(({ role }) => role === 'credit')?.text;
  return {
    id: shortHash(source, name, '1'),
    source,
    title: name,
    ...facts,
    ...(byline === undefined ? {} : { byline: bylineOfLine(byline) ?? byline }),
    ...(credit === undefined ? {} : { credit }),
    ...composeText(drafts),
    lines: [drafts[0]!.lines[0], drafts.at(-1)!.lines[1]],
  };
}

/** The document's `h1`; of several, the one that the document's title repeats. */
function headlineOf(
  blocks: readonly HtmlBlock[],
  { title = '', shared = '' }: HtmlFacts,
): HtmlBlock | undefined {
  const headlines = blocks.filter(({ path }) => path.some(({ tagName }) => tagName === 'h1'));
  const repeated = headlines.find(({ text }) => title.includes(text) || shared.includes(text));
  return repeated ?? headlines[0];
}

/** The content with the headline, in the order of the document. */
function draftsOf(
  all: readonly HtmlBlock[],
  content: ReadonlySet<HtmlBlock>,
  headline: HtmlBlock | undefined,
): BlockDraft[] {
  const kept = all.filter((block) => content.has(block) || block === headline);
  return kept.map((block) => ({
    role: block === headline ? 'title' : roleOf(block),
    text: block.text,
    lines: block.lines,
  }));
}

function roleOf({ text, path }: HtmlBlock): BlockRole {
  if (path.some(({ tagName }) => HEADING.test(tagName))) return 'subhead';
  if (isCredit(text)) return 'credit';
  return bylineOfLine(text) === undefined ? 'paragraph' : 'byline';
}
