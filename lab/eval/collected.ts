import type { Article, Passage } from '../../src/corpus/article.js';
import { composeText } from '../../src/corpus/article-text.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { fold } from '../../src/language/fold.js';
import type { Range } from '../../src/language/range.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';
import type { PassageIndex } from '../../src/retrieval/passage-index.js';
import { hash } from '../random.js';
import { occurrences } from './score.js';
import { articlesOf, type EvalQuestion, type EvalSet } from './set.js';

/**
 * How a set's passages become articles.
 * - `lines`: each is an article, as the lines of a JSONL file are.
 * - `untitled`: the same, but a third of the articles have no title.
 * - `pages`: those of one title are the paragraphs of one article, under its headline, as on a newspaper page.
 */
export type Shape = 'lines' | 'untitled' | 'pages';

/** A set's articles, and where they hold the answers to its questions. */
export interface Collected {
  readonly articles: readonly Article[];
  /** Where a passage holds an answer to the question, in the place that the set names; UTF-16 units of the passage. */
  places(passage: Passage, question: EvalQuestion): readonly Range[];
  /** The id of the article that holds the set's passage of this id. */
  articleOf(passage: string): string | undefined;
}

/** Makes a set into a collection of articles. */
export function collect(set: EvalSet, shape: Shape): Collected {
  if (shape === 'pages') return pages(set);
  const passages =
    shape === 'lines'
      ? set.passages
      : set.passages.map((passage) =>
          hash(passage.id) % 3 === 0 ? { id: passage.id, text: passage.text } : passage,
        );
  return {
    articles: articlesOf({ ...set, passages }),
    places: (passage, { passage: gold, answers }) =>
      passage.article.id === gold ? occurrences(fold(passage.text), answers) : [],
    articleOf: (passage) => passage,
  };
}

export async function indexOf(articles: readonly Article[]): Promise<PassageIndex> {
  const index = new EmbeddedIndex();
  await index.add(articles.flatMap((article) => passagesOf(article)));
  return index;
}

function pages(set: EvalSet): Collected {
  const byTitle = new Map<string, EvalSet['passages']>();
  for (const passage of set.passages) {
    const title = passage.title || passage.id;
    byTitle.set(title, [...(byTitle.get(title) ?? []), passage]);
  }
  const home = new Map<string, Range & { readonly article: string }>();
  const articles = [...byTitle].map(([title, passages], i): Article => {
    const drafts = [title, ...passages.map(({ text }) => text.replace(/\s*\n\s*/g, ' ').trim())].map(
      (text, block) => ({
        role: block === 0 ? ('title' as const) : ('paragraph' as const),
        text,
        lines: [block + 1, block + 1] as const,
      }),
    );
    const id = `${set.name}-${i}`;
    const composed = composeText(drafts);
    passages.forEach((passage, p) => {
      const { start, end } = composed.blocks[p + 1] as Range;
      home.set(passage.id, { article: id, start, end });
    });
    return { id, source: `${set.name}.txt`, title, ...composed, lines: [1, drafts.length] };
  });
  return {
    articles,
    places: (passage, { passage: gold, answers }) => {
      const place = home.get(gold);
      if (!place || passage.article.id !== place.article) return [];
      return occurrences(fold(passage.text), answers).filter(
        ({ start, end }) => passage.start + start >= place.start && passage.start + end <= place.end,
      );
    },
    articleOf: (passage) => home.get(passage)?.article,
  };
}
