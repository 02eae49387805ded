import type { BlockRole } from '../article.js';
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
/** What marks tell: these are text, whatever their form. */
const MARKED: ReadonlySet<BlockRole | undefined> = new Set(['item', 'header', 'row', 'quotation', 'code']);

/**
 * Says of each block of an article what it is. The head (kicker, subtitle, summary, byline) reaches to the first
 * line of running text.
 * @param strips the blocks of one article in their order, mended
 * @param titled whether the first is the article's title
 * @param marked the roles that marks have told already
 */
export function rolesOf(
  strips: readonly Strip[],
  titled: boolean,
  marked: readonly (BlockRole | undefined)[] = [],
): BlockRole[] {
  const subtitles = subtitlesAmong(strips);
  const roles = strips.map((strip, i) => marked[i] ?? (subtitles.has(i) ? 'subtitle' : roleByForm(strip)));
  if (titled) roles[0] = 'title';
  const body = bodyStart(strips, roles);
  for (let i = 0; i < strips.length; i++) roles[i] ??= roleByPlace(strips, roles, i);
  if (titled) markHead(strips, roles, body);
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
  return isHeadlineLike(text) && !isStandalone(text);
}

/** A short line between two paragraphs is a subhead; the rest is paragraphs. */
function roleByPlace(
  strips: readonly Strip[],
  roles: readonly (BlockRole | undefined)[],
  i: number,
): BlockRole {
  const next = strips[i + 1];
  if (!isShortLine(strips[i]!.text) || !next || !isRunningText(next.text)) return 'paragraph';
  const before = strips[i - 1];
  const isText = roles[i - 1] === 'paragraph' || MARKED.has(roles[i - 1]);
  const follows = !before || !isText || endingOf(before.text) === 'closed';
  return follows ? 'subhead' : 'paragraph';
}

function isRunningText(text: string): boolean {
  return endingOf(text) === 'closed' || (text.length > HEADLINE_UNITS && isProse(text));
}

/** Tells the lines of the head apart; the last before running text is a subhead where the text has more of them. */
function markHead(strips: readonly Strip[], roles: (BlockRole | undefined)[], body: number): void {
  const hasSubheads = roles.slice(body).includes('subhead');
  const short = range(1, body).filter((i) => isPlain(roles[i]) && !isSummary(strips[i]!.text));
  for (const i of range(1, body)) if (isPlain(roles[i]) && isSummary(strips[i]!.text)) roles[i] = 'summary';
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
