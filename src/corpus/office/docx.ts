import { ArchiveError } from '../archive/archive-error.js';
import { xmlOf } from '../archive/parts.js';
import type { Article } from '../article.js';
import { composeText } from '../article-text.js';
import type { BlockDraft } from '../block-draft.js';
import { isDate } from '../date.js';
import { draftsOfHtml } from '../html/fragment.js';
import { shortHash } from '../identity.js';
import { withOfficialTitle } from '../official-head.js';
import { bylineOfLine } from '../page/bylines.js';
import { failed, found, type ReadContext, type ReadOutcome, read } from '../reader.js';
import { nameOf } from '../source-name.js';
import { type CoreProperties, corePropertiesOf } from './core-properties.js';
import { DocxError, type DocxHtml, htmlOfDocx } from './docx-html.js';
import { openOfficeFile } from './office-file.js';

/** The properties of a document are some hundred bytes; bytes. */
const MOST_PROPERTIES_BYTES = 64 * 1024;
/** A date among so many blocks at the beginning, or as many at the end, is the document's own. */
const NEAR_EDGE = 4;

/** Reads a Word document (`Reader`): one article. */
export async function* readDocx(
  source: string,
  bytes: Uint8Array,
  { allowance }: ReadContext,
): AsyncGenerator<ReadOutcome> {
  try {
    const archive = openOfficeFile(bytes, '.docx', allowance);
    const properties = corePropertiesOf(xmlOf(archive, 'docProps/core.xml', MOST_PROPERTIES_BYTES));
    const drafts = draftsOf(await htmlOfDocx(archive));
    yield found('Word document');
    if (drafts.length > 0) yield read(articleOf(source, drafts, properties));
  } catch (error) {
    if (!(error instanceof ArchiveError || error instanceof DocxError)) throw error;
    yield failed(source, error);
  }
}

/** The blocks of the text and, after them, of its notes. Word files know no places: pages are made when they are shown. */
function draftsOf({ text, notes }: DocxHtml): BlockDraft[] {
  const drafts = [
    ...blocksOf(text),
    ...blocksOf(notes).map((draft) => ({ ...draft, role: 'note' as const })),
  ];
  return drafts.map((draft) => ({ ...draft, lines: [1, 1] }));
}

function blocksOf(html: string): readonly BlockDraft[] {
  const reading = draftsOfHtml(html);
  if (reading.kind === 'refused') throw new DocxError(reading.fault);
  return reading.drafts;
}

function articleOf(source: string, drafts: readonly BlockDraft[], properties: CoreProperties): Article {
  const headline = headlineOf(drafts);
  const titled = withOfficialTitle(drafts.map((draft) => (draft === headline ? asTitle(draft) : draft)));
  const title = titled.find(({ role }) => role === 'title')?.text ?? properties.title ?? nameOf(source);
  const byline = drafts.find(({ role }) => role === 'byline')?.text;
  const credit = drafts.find(({ role }) => role === 'credit')?.text;
  const { author, date, language } = properties.facts;
  const stated = dateIn(drafts) ?? date;
  return {
    id: shortHash(source, title, '1'),
    source,
    title,
    ...(stated !== undefined && { date: stated }),
    ...(byline !== undefined && { byline: bylineOfLine(byline) ?? byline }),
    ...(credit !== undefined && { credit }),
    ...(author !== undefined && { author }),
    ...(language !== undefined && { language }),
    ...composeText(titled),
    unit: 'none',
    lines: [1, 1],
  };
}

/** The first block, where it is a heading and no other stands as high. */
function headlineOf(drafts: readonly BlockDraft[]): BlockDraft | undefined {
  const [first] = drafts;
  if (first?.role !== 'subhead') return undefined;
  const level = first.level ?? 1;
  const others = drafts.slice(1).filter(({ role }) => role === 'subhead');
  return others.every((other) => (other.level ?? 1) > level) ? first : undefined;
}

function asTitle({ text, lines }: BlockDraft): BlockDraft {
  return { role: 'title', text, lines };
}

/** A line near the beginning or the end that is a date and nothing else. */
function dateIn(drafts: readonly BlockDraft[]): string | undefined {
  const near = [...drafts.slice(0, NEAR_EDGE), ...drafts.slice(NEAR_EDGE).slice(-NEAR_EDGE)];
  return near.map(({ text }) => text.replace(/^[（(]|[)）]$/gu, '')).find(isDate);
}
