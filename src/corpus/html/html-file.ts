import type { Article } from '../article.js';
import { type BlockDraft, composeText } from '../article-text.js';
import { isDate, noDate } from '../date.js';
import { decode } from '../decode.js';
import { statedEncoding } from '../encoding/stated.js';
import { shortHash } from '../identity.js';
import { withOfficialTitle } from '../official-head.js';
import { bylineOfLine } from '../page/bylines.js';
import { failed, found, type ReadOutcome, read } from '../reader.js';
import { nameOf } from '../source-name.js';
import { blocksOf, type HtmlBlock } from './blocks.js';
import { contentOf } from './content.js';
import { factsOf, type HtmlFacts } from './facts.js';
import { headlineOf, statedTitle } from './headline.js';
import { headlineLines } from './headline-lines.js';
import type { LineFacts } from './info-line.js';
import { isNoText, namedAsides } from './left-out.js';
import { mainContent, partsOfContent, runningUnits } from './main-content.js';
import { parseDocument } from './parse.js';
import { draftsOfBlocks } from './roles.js';
import { shownTitle } from './shown-title.js';
import { setTitles } from './title-elements.js';
import { elementsOf, type Parent } from './tree.js';

/** Least share of a page's running text that what its names call navigation, comments and the like may leave. */
const LEAST_LEFT = 0.2;

/** Reads an HTML file (`Reader`): one article, made of the document's main content. */
export function* readHtmlFile(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  const decoded = decode(bytes, statedEncoding(bytes));
  if (decoded.kind === 'undecodable') {
    yield failed(source, decoded);
    return;
  }
  const parsed = parseDocument(decoded.text);
  if (parsed.kind === 'refused') {
    yield failed(source, parsed.fault);
    return;
  }
  yield found('HTML', { encoding: decoded.encoding });
  const article = articleOf(source, parsed.root);
  if (!article) return;
  const { date } = article;
  const fault = date === undefined || isDate(date) ? undefined : noDate(date);
  if (fault) yield failed(source, fault);
  yield read(article);
}

function articleOf(source: string, document: Parent): Article | undefined {
  const all = textOf(document);
  const stated = factsOf(document);
  const main = mainContent(all);
  const headline = headlineOf(all, stated, () => shownTitle(all, main, stated.title, setTitles(document)));
  const lines = headlineLines(all, stated, headline);
  const beside = new Set(Object.values(lines));
  const { blocks, told } = contentOf(all, new Set(main), headline, beside);
  const drafts = draftsOfBlocks(blocks, headline, lines);
  if (drafts.length === 0) return undefined;
  // What a page gives as its title to others goes before what stands below an official head.
  const official = headline || stated.shared.length === 0 ? withOfficialTitle(drafts) : drafts;
  return composed(source, official, stated, told);
}

/** The blocks for readers. Where the names of elements would leave next to nothing, they are not believed. */
function textOf(document: Parent): readonly HtmlBlock[] {
  const [body] = elementsOf(document, ({ tagName }) => tagName === 'body');
  if (!body) return [];
  const isAside = namedAsides(document);
  const named = blocksOf(body, (element) => isNoText(element) || isAside(element));
  const all = blocksOf(body, isNoText);
  const leavesText = runningUnits(named) >= runningUnits(all) * LEAST_LEFT;
  return leavesText || partsOfContent(named) ? named : all;
}

function composed(
  source: string,
  drafts: readonly BlockDraft[],
  stated: HtmlFacts,
  told: LineFacts,
): Article {
  const title = drafts.find(({ role }) => role === 'title')?.text ?? statedTitle(stated) ?? nameOf(source);
  const subtitle = drafts.find(({ role }) => role === 'subtitle')?.text ?? stated.subtitle;
  const kicker = drafts.find(({ role }) => role === 'kicker')?.text ?? stated.kicker;
  const byline = drafts.find(({ role }) => role === 'byline')?.text;
  const credit = drafts.find(({ role }) => role === 'credit')?.text;
  return {
    id: shortHash(source, title, '1'),
    source,
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(kicker !== undefined && { kicker }),
    ...(stated.site !== undefined && { publication: stated.site }),
    ...told,
    ...stated.facts,
    ...(byline !== undefined && { byline: bylineOfLine(byline) ?? byline }),
    ...(credit !== undefined && { credit }),
    ...composeText(drafts),
    lines: [drafts[0]!.lines[0], drafts.at(-1)!.lines[1]],
  };
}
