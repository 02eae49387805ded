import type { Answerer } from '../../src/answering/answer.js';
import { createAnswerer } from '../../src/answering/answerer.js';
import type { Article, ArticleFacts, Passage } from '../../src/corpus/article.js';
import { composeText } from '../../src/corpus/article-text.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';

/** An article of a title and paragraphs, each on a line of its own. */
export function article(title: string, paragraphs: readonly string[], facts: ArticleFacts = {}): Article {
  const drafts = [title, ...paragraphs].map((text, i) => ({
    role: i === 0 ? ('title' as const) : ('paragraph' as const),
    text,
    lines: [i + 1, i + 1] as const,
  }));
  return { id: title, source: 'a.txt', title, ...composeText(drafts), lines: [1, drafts.length], ...facts };
}

/** The stretch of an article that holds a text, as a passage. */
export function passage(of: Article, text: string): Passage {
  const start = of.text.indexOf(text);
  if (start < 0) throw new Error(`"${text}" is not in "${of.title}"`);
  return { id: 'p', article: of, text, start, end: start + text.length, lines: of.lines };
}

/** A text as a passage that is all of its article. */
export function alone(text: string): Passage {
  const block = { role: 'paragraph' as const, start: 0, end: text.length, lines: [1, 1] as const };
  const of = { id: 'a', source: 'a.txt', title: '', text, blocks: [block], lines: [1, 1] as const };
  return { id: 'p', article: of, text, start: 0, end: text.length, lines: [1, 1] };
}

/** Indexes articles as the product does. */
export async function answererOf(articles: readonly Article[]): Promise<Answerer> {
  const index = new EmbeddedIndex();
  await index.add(articles.flatMap((one) => passagesOf(one)));
  return createAnswerer(index, () => articles);
}
