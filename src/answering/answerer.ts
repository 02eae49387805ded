import type { Article } from '../corpus/article.js';
import { fold } from '../language/fold.js';
import { analyseQuestion, type QuestionKind } from '../language/question.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import type { Answer, Answerer, AnswerOptions, Clipping, CollectionSummary, Context } from './answer.js';
import { citationOf } from './citation.js';
import { contextOf } from './context.js';
import { type Clue, cluesOf, type PassageEvidence, weighClauses, weighPassage } from './evidence.js';
import { bestWindow, highlightsOf } from './excerpt.js';
import { isSmallTalk } from './smalltalk.js';

/** How many passages are ranked again by evidence. */
const CANDIDATES = 50;
const DEFAULT_TOP = 3;
const DEFAULT_CHARS = 120;
/** Least share of the question's weight that the best passage has to hold. */
const LEAST_COVERAGE = 0.5;

const WANTED: Readonly<Record<QuestionKind, RegExp>> = {
  number: /\d/,
  time: /\d[年月日点]|世纪|年代/,
  person: /记者|说|主任|专家/,
  place: /[省市县区镇乡村国]/,
  reason: /因|由于|为了|原因|所以/,
  manner: /通过|以|利用/,
  definition: /是|指|称/,
  other: /$^/,
};

/**
 * Answers questions from an index.
 * @param index what is searched
 * @param articles the articles whose passages the index holds
 */
export function createAnswerer(index: PassageIndex, articles: () => readonly Article[]): Answerer {
  return {
    get version() {
      return index.version;
    },
    answer: (question, options) => answer(index, question, options),
    async context(id, chars): Promise<Context | undefined> {
      const passage = await index.get(id);
      return passage && contextOf(passage, chars);
    },
    async clipping(id, { chars = DEFAULT_CHARS } = {}): Promise<Clipping | undefined> {
      const passage = await index.get(id);
      if (!passage) return undefined;
      const evidence = { passage, folded: fold(passage.text), coverage: 1 };
      return clip(evidence, [], 'other', chars);
    },
    summary: (titles) => summarise(articles(), index.size, titles),
    async examples(count) {
      return articles()
        .slice(0, count)
        .map(({ title }) => title);
    },
  };
}

async function answer(
  index: PassageIndex,
  question: string,
  { top = DEFAULT_TOP, chars = DEFAULT_CHARS }: AnswerOptions = {},
): Promise<Answer> {
  if (isSmallTalk(question)) return { status: 'refused', reason: 'greeting', missing: [], results: [] };
  const analysis = analyseQuestion(question);
  if (analysis.content.length === 0) return { status: 'refused', reason: 'empty', missing: [], results: [] };
  const terms = cluesOf(analysis);
  const { candidates, documentFrequency } = await index.search(
    terms.map((term) => ({ term, weight: 1 })),
    CANDIDATES,
  );
  const clues = terms.map((term) => ({
    term,
    weight: inverseFrequency(index.size, documentFrequency.get(term) ?? 0),
  }));
  const weighed = candidates
    .map(({ passage }) => weighPassage(passage, clues))
    .sort((a, b) => b.coverage - a.coverage);
  const results = weighed.slice(0, top).map((evidence) => clip(evidence, clues, analysis.kind, chars));
  if ((weighed[0]?.coverage ?? 0) >= LEAST_COVERAGE) return { status: 'answered', results };
  const missing = analysis.content
    .filter(({ term }) => (documentFrequency.get(term) ?? 0) === 0)
    .map(({ start, end }) => question.slice(start, end));
  return { status: 'refused', reason: 'no-evidence', missing: [...new Set(missing)], results };
}

/** BM25's inverse document frequency, always above 0 (Lucene's form). */
function inverseFrequency(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}

function clip(
  evidence: PassageEvidence,
  clues: readonly Clue[],
  kind: QuestionKind,
  chars: number,
): Clipping {
  const { passage, folded, coverage } = evidence;
  const { start, end } = bestWindow(passage.text, weighClauses(evidence, clues, WANTED[kind]), chars);
  return {
    excerpt: passage.text.slice(start, end),
    highlights: highlightsOf(folded.slice(start, end), clues),
    score: coverage,
    citation: citationOf(passage),
  };
}

function summarise(articles: readonly Article[], passages: number, titles: number): CollectionSummary {
  const dates = articles.flatMap(({ date }) => date ?? []).sort();
  const [first] = dates;
  const last = dates.at(-1);
  return {
    articles: articles.length,
    passages,
    files: new Set(articles.map(({ source }) => source)).size,
    titles: articles.slice(0, titles).map(({ title }) => title),
    ...(first !== undefined && last !== undefined && { dates: { first, last } }),
  };
}
