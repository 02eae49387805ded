import type { FrontMatter } from '../front-matter/front-matter.js';
import { mastheadOf } from '../masthead.js';
import { bylineInParagraph, bylineOfLine } from '../page/bylines.js';
import { endingOf, isCredit, isDashed } from '../page/forms.js';

/** Whether each headline of a file begins an article, or the file is one article with sections. */
export type Layout = 'page' | 'document';

/** What a file shows of its layout. */
export interface Evidence {
  /** The title that the file states is the only one: none of its headings is a `#`, or that one repeats it. */
  readonly titleStated: boolean;
  /** One `#` stands at the top, and deeper headings or plain text follow. */
  readonly oneTitle: boolean;
  /** What stands there is the masthead of a paper or magazine: `# 青石日报　2026年3月8日　第4版`. */
  readonly masthead: boolean;
  /** Headings of the first level beyond the first, those with a dash not counted. */
  readonly furtherTitles: number;
  /** Headings that name a part of a whole: 第一章, 一、, 附则, 开放时间; share of those below the title. */
  readonly partShare: number;
  /** Headings below the title that are as long as newspapers have them, share of all. */
  readonly headlineShare: number;
  /** Headings of the third level and deeper, lists, code, tables: what a page of a newspaper has not. */
  readonly markedUp: boolean;
  /** Headings that begin with a dash: subtitles. */
  readonly subtitles: number;
  /** Sections with a dateline, a line that says who wrote it, or one that says who took the picture. */
  readonly signedSections: number;
  /** The file states the page of a newspaper. */
  readonly pageStated: boolean;
  /** Paragraphs that end in the middle of a sentence, as at the end of a column. */
  readonly brokenParagraphs: number;
  readonly plainText: boolean;
}

/**
 * What each piece of evidence counts; above 0 it is for a document. Chosen by hand so that the table of cases in
 * `test/corpus/markdown/layout.test.ts` comes out right with a margin of 1 at least.
 */
const WEIGHTS = {
  titleStated: 3,
  oneTitle: 2,
  masthead: -6,
  furtherTitle: -3,
  parts: 3,
  headlines: -2,
  markedUp: 1,
  subtitle: -2,
  signedSection: -2,
  pageStated: -2,
  brokenParagraph: -2,
  plainText: -1,
} as const;
/** Several pieces of a kind tell little more than two. */
const MOST_COUNTED = 2;

/** Shortest headline of a newspaper that has more than a name, in UTF-16 units. */
const HEADLINE_UNITS = 12;
/** Shortest line that a column's end breaks, in UTF-16 units. */
const BROKEN_UNITS = 30;
const HEADING = /^ {0,3}(#{1,6})[ \t\u3000]+(\S.*)$/u;
const MARKED_UP =
  /^ {0,3}(?:#{3,6}[ \t]|```|~~~|[-*+][ \t]|\d{1,3}[.)][ \t]|\||>|<[a-z]|\[\^?[^\]]{1,50}\]:)|\]\(|\*\*/u;
const PART =
  /^(?:第[〇零一二三四五六七八九十百\d]{1,5}[章节条编部篇]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:\.\d{1,2}){0,3}[、.．\s]|附[则录件表]|总则|前言|引言|序言|概述|简介|背景|目录|小结|总结|结语|参考|备注|说明|注意|常见问题|联系|地址|电话|交通|票价|门票|收费|费用|价格|时间|开放|报名|流程|步骤|方法|办法|要求|条件|材料|对象|地点|内容|安排|规则|职责|范围|Q&A|FAQ)|(?:时间|方式|方法|办法|地点|地址|电话|收费|费用|价格|要求|条件|流程|步骤|材料|对象|说明|须知|规则|介绍|简介|事项|安排|情况|问题)$|[？?]$/iu;

interface Heading {
  readonly level: number;
  readonly text: string;
}

/** Decides by what the file says, else by the sum of the evidence. */
export function layoutOf(text: string, front: FrontMatter, plainText: boolean): Layout {
  if (front.layout !== undefined) return front.layout;
  return scoreOf(evidenceOf(text, front, plainText)) > 0 ? 'document' : 'page';
}

/** The sum of the evidence: above 0 for a document. */
export function scoreOf(evidence: Evidence): number {
  const counted = (weight: number, count: number) => weight * Math.min(count, MOST_COUNTED);
  return (
    (evidence.titleStated ? WEIGHTS.titleStated : 0) +
    (evidence.oneTitle ? WEIGHTS.oneTitle : 0) +
    (evidence.masthead ? WEIGHTS.masthead : 0) +
    counted(WEIGHTS.furtherTitle, evidence.furtherTitles) +
    WEIGHTS.parts * evidence.partShare +
    WEIGHTS.headlines * evidence.headlineShare +
    (evidence.markedUp ? WEIGHTS.markedUp : 0) +
    counted(WEIGHTS.subtitle, evidence.subtitles) +
    counted(WEIGHTS.signedSection, evidence.signedSections) +
    (evidence.pageStated ? WEIGHTS.pageStated : 0) +
    counted(WEIGHTS.brokenParagraph, evidence.brokenParagraphs) +
    (evidence.plainText ? WEIGHTS.plainText : 0)
  );
}

/** Gathers the evidence in one pass over the lines. */
export function evidenceOf(text: string, front: FrontMatter, plainText: boolean): Evidence {
  const lines = text
    .slice(front.range.end)
    .split(/\r\n|\n|\r/)
    .map((line) => line.trimEnd());
  const headings = headingsOf(lines);
  const titles = headings.filter(({ level, text: title }) => level === 1 && !isDashed(title));
  const below = headings.filter(({ level, text: title }) => level === 2 && !isDashed(title));
  const share = (kind: (heading: Heading) => boolean) =>
    below.length === 0 ? 0 : below.filter(kind).length / below.length;
  const isPart = ({ text: title }: Heading) => PART.test(title);
  return {
    titleStated: front.title !== undefined && (titles.length === 0 || titles[0]?.text === front.title),
    oneTitle: titles.length === 1 && HEADING.exec(lines.find((line) => line !== '') ?? '')?.[1] === '#',
    masthead: mastheadOf(titles[0]?.text ?? '') !== undefined,
    furtherTitles: Math.max(0, titles.length - 1),
    partShare: share(isPart),
    headlineShare: share((heading) => heading.text.length >= HEADLINE_UNITS && !isPart(heading)),
    markedUp: !plainText && lines.some((line) => MARKED_UP.test(line)),
    subtitles: headings.filter((heading) => isDashed(heading.text)).length,
    signedSections: signedSections(lines),
    pageStated: front.facts.page !== undefined,
    brokenParagraphs: brokenParagraphs(lines),
    plainText,
  };
}

function headingsOf(lines: readonly string[]): Heading[] {
  return lines.flatMap((line) => {
    const heading = HEADING.exec(line);
    return heading ? { level: heading[1]!.length, text: heading[2]!.replace(/[ \t]#+$/u, '') } : [];
  });
}

function signedSections(lines: readonly string[]): number {
  let count = 0;
  let signed = false;
  for (const line of lines) {
    if (HEADING.test(line)) signed = false;
    else if (!signed && isSignature(line.trim())) {
      signed = true;
      count++;
    }
  }
  return count;
}

/** How much of a line is looked at, in UTF-16 units: datelines stand at the beginning. */
const LOOKED_AT = 200;

function isSignature(line: string): boolean {
  const start = line.slice(0, LOOKED_AT);
  return (
    isCredit(line) ||
    bylineOfLine(line) !== undefined ||
    bylineInParagraph(start) !== undefined ||
    /^本报讯/u.test(line)
  );
}

/** Long lines between empty ones that end without a sign. Hard-wrapped lines are no paragraphs. */
function brokenParagraphs(lines: readonly string[]): number {
  return lines.filter(
    (line, i) =>
      line.length >= BROKEN_UNITS &&
      !MARKED_UP.test(line) &&
      /\p{Script=Han}/u.test(line) &&
      (lines[i + 1] ?? '') === '' &&
      (lines[i - 1] ?? '') === '' &&
      lines.slice(i + 1, i + 3).some((next) => next !== '' && !HEADING.test(next)) &&
      endingOf(line) === 'open',
  ).length;
}
