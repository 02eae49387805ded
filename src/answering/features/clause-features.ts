import type { Token } from '../../language/segment.js';
import type { Retrieved } from '../retrieving/retrieve.js';
import { type AnnotatedClause, type AnnotatedPassage, AnswerType } from './annotate.js';
import { besideAsking, KIND_FEATURES, kindFlags, WANTED_TYPES } from './answer-type.js';
import { charactersHeld, clausesHolding, coverageOf } from './coverage.js';

export const CLAUSE_FEATURES: readonly string[] = [
  'words',
  'bigrams',
  'words of sentence',
  'bigrams of sentence',
  'previous',
  'next',
  'previous two',
  'next two',
  'with previous',
  'with next',
  'with both',
  'of best',
  'is best',
  'clauses after best',
  'clauses before best',
  'characters from best',
  'sentence of best',
  'sentences after best',
  'sentences before best',
  'best clause of passage',
  'focus',
  'focus of sentence',
  'focus of previous',
  'focus of next',
  'focus with previous',
  'focus with next',
  'focus is best',
  'focus of best',
  'characters from focus',
  'after focus',
  'before focus',
  'focus of passage',
  'new words',
  'share of new words',
  'asked words beside',
  'beside asking, left',
  'beside asking, right',
  'head',
  'head at end',
  'length',
  'first of passage',
  'first of sentence',
  'last of sentence',
  'quoted',
  'listed',
  'holds number',
  'holds time',
  'holds person',
  'holds place',
  'holds organization',
  'holds reason',
  'holds manner',
  'holds definition',
  'holds work',
  'holds rule',
  'holds Latin',
  'wanted',
  'wanted in sentence',
  'wanted and new',
  'asks',
  'after question',
  'question above',
  'characters',
  'characters of sentence',
  'quantity',
  'quantity in sentence',
  'quantity nearby',
  ...KIND_FEATURES,
];

/** What a query term counts that only something of the same sound was found for. */
const SOUND_SHARE = 0.6;
/** What a query term of the title still counts when the clauses of that article are compared with one another. */
const TITLE_SHARE = 0.1;
/** The same for a query term of the passage's first clause, which mostly names what the passage is about. */
const OPENING_SHARE = 0.4;

/**
 * What a query term is worth for telling the clauses of one passage apart: the topic, found all over the passage, tells
 * little. Measured on questions with the right passage given, this brought 7 of 100 answers more into the excerpt.
 * @param held the clauses that hold the query term
 */
function focusWeight(weight: number, held: readonly number[], inTitle: boolean): number {
  if (held.length === 0) return 0;
  if (inTitle) return weight * TITLE_SHARE;
  return (weight * (held[0] === 0 ? OPENING_SHARE : 1)) / (1 + Math.log(held.length));
}

/** The features of every clause of a passage, one row of `CLAUSE_FEATURES` a clause. */
export function clauseFeatures(
  {
    question,
    queryTerms,
    characters,
    views,
  }: Pick<Retrieved, 'question' | 'queryTerms' | 'characters' | 'views'>,
  annotated: AnnotatedPassage,
): Float32Array {
  const { clauses, folded } = annotated;
  const rows = new Float32Array(clauses.length * CLAUSE_FEATURES.length);
  if (clauses.length === 0) return rows;
  const { terms: located, inTitle } = views.of(annotated.passage);
  const where = clausesHolding(annotated, located);
  const worth = queryTerms.map(({ weight }, c) => weight * (located.bySound[c] ? SOUND_SHARE : 1));
  const byWord = coverageOf(
    annotated,
    where,
    queryTerms.map(({ word }, c) => (word ? (worth[c] as number) : 0)),
  );
  const byBigram = coverageOf(
    annotated,
    where,
    queryTerms.map(({ bigram }, c) => (bigram ? (worth[c] as number) : 0)),
  );
  const byBoth = coverageOf(
    annotated,
    where,
    queryTerms.map(({ word, bigram }, c) => (Number(word) + Number(bigram)) * (worth[c] as number)),
  );
  const focus = coverageOf(
    annotated,
    where,
    queryTerms.map((_, c) => focusWeight(worth[c] as number, where[c] as number[], inTitle[c] as boolean)),
  );
  const share = byBoth.clause;
  const best = share.indexOf(Math.max(...share));
  const focused = focus.clause.indexOf(Math.max(...focus.clause));
  const focusClause = clauses[focused] as AnnotatedClause;
  const bestClause = clauses[best] as AnnotatedClause;
  const wanted = WANTED_TYPES[question.kind];
  const sentenceHolds = unionBySentence(clauses);
  const { left, right } = besideAsking(question);
  const asked = new Set(question.tokens.map(({ term }) => term));
  const at = (i: number): number => share[i] ?? 0;
  const atSentence = (i: number): boolean => clauses[i]?.sentence !== undefined;
  const held = charactersHeld(annotated, characters);
  const quantities = clauses.map(({ start, end }) =>
    question.quantity?.test(folded.slice(start, end)) ? 1 : 0,
  );
  const quantityOfSentence = new Set(
    clauses.filter((_, i) => quantities[i] === 1).map(({ sentence }) => sentence),
  );
  // The last clause before that ends a question of the text.
  let asksAt = -1;
  clauses.forEach((clause, i) => {
    const text = folded.slice(clause.start, clause.end);
    const own = byWord.clause[i] as number;
    const newWords = countNew(annotated, clause, asked);
    const { content } = clause;
    const distance = i - best;
    const sentenceDistance = clause.sentence - bestClause.sentence;
    const has = (what: number): number => (clause.holds & what ? 1 : 0);
    const wantedNew = wanted === 0 ? 0 : holdsNew(annotated, clause, asked, wanted);
    rows.set(
      [
        own,
        byBigram.clause[i] as number,
        byWord.sentence[clause.sentence] as number,
        byBigram.sentence[clause.sentence] as number,
        at(i - 1),
        at(i + 1),
        at(i - 2),
        at(i + 2),
        byBoth.withPrevious(i),
        byBoth.withPrevious(i + 1),
        byBoth.withBoth(i),
        share[best] ? at(i) / at(best) : 0,
        i === best ? 1 : 0,
        distance > 0 ? Math.min(distance, 8) : 0,
        distance < 0 ? Math.min(-distance, 8) : 0,
        Math.log(
          1 +
            (distance > 0 ? clause.start - bestClause.end : distance < 0 ? bestClause.start - clause.end : 0),
        ),
        sentenceDistance === 0 ? 1 : 0,
        sentenceDistance > 0 ? Math.min(sentenceDistance, 4) : 0,
        sentenceDistance < 0 ? Math.min(-sentenceDistance, 4) : 0,
        at(best),
        focus.clause[i] as number,
        focus.sentence[clause.sentence] as number,
        focus.clause[i - 1] ?? 0,
        focus.clause[i + 1] ?? 0,
        focus.withPrevious(i),
        focus.withPrevious(i + 1),
        i === focused ? 1 : 0,
        focus.clause[focused] ? (focus.clause[i] as number) / focus.clause[focused] : 0,
        Math.log(1 + Math.max(0, clause.start - focusClause.end, focusClause.start - clause.end)),
        i > focused ? Math.min(i - focused, 8) : 0,
        i < focused ? Math.min(focused - i, 8) : 0,
        focus.clause[focused] ?? 0,
        Math.log(1 + newWords),
        content === 0 ? 0 : newWords / content,
        own > 0 && newWords > 0 ? 1 : 0,
        left !== '' && text.includes(left) ? 1 : 0,
        right !== '' && text.includes(right) ? 1 : 0,
        question.head !== undefined && text.includes(question.head) ? 1 : 0,
        question.head !== undefined && text.includes(question.head.slice(-1)) ? 1 : 0,
        Math.log(clause.end - clause.start),
        i === 0 ? 1 : 0,
        clauses[i - 1]?.sentence === clause.sentence ? 0 : 1,
        atSentence(i + 1) && clauses[i + 1]?.sentence === clause.sentence ? 0 : 1,
        clause.quoted ? 1 : 0,
        Math.min(clause.listed, 5),
        has(AnswerType.number),
        has(AnswerType.time),
        has(AnswerType.person),
        has(AnswerType.place),
        has(AnswerType.organization),
        has(AnswerType.reason),
        has(AnswerType.manner),
        has(AnswerType.definition),
        has(AnswerType.work),
        has(AnswerType.rule),
        clause.latin ? 1 : 0,
        wanted ? has(wanted) : 0,
        wanted && (sentenceHolds[clause.sentence] as number) & wanted ? 1 : 0,
        wantedNew,
        clause.asks ? 1 : 0,
        asksAt < 0 ? 0 : 1 / (i - asksAt),
        asksAt < 0 ? 0 : (byBoth.sentence[(clauses[asksAt] as AnnotatedClause).sentence] as number),
        held.clause[i] as number,
        held.sentence[clause.sentence] as number,
        quantities[i] as number,
        quantityOfSentence.has(clause.sentence) ? 1 : 0,
        quantities[i - 1] || quantities[i + 1] ? 1 : 0,
        ...kindFlags(question.kind),
      ],
      i * CLAUSE_FEATURES.length,
    );
    if (clause.asks) asksAt = i;
  });
  return rows;
}

function unionBySentence(clauses: readonly AnnotatedClause[]): number[] {
  const union: number[] = [];
  for (const { sentence, holds } of clauses) union[sentence] = (union[sentence] ?? 0) | holds;
  return union;
}

function countNew(
  { tokens, content }: AnnotatedPassage,
  clause: AnnotatedClause,
  asked: ReadonlySet<string>,
): number {
  let count = 0;
  for (let t = clause.tokens.start; t < clause.tokens.end; t++) {
    if (content[t] === 1 && !asked.has((tokens[t] as Token).term)) count++;
  }
  return count;
}

function holdsNew(
  { tokens, holds }: AnnotatedPassage,
  clause: AnnotatedClause,
  asked: ReadonlySet<string>,
  wanted: number,
): number {
  for (let t = clause.tokens.start; t < clause.tokens.end; t++) {
    if ((holds[t] as number) & wanted && !asked.has((tokens[t] as Token).term)) return 1;
  }
  return 0;
}
