import type { Article } from '../corpus/article.js';
import { tag } from '../language/segment.js';

/** Longest topic that still reads well inside a question, in UTF-16 units. */
const LONGEST_TOPIC = 24;

/**
 * Questions that the collection can answer, made of its own titles: one an article, spread over the collection.
 * @param count how many at most
 */
export function exampleQuestions(articles: readonly Article[], count: number): string[] {
  const questions: string[] = [];
  const step = Math.max(1, articles.length / Math.max(1, count));
  for (let at = 0; at < articles.length && questions.length < count; at += step) {
    const question = questionFrom((articles[Math.floor(at)] as Article).title);
    if (question && !questions.includes(question)) questions.push(question);
  }
  return questions;
}

/** A title's last part as a topic: headlines put the occasion first and the matter last. */
function questionFrom(title: string): string | undefined {
  const parts = title.split(/[\s　：:，,！!？?。—]+/).filter((part) => part.length >= 4);
  const topic = parts.find((part) => part.length <= LONGEST_TOPIC);
  if (!topic) return undefined;
  if (/[吗呢]$|为何|为什么|如何|怎|什么/.test(topic)) return `${topic}？`;
  const hasVerb = tag(topic).some(({ tag: speech }) => speech === 'v');
  return hasVerb ? `${topic}是怎么回事？` : `${topic}有什么新消息？`;
}
