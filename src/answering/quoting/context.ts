import type { Passage } from '../../corpus/article.js';
import { sentences } from '../../language/clauses.js';
import type { Range } from '../../language/range.js';
import type { Context } from '../answer.js';
import { citationOf } from './citation.js';
import { quotableOf } from './lead.js';

/**
 * The article's text around a passage: as many whole sentences before and after as fit, the room shared evenly.
 * @param chars longest text in UTF-16 units; a passage longer than that is cut at a sentence end
 */
export function contextOf(passage: Passage, chars: number): Context {
  const { text } = passage.article;
  const bounds = boundsNear(text, passage, chars);
  const fits = passage.end - passage.start <= chars;
  const { start, end } = fits ? grown(passage, bounds, chars) : cut(text, passage, bounds, chars);
  const shown = text.slice(start, end).trimEnd();
  return {
    text: shown,
    passage: { start: passage.start - start, end: Math.min(passage.end - start, shown.length) },
    quotable: quotableOf(passage),
    citation: citationOf(passage),
    more: { before: start > 0, after: start + shown.length < text.trimEnd().length },
  };
}

/** Where sentences begin and end within reach of a passage; articles may be of any length. */
function boundsNear(text: string, { start, end }: Range, chars: number): number[] {
  const from = Math.max(0, start - chars);
  const to = Math.min(text.length, end + chars);
  const bounds = sentences(text.slice(from, to)).map((sentence) => from + sentence.end);
  // What the window cuts off is no end of a sentence.
  return [...(from === 0 ? [0] : []), ...bounds.filter((at) => at < to || to === text.length)];
}

/** The passage with the sentences around it, one after and one before in turn while there is room. */
function grown({ start, end }: Range, bounds: readonly number[], chars: number): Range {
  const next = bounds.find((at) => at > end) ?? end;
  const after = next - start <= chars ? next : end;
  const previous = bounds.findLast((at) => at < start) ?? start;
  const before = after - previous <= chars ? previous : start;
  return before === start && after === end
    ? { start, end }
    : grown({ start: before, end: after }, bounds, chars);
}

/** The beginning of a passage that is too long, up to the end of a sentence where one fits. */
function cut(text: string, { start }: Range, bounds: readonly number[], chars: number): Range {
  const most = start + chars;
  const end = bounds.findLast((at) => at > start && at <= most);
  return { start, end: end ?? (/[\ud800-\udbff]/.test(text[most - 1] ?? '') ? most - 1 : most) };
}
