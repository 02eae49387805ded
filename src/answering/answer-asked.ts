import { dayOf } from '../language/dates.js';
import { fold } from '../language/fold.js';
import { findNumbers } from '../language/numbers.js';
import type { ArticleStore, Holding } from '../retrieval/article-store.js';
import type { Answer, Clipping } from './answer.js';
import {
  type AnsweringTools,
  answerFound,
  answerQuestion,
  asked,
  DEFAULT_TOP,
  type FoundOptions,
} from './answer-question.js';
import { exactWords } from './filters/exact-words.js';
import { type LimitedQuestion, limitedQuestion } from './filters/question-filters.js';
import type { Clock, QuestionFilter } from './question.js';
import { citationOf } from './quoting/citation.js';
import { excerptAround, inExcerpt } from './quoting/excerpt.js';
import { retrieve } from './retrieving/retrieve.js';

/** What questions are asked of, and when. */
export interface Asking {
  readonly articles: ArticleStore;
  readonly clock: Clock;
}

/**
 * Answers a question within the limits that it sets; where they leave nothing, without them, and says so. What is asked in
 * quotation marks is looked for word for word.
 */
export async function answerAsked(
  tools: AnsweringTools,
  asking: Asking,
  text: string,
  options: FoundOptions,
): Promise<Answer> {
  const { without = [] } = options;
  const words = exactWords(text);
  if (words !== undefined) {
    if (without.includes('phrase')) return answerLoosely(tools, { text, words }, options);
    return answerExactly(tools, asking, { text, words }, options);
  }
  const limited = limitedQuestion(
    text,
    dayOf(asking.clock.now(), asking.clock.timeZone),
    asking.articles.overview.publications,
    without,
  );
  return answerLimited(tools, text, limited, options);
}

async function answerLimited(
  tools: AnsweringTools,
  text: string,
  limited: LimitedQuestion,
  options: FoundOptions,
): Promise<Answer> {
  const { filters } = limited;
  if (filters.length === 0) return answerQuestion(tools, text, options);
  const asked = limited.asked || text;
  if (filters.every(({ removed }) => removed))
    return { ...(await answerQuestion(tools, asked, options)), filters };
  const narrowed = await within(tools, asked, limited, options);
  if (narrowed && narrowed.status !== 'refused') return { ...narrowed, filters };
  const wide = await answerQuestion(tools, asked, options);
  if (narrowed && narrowed.results.length > 0 && wide.status === 'refused') return { ...narrowed, filters };
  return {
    ...wide,
    filters: filters.map((filter) => (filter.removed ? filter : { ...filter, leftNothing: true })),
  };
}

/** The answer of what the limits leave; `undefined` where they leave nothing. */
async function within(
  tools: AnsweringTools,
  text: string,
  { filter, filters, rest, withDates }: LimitedQuestion,
  options: FoundOptions,
): Promise<Answer | undefined> {
  const sought = rest === '' ? withDates || text : rest;
  const retrieved = await retrieve(tools.index, asked(sought, options), filter);
  const { candidates } = retrieved;
  if (candidates.length === 0) return undefined;
  // Of what passages speak of in words, the words tell which of them is meant.
  const dates = filters.filter(({ kind, removed }) => kind === 'date' && !removed);
  const spoken = candidates.some(({ passage }) => dates.some((date) => speaksOf(passage.text, date)));
  if (!spoken) return answerFound(tools, retrieved, options);
  const answer = await answerQuestion(tools, withDates, { ...options, filter });
  return followed(answer, await answerQuestion(tools, text, { ...options, read: false }), options);
}

/** An answer, and behind it what else has words of the question: a date that texts speak of is one of them. */
function followed(answer: Answer, others: Answer, { top = DEFAULT_TOP }: FoundOptions): Answer {
  const shown = new Set(answer.results.map(({ citation }) => citation.id));
  const rest = others.results.filter(({ citation }) => !shown.has(citation.id));
  return { ...answer, results: [...answer.results, ...rest].slice(0, top) };
}

function speaksOf(text: string, { text: told }: QuestionFilter): boolean {
  const terms = findNumbers(fold(told)).map(({ term }) => term);
  if (terms.length === 0) return false;
  const held = new Set(findNumbers(fold(text)).map(({ term }) => term));
  return terms.every((term) => held.has(term));
}

/** Looks for words as for any others, though they were asked for in quotation marks. */
async function answerLoosely(
  tools: AnsweringTools,
  { text, words }: { readonly text: string; readonly words: string },
  options: FoundOptions,
): Promise<Answer> {
  const answer = await answerQuestion(tools, words, options);
  return { ...answer, filters: [{ kind: 'phrase', text: text.trim(), value: words, removed: true }] };
}

async function answerExactly(
  tools: AnsweringTools,
  { articles }: Asking,
  { text, words }: { readonly text: string; readonly words: string },
  options: FoundOptions,
): Promise<Answer> {
  const filter: QuestionFilter = { kind: 'phrase', text: text.trim(), value: words };
  const { holdings, places, atLeast } = await articles.exactly(words, options.top ?? DEFAULT_TOP);
  if (places > 0) {
    const results = holdings.map((one) => exactly(one, options.chars));
    return { status: 'answered', results, filters: [filter], places, ...(atLeast && { morePlaces: true }) };
  }
  const { results } = await answerQuestion(tools, words, options);
  return {
    status: 'refused',
    reason: 'no-evidence',
    missing: [],
    results,
    filters: [{ ...filter, leftNothing: true }],
    places,
  };
}

function exactly({ passage, places }: Holding, chars: number): Clipping {
  const [first = { start: 0, end: 1 }] = places;
  const excerpt = excerptAround(passage, first, chars);
  const shown = inExcerpt(excerpt, first);
  return {
    excerpt: excerpt.text,
    highlights: shown ? [shown] : [],
    score: 1,
    unmentioned: [],
    citation: citationOf(passage, excerpt.place),
  };
}
