import type { Article } from '../corpus/article.js';
import { fold } from '../language/fold.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import type { Answer, Answerer, AnswerOptions, Clipping, Context } from './answer.js';
import { confidenceOf, holdsKeywords, LEAST_CONFIDENCE } from './deciding/answerability.js';
import { missingWords, unmentionedWords } from './deciding/missing-words.js';
import { isHearsay } from './deciding/phonetic-only.js';
import { isSmallTalk } from './deciding/small-talk.js';
import { exampleQuestions } from './examples/examples.js';
import { study } from './features/annotate.js';
import { confidenceFeatures } from './features/answerability-features.js';
import { type Models, readModels } from './features/models.js';
import { citationOf } from './quoting/citation.js';
import { contextOf } from './quoting/context.js';
import { excerptOf, highlightsOf, inExcerpt } from './quoting/excerpt.js';
import { answerSpan, SPAN_CLAUSES } from './quoting/span.js';
import { type RankedPassage, rank, softmax } from './ranking/ranking.js';
import { namesAnother } from './retrieving/identifying-numbers.js';
import { type Gathered, gather } from './retrieving/retrieve.js';
import { summarise } from './summary.js';

const DEFAULT_TOP = 3;
/** UTF-16 units. */
const DEFAULT_CHARS = 120;

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
  return {
    get version() {
      return index.state.version;
    },
    answer: (question, options) => answer(index, models, question, options),
    async context(id, chars): Promise<Context | undefined> {
      const passage = await index.get(id);
      return passage && contextOf(passage, chars);
    },
    async clipping(id, { chars = DEFAULT_CHARS } = {}): Promise<Clipping | undefined> {
      const passage = await index.get(id);
      if (!passage) return undefined;
      const studied = study(passage);
      // Nothing is asked, so the beginning is as good an answer as any.
      const opening = Float64Array.from(studied.clauses, (_, c) => 1 / 2 ** (c + 1));
      const { text } = excerptOf(studied, opening, chars);
      return { excerpt: text, highlights: [], score: 1, unmentioned: [], citation: citationOf(passage) };
    },
    summary: (titles) => summarise(articles(), index.state.size, titles),
    examples: (count) => answeredExamples(index, models, articles(), count),
  };
}

async function answer(
  index: PassageIndex,
  models: Models,
  text: string,
  { top = DEFAULT_TOP, chars = DEFAULT_CHARS }: AnswerOptions = {},
): Promise<Answer> {
  if (isSmallTalk(text)) return { status: 'refused', reason: 'greeting', missing: [], results: [] };
  const gathered = await gather(index, text);
  if (gathered.clues.length === 0) return { status: 'refused', reason: 'empty', missing: [], results: [] };
  const ranked = rank(gathered, models);
  const results = ranked.slice(0, top).map((_, place) => clip(gathered, models, ranked, place, chars));
  const [best] = ranked;
  if (best && (results[0]?.score ?? 0) >= LEAST_CONFIDENCE) {
    const { studied } = best.looked().weighed;
    if (!isHearsay(gathered, studied) && !namesAnother(gathered.numbers, studied)) {
      return { status: 'answered', results };
    }
  }
  return { status: 'refused', reason: 'no-evidence', missing: missingWords(gathered), results };
}

function clip(
  gathered: Gathered,
  models: Models,
  ranked: readonly RankedPassage[],
  place: number,
  chars: number,
): Clipping {
  const passage = ranked[place] as RankedPassage;
  const { evidence, weighed } = passage.looked();
  const { studied, clauseScores } = weighed;
  const next = ranked[place === 0 ? 1 : 0]?.score;
  const features = confidenceFeatures(gathered, evidence, passage.score, next);
  const confidence = confidenceOf(models.confidence, features, gathered.passages);
  const probability = softmax(clauseScores);
  const excerpt = excerptOf(studied, probability, chars);
  const span = answerSpan(
    gathered.question,
    studied,
    probability,
    excerpt.fragments,
    models.span,
    place === 0 ? SPAN_CLAUSES : 1,
  );
  const marked = span && inExcerpt(excerpt, span);
  return {
    excerpt: excerpt.text,
    highlights: highlightsOf(fold(excerpt.text), gathered.finder),
    ...(marked && { answer: marked }),
    score: holdsKeywords(gathered, weighed.row) ? Math.max(confidence, LEAST_CONFIDENCE) : confidence,
    unmentioned: unmentionedWords(gathered, studied),
    citation: citationOf(studied.passage, excerpt.fragments),
  };
}

/** Sentences looked at for each example that is wanted; a big archive need not be gone through for a handful. */
const TRIES = 20;

/** Example questions that are really answered, from the article that they were made of. */
async function answeredExamples(
  index: PassageIndex,
  models: Models,
  articles: readonly Article[],
  count: number,
): Promise<string[]> {
  const step = Math.max(1, Math.floor(articles.length / (count * TRIES)));
  const spread = articles.filter((_, i) => i % step === 0);
  const examples: string[] = [];
  for (const { question, article } of exampleQuestions(spread)) {
    if (examples.length === count) break;
    const { status, results } = await answer(index, models, question, { top: 1 });
    if (status === 'answered' && results[0]?.citation.article === article) examples.push(question);
  }
  return examples;
}
