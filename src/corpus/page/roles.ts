import type { BlockRole } from '../article.js';
import { isField } from '../structure/fields.js';
import { bylineOfLine, isNames } from './bylines.js';
import {
  endingOf,
  HEADLINE_UNITS,
  isCredit,
  isDashed,
  isHeadlineLike,
  isListItem,
  isProse,
  isStandalone,
  isSummary,
} from './forms.js';
import type { Strip } from './strip.js';
import { subtitlesAmong } from './subtitles.js';

/** More headline-like lines on end are a list. */
const MOST_HEADLINES = 2;
/** A numbered line that names what is below it: `一、工作目标：`. */
const ANNOUNCES = /^[一二三四五六七八九十]{1,3}、\p{Script=Han}{2,14}[：:]$/u;
/** `（2025年3月1日市人民代表大会常务委员会第十次会议通过）`. */
const BRACKETED = /^[（(][^（）()]{8,}[)）]$/u;
/** What marks tell: these are text, whatever their form. */
const MARKED: ReadonlySet<BlockRole | undefined> = new Set(['item', 'header', 'row', 'quotation', 'code']);

/**
 * Says of each block of an article what it is. The head (kicker, subtitle, summary, byline) reaches to the first
 * line of running text.
 * @param strips the blocks of one article in their order, mended
 * @param title the number of the article's title; what stands above it are kickers
 * @param marked the roles that marks have told already
 */
export function rolesOf(
  strips: readonly Strip[],
  title: number | undefined,
  marked: readonly (BlockRole | undefined)[] = [],
): BlockRole[] {
  const subtitles = subtitlesAmong(strips);
  const roles = strips.map((strip, i) => marked[i] ?? (subtitles.has(i) ? 'subtitle' : roleByForm(strip)));
  if (title !== undefined) {
    roles.fill('kicker', 0, title);
    roles[title] = 'title';
  }
  const body = bodyStart(strips, roles);
  for (let i = 0; i < strips.length; i++) roles[i] ??= roleByPlace(strips, roles, i);
  if (title !== undefined) markHead(strips, roles, title + 1, body);
  const last = strips.length - 1;
  if (roles[last] === 'paragraph' && last > 0 && isSignature(strips, last)) roles[last] = 'byline';
  return roles as BlockRole[];
}

/** What the line's own form tells, else `undefined`. */
function roleByForm({ level, text }: Strip): BlockRole | undefined {
  if (level > 2) return 'subhead';
  if (level > 0) return 'subtitle';
  if (isCredit(text)) return 'credit';
  if (bylineOfLine(text) !== undefined) return 'byline';
  return undefined;
}

/** Where running text begins. */
function bodyStart(strips: readonly Strip[], roles: readonly (BlockRole | undefined)[]): number {
  const at = strips.findIndex(
    ({ text }, i) =>
      roles[i] === 'subhead' || MARKED.has(roles[i]) || (roles[i] === undefined && !isHeadLine(text)),
  );
  return at < 0 ? strips.length : at;
}

function isHeadLine(text: string): boolean {
  return isSummary(text) || (isShortLine(text) && (isDashed(text) || !isListItem(text)));
}

function isShortLine(text: string): boolean {
  return isHeadlineLike(text) && !isStandalone(text) && !isField(text);
}

/** A short line between two paragraphs is a subhead, and so is a numbered one with a colon; the rest is paragraphs. */
function roleByPlace(
  strips: readonly Strip[],
  roles: readonly (BlockRole | undefined)[],
  i: number,
): BlockRole {
  const { text } = strips[i]!;
  const next = strips[i + 1];
  if (!next || !isRunningText(next.text)) return 'paragraph';
  if (!isShortLine(text) && !(ANNOUNCES.test(text) && !isListItem(next.text))) return 'paragraph';
  const before = strips[i - 1];
  const isText = roles[i - 1] === 'paragraph' || MARKED.has(roles[i - 1]);
  const follows = !before || !isText || isComplete(before.text, text);
  return follows ? 'subhead' : 'paragraph';
}

/** Whether a text does not go on in a line: it ends its sentence, stands in brackets, or is a label with its value above an item. */
function isComplete(text: string, line: string): boolean {
  return endingOf(text) === 'closed' || BRACKETED.test(text) || (isField(text) && isListItem(line));
}

function isRunningText(text: string): boolean {
  return endingOf(text) === 'closed' || (text.length > HEADLINE_UNITS && isProse(text));
}

/** Tells the lines of the head apart; the last before running text is a subhead where the text has more of them. */
function markHead(
  strips: readonly Strip[],
  roles: (BlockRole | undefined)[],
  from: number,
  body: number,
): void {
  const hasSubheads = roles.slice(body).includes('subhead');
  const short = range(from, body).filter((i) => isPlain(roles[i]) && !isSummary(strips[i]!.text));
  for (const i of range(from, body))
    if (isPlain(roles[i]) && isSummary(strips[i]!.text)) roles[i] = 'summary';
  const text = strips[body]?.text ?? '';
  if (!isRunningText(text) || short.length > MOST_HEADLINES) return;
  for (const i of short) {
    const announces = i === body - 1 && hasSubheads;
    if (isDashed(strips[i]!.text)) roles[i] = 'subtitle';
    else roles[i] = announces ? 'subhead' : 'kicker';
  }
}

function isPlain(role: BlockRole | undefined): boolean {
  return role === 'paragraph' || role === 'subhead';
}

function isSignature(strips: readonly Strip[], last: number): boolean {
  return isNames(strips[last]!.text) && endingOf(strips[last - 1]!.text) === 'closed';
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
