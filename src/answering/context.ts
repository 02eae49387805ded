import type { Article, Passage } from '../corpus/article.js';
import { sentences } from '../language/clauses.js';
import type { Range } from '../language/range.js';
import type { Context } from './answer.js';
import { citationOf } from './citation.js';

/**
 * The article's text around a passage: as many whole sentences before and after as fit, the room shared evenly.
 * @param chars longest text in UTF-16 units; a passage longer than that is cut at a sentence end
 */
export function contextOf(passage: Passage, chars: number): Context {
  const { article } = passage;
  const around = sentences(article.text);
  let first = around.findIndex(({ end }) => end > passage.start);
  let last = around.findLastIndex(({ start }) => start < passage.end);
  const length = (): number => (around[last]?.end ?? 0) - (around[first]?.start ?? 0);
  while (first < last && length() > chars) last--;
  for (let grown = true; grown; ) {
    grown = false;
    if (first > 0 && length() + size(around[first - 1]) <= chars) {
      first--;
      grown = true;
    }
    if (last + 1 < around.length && length() + size(around[last + 1]) <= chars) {
      last++;
      grown = true;
    }
  }
  const start = around[first]?.start ?? 0;
  const end = Math.min(around[last]?.end ?? 0, wholeUnits(article, start + chars));
  return {
    text: article.text.slice(start, end),
    passage: { start: Math.max(0, passage.start - start), end: Math.min(end, passage.end) - start },
    citation: citationOf(passage),
    more: { before: start > 0, after: end < article.text.length },
  };
}

function size(range: Range | undefined): number {
  return range ? range.end - range.start : 0;
}

/** The nearest place at or before `at` that cuts no surrogate pair. */
function wholeUnits({ text }: Article, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
