import { unitsOf } from '../../language/fold.js';
import type { Range } from '../../language/range.js';
import type { AnnotatedClause, AnnotatedPassage } from '../features/annotate.js';
import type { QueryTerm } from '../retrieving/query-terms.js';
import type { TermFinder } from '../retrieving/term-places.js';

/** Stands for text that is left out; it is not source text. */
export const ELLIPSIS = '…';

/** An excerpt put together from stretches of a passage. */
export interface Excerpt {
  readonly text: string;
  /** The stretches, in order, UTF-16 units into the passage's text; an ellipsis stands between two of them. */
  readonly fragments: readonly Range[];
}

/** What a second fragment has to bring (a probability) to be worth the break. */
const BREAK_COST = 0.1;
/** What it is worth to begin or end with a sentence, as a probability; only near-ties are decided by it. */
const WHOLE_SENTENCE = 0.005;
/** Excerpts longer than this (UTF-16 units) are one stretch: there is room enough. */
const LONGEST_BROKEN = 300;

interface Run extends Range {
  readonly first: number;
  readonly last: number;
  readonly worth: number;
}

/**
 * The clauses that most probably hold the answer, `chars` UTF-16 units at most: one stretch, or two where a distant
 * second one adds enough.
 * @param probability of each clause to hold the answer; they sum to 1
 */
export function excerptOf(annotated: AnnotatedPassage, probability: Float64Array, chars: number): Excerpt {
  const runs = runsOf(annotated, probability, chars);
  let fragments: readonly Range[] = [best(runs) ?? { start: 0, end: 0 }];
  if (chars <= LONGEST_BROKEN) fragments = bestPair(runs, chars) ?? fragments;
  fragments = finished(
    annotated,
    fragments.map((fragment) => withoutIdleEnds(annotated, probability, fragment)),
    chars,
  );
  fragments = fragments.map((fragment) => withoutLooseEnd(annotated, probability, fragment));
  const cut = fragments.map((fragment) => trimmed(annotated, fragment, chars));
  return {
    text: cut.map(({ start, end }) => annotated.passage.text.slice(start, end)).join(ELLIPSIS),
    fragments: cut,
  };
}

/** Every stretch of whole clauses that fits and is not blank; a clause that is too long alone stands for itself. */
function runsOf({ clauses, passage }: AnnotatedPassage, probability: Float64Array, chars: number): Run[] {
  const runs: Run[] = [];
  clauses.forEach(({ start, sentence, tokens }, first) => {
    let sum = clauses[first - 1]?.sentence === sentence ? 0 : WHOLE_SENTENCE;
    for (let last = first; last < clauses.length; last++) {
      const clause = clauses[last];
      if (!clause || (clause.end - start > chars && last > first)) break;
      sum += probability[last] as number;
      if (clause.tokens.end === tokens.start && passage.text.slice(start, clause.end).trim() === '') continue;
      const whole = clauses[last + 1]?.sentence === clause.sentence ? 0 : WHOLE_SENTENCE;
      runs.push({ first, last, start, end: clause.end, worth: sum + whole });
    }
  });
  return runs;
}

function best(runs: readonly Run[]): Run | undefined {
  let found: Run | undefined;
  for (const run of runs) if (!found || run.worth > found.worth) found = run;
  return found;
}

/** Sentences at the ends of a stretch that hold the answer with less than this probability only pad it. */
const IDLE = 0.02;

/** The stretch without the sentences at its ends, or parts of them, that say nothing to the question. */
function withoutIdleEnds(
  { clauses, passage }: AnnotatedPassage,
  probability: Float64Array,
  { start, end }: Range,
): Range {
  const held = clauses.flatMap((clause, c) => (clause.start >= start && clause.end <= end ? [c] : []));
  const worth = new Map<number, number>();
  for (const c of held) {
    const { sentence } = clauses[c] as AnnotatedClause;
    worth.set(sentence, (worth.get(sentence) ?? 0) + (probability[c] as number));
  }
  const sentences = [...worth.keys()];
  while (sentences.length > 1 && (worth.get(sentences[0] as number) as number) < IDLE) sentences.shift();
  while (sentences.length > 1 && (worth.get(sentences.at(-1) as number) as number) < IDLE) sentences.pop();
  const kept = held
    .map((c) => clauses[c] as AnnotatedClause)
    .filter(({ sentence }) => sentences.includes(sentence));
  const shorter = { start: kept[0]?.start ?? start, end: kept.at(-1)?.end ?? end };
  return passage.text.slice(shorter.start, shorter.end).trim() === '' ? { start, end } : shorter;
}

/** Goes on to the end of the last sentence of each stretch, as far as there is room. */
function finished({ clauses }: AnnotatedPassage, fragments: readonly Range[], chars: number): Range[] {
  const used = fragments.reduce((sum, { start, end }) => sum + end - start, 0);
  let room = chars - used - (fragments.length - 1) * ELLIPSIS.length;
  return fragments.map(({ start, end }, i) => {
    const limit = fragments[i + 1]?.start ?? Number.POSITIVE_INFINITY;
    const last = clauses.findLastIndex((clause) => clause.end <= end);
    let stop = end;
    for (let c = last + 1; clauses[c]?.sentence === clauses[last]?.sentence; c++) {
      const clause = clauses[c] as AnnotatedClause;
      if (clause.end - stop > room || clause.end >= limit) break;
      room -= clause.end - stop;
      stop = clause.end;
    }
    return { start, end: stop };
  });
}

/** Clauses with less than this probability to hold the answer are no loss where their sentence breaks off. */
const LOOSE = 0.01;
/** 罗键介绍， says little without what he says: with more than this probability it is kept all the same. */
const LOOSE_ANNOUNCEMENT = 0.3;
const ANNOUNCES =
  /(?:介绍|表示|认为|指出|透露|强调|坦言|告诉记者|[说问写]道|说|(?<![简别俗名号职人统])称)\s*[，,：:]["“「『]?\s*$/;

/** The stretch without its last clauses where these only lead on to what does not fit. */
function withoutLooseEnd(
  { clauses, passage }: AnnotatedPassage,
  probability: Float64Array,
  { start, end }: Range,
): Range {
  const last = clauses.findLastIndex((clause) => clause.end <= end);
  const { sentence } = clauses[last] ?? {};
  if (clauses[last + 1]?.sentence !== sentence) return { start, end };
  const isLoose = (c: number): boolean => {
    const { start: from, end: to } = clauses[c] as AnnotatedClause;
    const announces = ANNOUNCES.test(passage.text.slice(from, to));
    return (probability[c] as number) < (announces ? LOOSE_ANNOUNCEMENT : LOOSE);
  };
  let kept = last;
  while (kept > 0 && clauses[kept - 1]?.sentence === sentence && isLoose(kept)) kept--;
  const clause = clauses[kept];
  return clause && clause.start >= start ? { start, end: clause.end } : { start, end };
}

/** The best two runs that fit together, when they are worth more than the best one by `BREAK_COST`. */
function bestPair(runs: readonly Run[], chars: number): readonly Range[] | undefined {
  let most = (best(runs)?.worth ?? 0) + BREAK_COST;
  let pair: readonly Range[] | undefined;
  const highest = most - BREAK_COST;
  for (const one of runs) {
    if (one.worth + highest <= most) continue;
    for (const two of runs) {
      if (two.first <= one.last + 1 || one.end - one.start + two.end - two.start + ELLIPSIS.length > chars)
        continue;
      if (one.worth + two.worth <= most) continue;
      most = one.worth + two.worth;
      pair = [one, two];
    }
  }
  return pair;
}

/** Without white space at the ends, and no longer than asked for: a clause too long is cut between words. */
function trimmed({ passage, tokens }: AnnotatedPassage, fragment: Range, chars: number): Range {
  const { text } = passage;
  let { start, end } = fragment;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  if (end - start > chars) {
    const fitting = tokens.findLast((token) => token.start >= start && token.end <= start + chars);
    end = fitting?.end ?? start + chars;
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) end--;
  }
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

/**
 * Where the question's words stand in an excerpt.
 * @param folded the folded excerpt
 * @returns merged ranges in order, UTF-16 units into the excerpt
 */
export function highlightsOf(folded: string, finder: TermFinder): Range[] {
  const places = finder
    .written(unitsOf(folded))
    .filter((_, c) => !isSingleHan((finder.queryTerms[c] as QueryTerm).term))
    .flat()
    .sort((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const place of places) {
    const last = merged.at(-1);
    if (last && place.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, place.end) };
    else merged.push(place);
  }
  return merged;
}

/** A character alone stands in too many words that are not meant. */
function isSingleHan(term: string): boolean {
  return term.length === 1 && /\p{Script=Han}/u.test(term);
}

/** A range of the passage as a range of the excerpt, when it stands there whole. */
export function inExcerpt({ fragments }: Excerpt, range: Range): Range | undefined {
  let at = 0;
  for (const { start, end } of fragments) {
    if (range.start >= start && range.end <= end)
      return { start: at + range.start - start, end: at + range.end - start };
    at += end - start + ELLIPSIS.length;
  }
  return undefined;
}
