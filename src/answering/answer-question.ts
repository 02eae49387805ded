import type { Passage } from '../corpus/article.js';
import { fold, fromUnits } from '../language/fold.js';
import type { Range } from '../language/range.js';
import type { PassageFilter } from '../retrieval/passage-filter.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import type { Answer, AnswerOptions, Clipping } from './answer.js';
import type { Calibration } from './deciding/calibration.js';
import {
  decide,
  type Known,
  type KnownWithoutPassage,
  LEAST_MARKED,
  type Verdict,
} from './deciding/decide.js';
import { type Explanation, explainPassage, explainWindow, explanationOf } from './deciding/explain.js';
import { type JudgedPassage, judge } from './deciding/judge.js';
import { missingWords } from './deciding/missing-words.js';
import { smallTalkIn } from './deciding/small-talk.js';
import { asksForPresent, newerFirst, replaces } from './filters/newer.js';
import { completed } from './follow-up/completed.js';
import { citationOf } from './quoting/citation.js';
import { excerptAround, inExcerpt } from './quoting/excerpt.js';
import { heaviestStretch, highlightsOf, worthOfStretches } from './quoting/focus.js';
import { labelledExcerpt } from './quoting/labelled-excerpt.js';
import { type LedExcerpt, leadOf, ledBy, roomOf, shifted } from './quoting/lead.js';
import type { Model } from './ranking/model.js';
import { type RankedPassage, rank } from './ranking/rank.js';
import { inReadOrder, readWindows, stretchInPassage, type WindowsRead } from './reading/read-windows.js';
import type { Patience, Reader } from './reading/reading.js';
import { partAsked } from './retrieving/labelled.js';
import { type Retrieved, retrieve } from './retrieving/retrieve.js';

/** What every answer needs besides the question. */
export interface AnsweringTools {
  readonly index: PassageIndex;
  /** Scores passages before anything is read. */
  readonly ranking: Model;
  /** Absent where nothing is read. */
  readonly reader: Reader | undefined;
  readonly calibration: Calibration;
}

export interface FoundOptions extends AnswerOptions {
  readonly chars: number;
  /** What the question is about, where it does not say so itself. */
  readonly subject?: string;
  /** How long it may wait for others to be read; default that of a question, each time anew. */
  readonly patience?: Patience;
}

export interface QuestionOptions extends FoundOptions {
  /** Which passages are looked at; default all. */
  readonly filter?: PassageFilter;
}

/** How many clippings an answer has, where nobody says. */
export const DEFAULT_TOP = 3;
/**
 * Chance (0 to 1) that the part is the one that was asked for by its label: it was looked up, not judged, and is another only
 * where the collection lacks the right document and has one of the same name. Not measured.
 */
const THE_PART = 0.95;

/**
 * Answers a question: finds passages, reads their windows, decides, and quotes.
 * @param options how many clippings, and how long they may be
 */
export async function answerQuestion(
  tools: AnsweringTools,
  text: string,
  options: QuestionOptions,
): Promise<Answer> {
  const talk = smallTalkIn(text);
  const greeted = () => withoutPassages({ kind: 'small-talk' }, options.explain ?? false);
  if (talk === 'sure') return greeted();
  const retrieved = await retrieve(tools.index, asked(text, options), options.filter);
  if (talk === 'unless-held' && retrieved.candidates.length === 0) return greeted();
  return answerFound(tools, retrieved, options);
}

/** A question as it is searched for and read: with its subject. */
export function asked(text: string, { subject }: Pick<FoundOptions, 'subject'>): string {
  return subject === undefined ? text : completed(subject, text);
}

/**
 * Answers a question from the passages that were found for it.
 * @param options how many clippings, and how long they may be
 */
export async function answerFound(
  { ranking, reader, calibration }: AnsweringTools,
  retrieved: Retrieved,
  { top = DEFAULT_TOP, chars, explain = false, read = true, patience }: FoundOptions,
): Promise<Answer> {
  if (retrieved.queryTerms.length === 0) return withoutPassages({ kind: 'no-terms' }, explain);
  const ranked = rank(retrieved, ranking);
  const windows = await readWindows(read ? reader : undefined, retrieved, ranked, {
    spare: read === 'spare',
    ...(patience && { patience }),
  });
  const ordered = windows.kind === 'read' ? inReadOrder(ranked, windows.windows) : ranked;
  const printed = printings(retrieved, newerFirst(ordered, asksForPresent(retrieved.question.text)));
  const judged = printed
    .slice(0, top)
    .map(([one]) => one)
    .map((one) => judge(retrieved, one, ranked[0]?.score ?? 0, windows, calibration));
  const verdict = decide(known(retrieved, judged[0]));
  const results = judged.map((one, place) => ({
    ...clip(retrieved, one, chars, place === 0 ? verdict : undefined),
    ...relatives(printed, place),
  }));
  const explanation = explain ? { explanation: explained(verdict, retrieved, windows, judged) } : {};
  if (verdict.status !== 'refused') return { status: verdict.status, results, ...explanation };
  const { status, reason } = verdict;
  return { status, reason, missing: missingWords(retrieved), results, ...explanation };
}

type Printings = readonly [first: RankedPassage, ...others: RankedPassage[]];

/** Puts passages of the same text together, blanks aside, each where the first of them stands. */
function printings({ views }: Retrieved, ordered: readonly RankedPassage[]): Printings[] {
  const byText = new Map<string, [RankedPassage, ...RankedPassage[]]>();
  for (const one of ordered) {
    const text = fromUnits(views.of(one.candidate.passage).units).replace(/\s+/g, '');
    const known = byText.get(text);
    if (known) known.push(one);
    else byText.set(text, [one]);
  }
  return [...byText.values()];
}

/** Where else a passage was printed, and what has taken its place. */
function relatives(printed: readonly Printings[], place: number): Pick<Clipping, 'also' | 'newer'> {
  const [one, ...others] = printed[place] as Printings;
  const { article } = one.candidate.passage;
  const newer = printed
    .map(([other]) => other.candidate.passage)
    .filter((other) => replaces(other.article, article))
    .sort((a, b) => ((a.article.when ?? '') < (b.article.when ?? '') ? 1 : -1))[0];
  return {
    ...(others.length > 0 && { also: others.map(({ candidate }) => citationOf(candidate.passage)) }),
    ...(newer && { newer: citationOf(newer) }),
  };
}

/** What the verdict rests on. */
function known({ labelled, candidates }: Retrieved, best: JudgedPassage | undefined): Known {
  if (!best) return { kind: 'nothing-found' };
  const { passage } = best.ranked.candidate;
  const part = labelled ? partAsked(passage, labelled, candidates) : 'none';
  const found = {
    // A part of that label is what the question is about, though it may be another document's.
    about: part === 'none' ? best.chances.about.probability : 1,
    phoneticOnly: best.lacks.phoneticOnly,
    otherNumber: best.lacks.otherNumber,
    thePart: part === 'the one',
  };
  return best.window
    ? { kind: 'read', answers: best.chances.answers.probability, ...found }
    : { kind: 'found', ...found };
}

function withoutPassages(known: KnownWithoutPassage, explain: boolean): Answer {
  const verdict = decide(known);
  const explanation = explain
    ? { explanation: explanationOf(verdict, { terms: [], windows: [], passages: [] }) }
    : {};
  return { status: 'refused', reason: verdict.reason, missing: [], results: [], ...explanation };
}

function explained(
  verdict: Verdict,
  retrieved: Retrieved,
  read: WindowsRead,
  judged: readonly JudgedPassage[],
): Explanation {
  const terms = retrieved.queryTerms.map(({ term, weight }) => {
    return { term, weight, passages: retrieved.documentFrequency.get(term) ?? 0 };
  });
  const passages = judged.map(({ ranked, chances, lacks }) =>
    explainPassage(ranked, chances, lacks.unmentioned),
  );
  const windows = read.kind === 'read' ? read.windows.map(explainWindow) : [];
  return explanationOf(verdict, {
    terms,
    ...(read.kind === 'unread' && { unread: read.why }),
    windows,
    passages,
  });
}

/** The labelled part that the question names, where the passage bears it and what answers stands in it. */
function partOf(
  { labelled }: Retrieved,
  passage: Passage,
  stretch: Range | undefined,
  chars: number,
): LedExcerpt | undefined {
  const focus = labelled?.asksForText ? undefined : stretch;
  const excerpt = labelled && labelledExcerpt(passage, labelled, focus, chars);
  return excerpt && { ...excerpt, shift: 0 };
}

/** @param verdict on the passage, where it is the first: the stretch of an answer is marked where it is likely enough */
function clip(
  retrieved: Retrieved,
  { ranked, window, chances, lacks }: JudgedPassage,
  chars: number,
  verdict: Verdict | undefined,
): Clipping {
  const { passage } = ranked.candidate;
  const worth = worthOfStretches(retrieved, passage);
  // Even a stretch that the reader doubts says better what to show than the question's words do: of 58 such windows that were
  // read first (590 questions on the worlds for calibration), 49 excerpts around it held the answer, and 36 around the words.
  const stretch = window && stretchInPassage(window);
  const focus = stretch ?? heaviestStretch(passage, worth, chars);
  const lead = leadOf(passage, focus.start, chars);
  const excerpt =
    partOf(retrieved, passage, stretch, chars) ??
    ledBy(lead, excerptAround(passage, focus, chars - roomOf(lead), worth), passage);
  const marked =
    stretch && verdict?.status === 'answered' && (chances.stretch?.probability ?? 0) >= LEAST_MARKED
      ? inExcerpt(excerpt, stretch)
      : undefined;
  return {
    excerpt: excerpt.text,
    highlights: highlightsOf(fold(excerpt.text), retrieved.finder),
    ...(marked && { answer: shifted(marked, excerpt) }),
    score: verdict?.because === 'the-part' ? THE_PART : chances.answers.probability,
    unmentioned: lacks.unmentioned,
    citation: citationOf(passage, excerpt.place, focus),
  };
}
