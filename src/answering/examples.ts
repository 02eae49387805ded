import type { Article } from '../corpus/article.js';
import { clauses } from '../language/clauses.js';
import { tag } from '../language/segment.js';

/** Lengths between which a question reads well on a button, in UTF-16 units. */
const SHORTEST = 8;
const LONGEST = 22;
/** Units that 多少 goes before without sounding odd. */
const QUANTITY = /\d[\d.,]*[万亿]?[多余]?(?=公里|米|亩|元|万元|亿元|人|名|家|个|户|起|吨|年|天|岁|%)/g;

/**
 * Questions that the collection may be able to answer, made of its own sentences: a quantity in a sentence that names
 * its subject becomes 多少. Taken in turn from articles spread over the collection, likeliest first.
 */
export function* exampleQuestions(articles: readonly Article[]): Generator<string> {
  const seen = new Set<string>();
  for (const make of [quantityQuestion, topicQuestion]) {
    for (const article of articles) {
      const question = make(article);
      if (!question || seen.has(question)) continue;
      seen.add(question);
      yield question;
    }
  }
}

function quantityQuestion({ text, blocks }: Article): string | undefined {
  for (const block of blocks) {
    if (block.role !== 'paragraph') continue;
    const paragraph = text.slice(block.start, block.end);
    for (const { start, end } of clauses(paragraph)) {
      const clause = paragraph.slice(start, end).replace(/[，。；！\s]+$/u, '');
      const found = clause.match(QUANTITY);
      if (found?.length !== 1 || clause.length < SHORTEST || clause.length > LONGEST) continue;
      if (/[“”「」（）()：:、]/.test(clause) || !namesSubject(clause, clause.indexOf(found[0] as string)))
        continue;
      const question = clause.replace(found[0] as string, '多少').replace('多少%', '百分之多少');
      return `${question}？`;
    }
  }
  return undefined;
}

/** Whether the words before the quantity begin with a name and hold a verb, so that they can stand alone. */
function namesSubject(clause: string, quantity: number): boolean {
  const before = tag(clause.slice(0, quantity));
  return (
    /^(?:n[rstz]|nrt|nz)/.test(before[0]?.tag ?? '') && before.some(({ tag: speech }) => /^v/.test(speech))
  );
}

function topicQuestion({ title }: Article): string | undefined {
  const topic = title
    .split(/[\s　：:，,！!？?。—]+/)
    .find((part) => part.length >= SHORTEST && part.length <= LONGEST);
  if (!topic) return undefined;
  return /[吗呢]$|为何|为什么|如何|怎|什么/.test(topic) ? `${topic}？` : `${topic}是怎么回事？`;
}
