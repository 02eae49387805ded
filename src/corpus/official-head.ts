import { fold } from '../language/fold.js';
import { isIssuer } from './bare-names.js';
import type { BlockDraft } from './block-draft.js';
import { isRule } from './structure/rule.js';

/** The lines of a title below the head of an official paper: numbers of lines, half-open. */
export interface TitleLines {
  readonly start: number;
  readonly end: number;
}

/** A head has no more lines. */
export const MOST_HEAD_LINES = 8;
/** A title is broken into no more. */
const MOST_TITLE_LINES = 3;
/** Longest title in UTF-16 units; those of papers that pass on another are long. */
const LONGEST_TITLE = 100;
/** How much of a line is looked at, in UTF-16 units: more than any line of a head and any title. */
const MOST_UNITS = 200;

/** The paper's number: `青政办发〔2026〕3号`, `（青政〔2026〕3号）`, `2026年第3号`; who signs may stand behind it. */
const NUMBER =
  /^[(（]?(?:发文字号[:：]\s?|文号[:：]\s?)?[\p{Script=Han}\p{Script=Latin}\d]{0,16}\s?(?:[〔[【(（［]\s?(?:19|20)\d\d\s?[〕\]】)）］]\s?第?|(?:19|20)\d\d年第)\s?\d{1,5}\s?号[)）]?(?:\s+签发人[:：].{0,30})?$/u;
/** How urgent or secret it is, its copy, who signs it. */
const BESIDE =
  /^(?:特急|特提|加急|平急|急件|(?:绝密|机密|秘密|内部)(?:[★☆].{0,6})?|\d{6}|签发人[:：].{0,30})$/u;
const DAY = /^[(（]?(?:\d{4}|[〇零一二三四五六七八九]{4})年.{1,3}月.{1,3}日[)）]?$/u;
const KIND =
  '(?:通知|通告|公告|公示|通报|决定|决议|意见|办法|方案|规定|细则|条例|计划|规划|报告|请示|批复|复函|函|议案|纪要|说明|倡议书?|启事|声明|命令|令)(?:[(（][^()（）]{1,20}[)）])?$';
const ENDS_AS_TITLE = new RegExp(KIND, 'u');
/** `关于调整渡口开放时间的通知`, and what papers of an office are called without it: `2026年渡口安全检查方案`. */
const [ABOUT, OTHER] = [new RegExp(`^关于.{2,}${KIND}`, 'u'), new RegExp(`^[^。，]{4,}${KIND}`, 'u')];
/** What no title ends in, or begins with: salutations, sentences, items. */
const NO_TITLE =
  /[。；;：:，,、！!]$|^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|附件)/u;

/**
 * Finds the title of an official paper below its head: the line below who issues it (`青石县人民政府文件`) and its number
 * (`青政〔2026〕3号`), in whichever order. Without a number, or without an issuer, it has to be one like `关于…的通知`.
 * @param lines texts of the first blocks; the more, the surer
 * @returns `undefined` where no such head stands at the top
 */
export function titleBelowHead(lines: readonly string[]): TitleLines | undefined {
  const folded = lines
    .slice(0, MOST_HEAD_LINES + MOST_TITLE_LINES)
    .map((line) => fold(line.slice(0, MOST_UNITS)).trim());
  const start = folded.findIndex((line) => !isOfHead(line));
  if (start < 1 || start > MOST_HEAD_LINES) return undefined;
  const head = folded.slice(0, start);
  const parts = head.flatMap((line) => [line, ...line.split(/\s+/u)]);
  const [issued, numbered] = [parts.some(isIssuer), parts.some((part) => NUMBER.test(part))];
  const end = endOfTitle(folded, start);
  const title = folded.slice(start, end).join('');
  if (title.length > LONGEST_TITLE || NO_TITLE.test(title)) return undefined;
  const form = [ABOUT, OTHER].find((one) => one.test(title));
  if (issued ? numbered : numbered && form) return { start, end };
  return issued && form && isAlone(form, lines) ? { start, end } : undefined;
}

/** Whether no more than one line is such a title: a page about an office may hold several of its papers. */
function isAlone(form: RegExp, lines: readonly string[]): boolean {
  return lines.filter((line) => line.length <= LONGEST_TITLE && form.test(fold(line).trim())).length < 2;
}

function isOfHead(line: string): boolean {
  const isOne = (part: string) => NUMBER.test(part) || BESIDE.test(part) || DAY.test(part) || isIssuer(part);
  return isRule(line) || isOne(line) || line.split(/\s+/u).every(isOne);
}

/** A title that its line does not end goes on in those below, to the word that tells what kind of paper it is. */
function endOfTitle(lines: readonly string[], start: number): number {
  const first = lines[start] ?? '';
  if (!first.includes('关于') || ENDS_AS_TITLE.test(first) || NO_TITLE.test(first)) return start + 1;
  for (let at = start + 1; at < start + MOST_TITLE_LINES && at < lines.length; at++) {
    if (NO_TITLE.test(lines[at]!)) break;
    if (ENDS_AS_TITLE.test(lines[at]!)) return at + 1;
  }
  return start + 1;
}

/**
 * Makes the title below the head of an official paper the title, and the head's lines kickers; nothing where there is no
 * such head, or the title stands further below.
 */
export function withOfficialTitle<Draft extends BlockDraft>(drafts: readonly Draft[]): readonly BlockDraft[] {
  const found = titleBelowHead(drafts.map(({ text }) => text));
  if (!found || drafts.findLastIndex(({ role }) => role === 'title') >= found.end) return drafts;
  const { start, end } = found;
  const lines = drafts.slice(start, end);
  if ([...drafts.slice(0, start), ...lines].some(({ role }) => role === 'row' || role === 'item'))
    return drafts;
  const title: BlockDraft = {
    role: 'title',
    text: lines.map(({ text }) => text).join(''),
    lines: [lines[0]!.lines[0], lines.at(-1)!.lines[1]],
  };
  const head = drafts.slice(0, start).map((draft): BlockDraft => {
    return { role: 'kicker', text: draft.text, lines: draft.lines };
  });
  return [...head, title, ...drafts.slice(end)];
}
