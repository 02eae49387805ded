import type { Article } from '../../corpus/article.js';
import { clauses } from '../../language/clauses.js';
import { tag } from '../../language/segment.js';

/** Lengths between which a question reads well on a button, in UTF-16 units. */
export const SHORTEST = 6;
export const LONGEST = 22;

/** The running text of an article, a paragraph at a time. */
export function* paragraphs({ text, blocks }: Article): Generator<string> {
  for (const { role, start, end } of blocks) if (role === 'paragraph') yield text.slice(start, end);
}

/** The clauses of an article's running text, without the signs that end them. */
export function* clausesOf(article: Article): Generator<string> {
  for (const paragraph of paragraphs(article)) {
    for (const { start, end } of clauses(paragraph)) {
      yield paragraph
        .slice(start, end)
        .replace(/[，,。；;！!\s]+$/u, '')
        .trim();
    }
  }
}

/** Whether a stretch of an article can stand in a question: no quotation or bracket is open. */
export function isReadable(stretch: string): boolean {
  return !/[“”「」『』"《》（）()【】〔〕：:…\n]/.test(stretch);
}

/** The parts of a title that stand for themselves. */
export function titleParts({ title }: Article): string[] {
  return title
    .split(/[\s　，,！!？?。；;]+|——?/u)
    .filter((part) => part.length >= SHORTEST && part.length <= LONGEST && isReadable(part));
}

/** Lengths of a subject, in UTF-16 units, and how often the text has to come back to it. */
const [SHORTEST_SUBJECT, LONGEST_SUBJECT, LEAST_MENTIONS] = [3, 10, 2];

/**
 * What an article is about: the longest run of words of its title that the text comes back to. Tags do not tell; to
 * jieba's dictionary 新建 and 扎根 are places.
 */
export function subjectOf(article: Article): string | undefined {
  const text = [...paragraphs(article)].join('\n');
  let longest: string | undefined;
  for (const part of titleParts(article)) {
    const words = tag(part);
    words.forEach(({ start, kind }, first) => {
      if (kind !== 'word' && kind !== 'latin') return;
      for (const { end } of words.slice(first)) {
        const run = part.slice(start, end);
        if (run.length < SHORTEST_SUBJECT || run.length > LONGEST_SUBJECT) continue;
        if (run.length <= (longest?.length ?? 0) || /\d|的$/.test(run)) continue;
        if (text.split(run).length > LEAST_MENTIONS) longest = run;
      }
    });
  }
  return longest;
}
