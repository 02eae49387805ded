import type { Article } from '../article.js';
import { composeText } from '../article-text.js';
import type { Fault } from '../fault.js';
import { shortHash } from '../identity.js';
import { failed, found, type ReadOutcome, read } from '../reader.js';
import { nameOf } from '../source-name.js';
import { type Part, partsOf } from './columns.js';
import { directionsOf } from './directions.js';
import {
  faultOf,
  MOST_PAGES,
  NO_TEXT,
  picturePages,
  TOO_MANY_PAGES,
  turnedPages,
  UNKNOWN_CHARACTERS,
} from './faults.js';
import { withoutFurniture } from './furniture.js';
import { headed } from './headings.js';
import { linesOfPage } from './lines.js';
import type { PageText } from './page-text.js';
import { paragraphsOf } from './paragraphs.js';
import { PdfError, type PdfInfo, PdfThread } from './pdf-thread.js';

/** Least share of a file's characters that have to be ones that fonts know the meaning of. */
const LEAST_KNOWN = 0.7;
/** Titles that programs give by themselves; a document's first line they give, too, though that may only say who issues it. */
const JUNK =
  /^(?:microsoft (?:word|powerpoint|excel)\b|untitled|无标题|未命名|文档\s*\d*$|document\s*\d*$|幻灯片|powerpoint|slide\s*\d*$|演示文稿|新建|.*\.(?:docx?|pptx?|xlsx?|pdf|indd|wps|tmp|qxd|cdr)$)/iu;

/** Reads a PDF file (`Reader`): one article, whose places are pages. */
export async function* readPdf(source: string, bytes: Uint8Array): AsyncGenerator<ReadOutcome> {
  const thread = PdfThread.take();
  try {
    const info = await thread.open(bytes);
    if (info.pages > MOST_PAGES) {
      yield failed(source, TOO_MANY_PAGES);
      return;
    }
    const pages: PageText[] = [];
    for (let number = 1; number <= info.pages; number++) pages.push(await thread.page(number));
    yield* outcomesOf(source, info, pages);
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    yield failed(source, faultOf(error));
  } finally {
    await thread.release();
  }
}

function* outcomesOf(source: string, info: PdfInfo, pages: readonly PageText[]): Generator<ReadOutcome> {
  const fault = faultOfText(pages);
  if (fault) {
    yield failed(source, fault);
    return;
  }
  const article = articleOf(source, info, pages);
  if (article) yield read(article);
  yield found('PDF');
  const turned = faultOfTurned(pages);
  if (turned) yield failed(source, turned);
  const empty = pages.filter(({ runs, turned: units }) => runs.length === 0 && units === 0).length;
  if (empty > pages.length / 2) yield failed(source, picturePages(empty, pages.length));
}

function articleOf(source: string, { titles }: PdfInfo, pages: readonly PageText[]): Article | undefined {
  const { drafts, title: largest } = headed(paragraphsOf(partsOfPages(pages)));
  const [first, last] = [drafts[0], drafts.at(-1)];
  if (!first || !last) return undefined;
  const heads = drafts.filter(({ role }) => role === 'kicker').map(({ text }) => text);
  const stated = titles.map(oneLine).find((each) => each !== '' && !JUNK.test(each) && !heads.includes(each));
  const title = stated ?? largest ?? nameOf(source);
  return {
    id: shortHash(source, title, '1'),
    source,
    title,
    ...composeText(drafts),
    unit: 'page',
    lines: [first.lines[0], last.lines[1]],
  };
}

/** What stands on pages in the order of reading; vertical text of a page after what runs across. */
function partsOfPages(pages: readonly PageText[]): Part[] {
  const directions = pages.map(directionsOf);
  const [across, down] = (['across', 'down'] as const).map((direction) =>
    withoutFurniture(
      directions.map(({ [direction]: page }, i) => ({
        height: page.height,
        lines: linesOfPage(page, i + 1),
      })),
    ),
  );
  return pages.flatMap((_, i) => [across, down].flatMap((side) => partsOf(side?.[i] ?? [])));
}

/** Told where most of a page's text is turned: a watermark is not worth a word. */
function faultOfTurned(pages: readonly PageText[]): Fault | undefined {
  const turned = pages.filter((page) => page.turned > unitsOf(page)).length;
  return turned === 0 ? undefined : turnedPages(turned, pages.length);
}

function unitsOf({ runs }: PageText): number {
  return runs.reduce((units, { text }) => units + text.length, 0);
}

function faultOfText(pages: readonly PageText[]): Fault | undefined {
  let [all, known] = [0, 0];
  for (const { runs } of pages)
    for (const { text } of runs) {
      all += text.length;
      known += text.replace(/[\p{Co}\p{Cc}\p{Cn}\ufffd]/gu, '').length;
    }
  if (all === 0) return faultOfTurned(pages) ?? NO_TEXT;
  return known < all * LEAST_KNOWN ? UNKNOWN_CHARACTERS : undefined;
}

function oneLine(text: string): string {
  return text.replace(/[\s\0]+/gu, ' ').trim();
}
