import type { Article } from '../corpus/article.js';
import { fold } from '../language/fold.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import { TitleSuggester } from '../retrieval/title-suggester.js';
import type { Answer, Answerer, AnswerOptions, Clipping, Context } from './answer.js';
import { type Answerability, answerabilityOf } from './deciding/answerability.js';
import { decide, type Known, type KnownWithoutPassage, type Verdict } from './deciding/decide.js';
import { type Explanation, explainPassage, explanationOf } from './deciding/explain.js';
import { missingWords, unmentionedWords } from './deciding/missing-words.js';
import { isPhoneticOnly } from './deciding/phonetic-only.js';
import { isSmallTalk } from './deciding/small-talk.js';
import { exampleQuestions } from './examples/examples.js';
import { rememberingAnnotator } from './features/annotate.js';
import { type Models, readModels } from './features/models.js';
import { citationOf } from './quoting/citation.js';
import { contextOf } from './quoting/context.js';
import { excerptOf, highlightsOf, inExcerpt } from './quoting/excerpt.js';
import { answerSpan, SPAN_CLAUSES } from './quoting/span.js';
import { type RankedPassage, type RankingTools, rank } from './ranking/rank.js';
import { namesOtherNumber } from './retrieving/identifying-numbers.js';
import { type Retrieved, retrieve } from './retrieving/retrieve.js';
import { summarise } from './summary.js';

const DEFAULT_TOP = 3;
/** UTF-16 units. */
const DEFAULT_CHARS = 120;

/** What every answer needs besides the question. */
interface Tools extends RankingTools {
  readonly index: PassageIndex;
  readonly models: Models;
}

/**
 * Answers questions from an index.
 * @param index what is searched
 * @param articles the articles whose passages the index holds
 * @param models the learned scorers; by default those that come with the code
 */
export function createAnswerer(
  index: PassageIndex,
  articles: () => readonly Article[],
  models: Models = readModels(),
): Answerer {
  const tools = { index, models, annotate: rememberingAnnotator() };
  const titles = suggesterOf(index, articles);
  return {
    get version() {
      return index.state.version;
    },
    answer: (question, options) => answer(tools, question.text, options),
    async context(id, chars): Promise<Context | undefined> {
      const passage = await index.get(id);
      return passage && contextOf(passage, chars);
    },
    async clipping(id, { chars = DEFAULT_CHARS } = {}): Promise<Clipping | undefined> {
      const passage = await index.get(id);
      if (!passage) return undefined;
      const annotated = tools.annotate(passage);
      // Nothing is asked, so the beginning is as good an answer as any.
      const opening = Float64Array.from(annotated.clauses, (_, c) => 1 / 2 ** (c + 1));
      const { text } = excerptOf(annotated, opening, chars);
      return { excerpt: text, highlights: [], score: 1, unmentioned: [], citation: citationOf(passage) };
    },
    summary: (titles) => summarise(articles(), index.state.size, titles),
    completions: async (typed, count) => titles().complete(typed, count),
    examples: (count) => answeredExamples(tools, articles(), count),
  };
}

/** Suggests the titles that the collection has at the time; made anew only after it has changed. */
function suggesterOf(index: PassageIndex, articles: () => readonly Article[]): () => TitleSuggester {
  let made: { readonly version: string; readonly suggester: TitleSuggester } | undefined;
  return () => {
    const { version } = index.state;
    if (made?.version !== version) {
      made = { version, suggester: new TitleSuggester(articles().map(({ title }) => title)) };
    }
    return made.suggester;
  };
}

async function answer(
  tools: Tools,
  text: string,
  { top = DEFAULT_TOP, chars = DEFAULT_CHARS, explain = false }: AnswerOptions = {},
): Promise<Answer> {
  if (isSmallTalk(text)) return withoutPassages({ kind: 'small-talk' }, explain);
  const retrieved = await retrieve(tools.index, text);
  if (retrieved.queryTerms.length === 0) return withoutPassages({ kind: 'no-terms' }, explain);
  const ranked = rank(retrieved, tools);
  const judged = ranked.slice(0, top).map((passage, place) => {
    const next = ranked[place === 0 ? 1 : 0]?.score;
    return {
      ranked: passage,
      answerability: answerabilityOf(retrieved, passage, next, tools.models.answerability),
      clauses: place === 0 ? SPAN_CLAUSES : 1,
    };
  });
  const results = judged.map((one) => clip(retrieved, one, tools.models, chars));
  const verdict = decide(known(retrieved, judged[0]));
  const explanation = explain ? { explanation: explained(verdict, retrieved, judged, tools.models) } : {};
  if (verdict.status === 'answered') return { status: 'answered', results, ...explanation };
  const { status, reason } = verdict;
  return { status, reason, missing: missingWords(retrieved), results, ...explanation };
}

/** A passage in its place, with how likely it answers. */
interface Judged {
  readonly ranked: RankedPassage;
  readonly answerability: Answerability;
  /** In how many of its clauses the answer itself is looked for. */
  readonly clauses: number;
}

/** What the verdict rests on. */
function known(retrieved: Retrieved, best: Judged | undefined): Known {
  if (!best) return { kind: 'nothing-found' };
  const { passage } = best.ranked.candidate;
  return {
    kind: 'found',
    score: best.answerability.score,
    keywords: best.answerability.keywords,
    isPhoneticOnly: () => isPhoneticOnly(retrieved.views.of(passage)),
    namesOtherNumber: () => namesOtherNumber(retrieved.numbers, { passage }),
  };
}

function withoutPassages(known: KnownWithoutPassage, explain: boolean): Answer {
  const verdict = decide(known);
  const explanation = explain ? { explanation: explanationOf(verdict, [], []) } : {};
  return { status: 'refused', reason: verdict.reason, missing: [], results: [], ...explanation };
}

function explained(
  verdict: Verdict,
  retrieved: Retrieved,
  judged: readonly Judged[],
  models: Models,
): Explanation {
  const terms = retrieved.queryTerms.map(({ term, weight }) => {
    return { term, weight, passages: retrieved.documentFrequency.get(term) ?? 0 };
  });
  const passages = judged.map(({ ranked, answerability }) => {
    const { passage } = ranked.candidate;
    const facts = {
      phoneticOnly: isPhoneticOnly(retrieved.views.of(passage)),
      otherNumber: namesOtherNumber(retrieved.numbers, { passage }),
      unmentioned: unmentionedWords(retrieved, passage),
    };
    return explainPassage(ranked, answerability, facts, models.answerability);
  });
  return explanationOf(verdict, terms, passages);
}

function clip(
  retrieved: Retrieved,
  { ranked, answerability, clauses }: Judged,
  models: Models,
  chars: number,
): Clipping {
  const { annotated, probability } = ranked.weighed();
  const excerpt = excerptOf(annotated, probability, chars);
  const span = answerSpan(
    retrieved.question,
    annotated,
    probability,
    excerpt.fragments,
    models.span,
    clauses,
  );
  const marked = span && inExcerpt(excerpt, span);
  return {
    excerpt: excerpt.text,
    highlights: highlightsOf(fold(excerpt.text), retrieved.finder),
    ...(marked && { answer: marked }),
    score: answerability.score,
    unmentioned: unmentionedWords(retrieved, annotated.passage),
    citation: citationOf(annotated.passage, excerpt.fragments),
  };
}

/** Sentences looked at for each example that is wanted; a big archive need not be gone through for a handful. */
const TRIES = 20;

/** Example questions that are really answered, from the article that they were made of. */
async function answeredExamples(
  tools: Tools,
  articles: readonly Article[],
  count: number,
): Promise<string[]> {
  const step = Math.max(1, Math.floor(articles.length / (count * TRIES)));
  const spread = articles.filter((_, i) => i % step === 0);
  const examples: string[] = [];
  for (const { question, article } of exampleQuestions(spread)) {
    if (examples.length === count) break;
    const { status, results } = await answer(tools, question, { top: 1 });
    if (status === 'answered' && results[0]?.citation.article === article) examples.push(question);
  }
  return examples;
}
