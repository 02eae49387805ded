import type { Passage } from '../../corpus/article.js';
import type { Range } from '../../language/range.js';
import type { Citation } from '../answer.js';

/**
 * What the source states of a passage; what it does not state is absent.
 * @param quoted the stretches that are quoted, UTF-16 units into the passage's text; the lines are theirs. Without
 *   them the lines are those of the whole passage.
 */
export function citationOf(passage: Passage, quoted: readonly Range[] = []): Citation {
  const { id, article } = passage;
  const { publication, date, page, byline, author, url } = article;
  const by = byline ?? author;
  return {
    id,
    article: article.id,
    title: article.title,
    source: article.source,
    lines: linesOf(passage, quoted) ?? passage.lines,
    ...(publication && { publication }),
    ...(date && { date }),
    ...(page && { page }),
    ...(by && { byline: by }),
    ...(url && { url }),
  };
}

/** First and last line of the blocks that the stretches stand in. */
function linesOf({ article, start }: Passage, quoted: readonly Range[]): Citation['lines'] | undefined {
  const blocks = article.blocks.filter((block) =>
    quoted.some((range) => start + range.start < block.end && block.start < start + range.end),
  );
  if (blocks.length === 0) return undefined;
  return [Math.min(...blocks.map(({ lines }) => lines[0])), Math.max(...blocks.map(({ lines }) => lines[1]))];
}
