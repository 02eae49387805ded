import type { Passage } from '../corpus/article.js';
import { sentences } from '../language/clauses.js';
import type { Range } from '../language/range.js';
import type { Context } from './answer.js';
import { citationOf } from './citation.js';

/**
 * The article's text around a passage: as many whole sentences before and after as fit, the room shared evenly.
 * @param chars longest text in UTF-16 units; a passage longer than that is cut at a sentence end
 */
export function contextOf(passage: Passage, chars: number): Context {
  const { text } = passage.article;
  const ends = sentences(text).map(({ end }) => end);
  const fits = passage.end - passage.start <= chars;
  const { start, end } = fits
    ? grown(passage, ends, chars)
    : { start: passage.start, end: cutEnd(passage, ends, chars) };
  const shown = text.slice(start, end).trimEnd();
  return {
    text: shown,
    passage: { start: passage.start - start, end: Math.min(passage.end - start, shown.length) },
    citation: citationOf(passage),
    more: { before: start > 0, after: start + shown.length < text.trimEnd().length },
  };
}

/** The passage with the sentences around it, one after and one before in turn while there is room. */
function grown({ start, end }: Range, ends: readonly number[], chars: number): Range {
  const next = ends.find((at) => at > end);
  const after = next !== undefined && next - start <= chars ? next : end;
  const previous = [0, ...ends].findLast((at) => at < start);
  const before = previous !== undefined && after - previous <= chars ? previous : start;
  return before === start && after === end
    ? { start, end }
    : grown({ start: before, end: after }, ends, chars);
}

/** Where a passage that is too long is cut: after the last sentence that fits, else in no surrogate pair. */
function cutEnd({ start, article: { text } }: Passage, ends: readonly number[], chars: number): number {
  const most = start + chars;
  const end = ends.findLast((at) => at > start && at <= most);
  return end ?? (/[\ud800-\udbff]/.test(text[most - 1] ?? '') ? most - 1 : most);
}
