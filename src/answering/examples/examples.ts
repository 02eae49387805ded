import type { Article } from '../../corpus/article.js';
import { LONGEST, SHORTEST } from './material.js';
import { countQuestion, quantityQuestion } from './quantity.js';
import { topicQuestion } from './topic.js';
import { whenQuestion } from './when.js';
import { whoQuestion } from './who.js';

/** A question that an article may be able to answer. */
export interface Example {
  readonly question: string;
  /** Id of the article. */
  readonly article: string;
}

/** What people ask, in turn, so that a handful of examples shows more than one kind of question. */
const KINDS = [whenQuestion, quantityQuestion, whoQuestion, countQuestion];

/**
 * Questions made of the articles' own words. Each article is asked for another kind than the one before it, and again
 * until it has been asked for all; what is left over are questions about titles, which say less.
 */
export function* exampleQuestions(articles: readonly Article[]): Generator<Example> {
  const seen = new Set<string>();
  for (let round = 0; round <= KINDS.length; round++) {
    for (const [i, article] of articles.entries()) {
      const make = round === KINDS.length ? topicQuestion : KINDS[(i + round) % KINDS.length];
      const question = make?.(article);
      if (question === undefined || seen.has(question)) continue;
      seen.add(question);
      yield { question, article: article.id };
    }
  }
}

/** Questions made of one article's words: those that it asks itself, then those of every kind, the one about its title last. */
export function* questionsAbout(article: Article): Generator<string> {
  const seen = new Set<string>();
  const made = [...KINDS, topicQuestion].map((make) => make(article));
  for (const question of [...ownQuestions(article), ...made]) {
    if (question === undefined || seen.has(question)) continue;
    seen.add(question);
    yield question;
  }
}

/** What an article asks and answers, as lists of questions and answers do. */
function ownQuestions({ text, blocks }: Article): string[] {
  return blocks
    .filter(({ role }) => role === 'question')
    .map(({ start, end }) => text.slice(start, end).replace(ASKS_AS, '').trim())
    .filter((question) => question.length >= SHORTEST && question.length <= LONGEST);
}

/** What stands before a question in such a list: 问：, Q1. */
const ASKS_AS = /^(?:问|[Qq]\d*|\d{1,3})\s*[：:.、．]\s*/;
