import { datelines } from '../../language/dateline.js';
import type { QuestionAnalysis } from '../../language/question.js';
import type { Range } from '../../language/range.js';
import type { Token } from '../../language/segment.js';
import { type AnnotatedClause, type AnnotatedPassage, AnswerType } from './annotate.js';
import { KIND_FEATURES } from './answer-type.js';
import { type ClauseView, type QuestionView, viewOf, viewOfQuestion } from './span-view.js';

/** Longest stretch that is marked as the answer, in UTF-16 units: more is no mark but a sentence. */
export const LONGEST_SPAN = 30;
const MOST_TOKENS = 14;

export const SPAN_FEATURES: readonly string[] = [
  'clause probability',
  'clause is best',
  'clauses from best',
  'length',
  'one token',
  'two tokens',
  'three or four tokens',
  'five to eight tokens',
  'starts clause',
  'ends clause',
  'whole clause',
  'starts text of clause',
  'asked share',
  'asked first',
  'asked last',
  'stop first',
  'stop last',
  'asked before',
  'asked after',
  'asked nearby before',
  'asked nearby after',
  'link before',
  'sign before',
  'sign after',
  'left neighbour before',
  'right neighbour after',
  'right neighbour before',
  'left neighbour after',
  'first noun',
  'first verb',
  'first number',
  'first function',
  'first other',
  'last noun',
  'last verb',
  'last number',
  'last function',
  'last unit',
  'last other',
  'noun goes on before',
  'noun goes on after',
  'number goes on after',
  'holds number',
  'holds time',
  'holds person',
  'holds place',
  'holds organization',
  'holds wanted',
  'only wanted',
  'starts with wanted',
  'reason before',
  'reason first',
  'definition before',
  'manner first',
  'head at end',
  'ends like head',
  'holds head',
  'head before',
  'head after',
  'in quotes',
  'holds quotes',
  'unbalanced',
  'Latin',
  'listed',
  ...KIND_FEATURES,
  'asked share of clause',
  'asks yes or no',
  'holds quantity',
  'begins with quantity',
  'only quantity',
  'asks quantity',
];

export interface SpanCandidates {
  /** UTF-16 units into the passage's text. */
  readonly spans: readonly Range[];
  /** One row of `SPAN_FEATURES` a span. */
  readonly rows: Float32Array;
}

/**
 * Every stretch of whole tokens within one of the given clauses, `LONGEST_SPAN` units at most, with its features.
 * @param chosen indices of the clauses, best first
 * @param probability of each of the passage's clauses to hold the answer
 */
export function spanCandidates(
  question: QuestionAnalysis,
  annotated: AnnotatedPassage,
  chosen: readonly number[],
  probability: ArrayLike<number>,
): SpanCandidates {
  const spans: Range[] = [];
  const asking = viewOfQuestion(question);
  // Names of reporters stand beside every fact of their report; they answer only who it is from.
  const reporters = asking.aboutReport ? [] : datelines(annotated.folded);
  const found = chosen.map((c) => {
    const view = viewOf(annotated, annotated.clauses[c] as AnnotatedClause, asking);
    return {
      view,
      stretches: stretchesOf(view).filter(
        (stretch) => !reporters.some((range) => touches(view, stretch, range)),
      ),
      probability: probability[c] as number,
      fromBest: Math.abs(c - (chosen[0] ?? c)),
    };
  });
  const count = found.reduce((sum, { stretches }) => sum + stretches.length, 0);
  const rows = new Float32Array(count * SPAN_FEATURES.length);
  for (const { view, stretches, ...clause } of found) {
    for (const [first, last] of stretches) {
      fillRow(rows, spans.length * SPAN_FEATURES.length, asking, view, first, last, clause);
      spans.push({ start: (view.tokens[first] as Token).start, end: (view.tokens[last] as Token).end });
    }
  }
  return { spans, rows };
}

/** First and last token of every stretch that may be an answer. */
function stretchesOf({ tokens, canStart, canEnd }: ClauseView): [first: number, last: number][] {
  const stretches: [number, number][] = [];
  for (let first = 0; first < tokens.length; first++) {
    if (!canStart[first]) continue;
    const { start } = tokens[first] as Token;
    for (let last = first; last < Math.min(tokens.length, first + MOST_TOKENS); last++) {
      if ((tokens[last] as Token).end - start > LONGEST_SPAN) break;
      if (canEnd[last]) stretches.push([first, last]);
    }
  }
  return stretches;
}

function touches({ tokens }: ClauseView, [first, last]: readonly [number, number], range: Range): boolean {
  return (tokens[first] as Token).start < range.end && range.start < (tokens[last] as Token).end;
}

function fillRow(
  rows: Float32Array,
  offset: number,
  { left, right, head, kinds, wanted, yesOrNo, quantity }: QuestionView,
  view: ClauseView,
  first: number,
  last: number,
  clause: { readonly probability: number; readonly fromBest: number },
): void {
  const { tokens, holds, asked, classes, stop } = view;
  const front = tokens[first] as Token;
  const tail = tokens[last] as Token;
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const text = view.folded.slice(front.start, tail.end);
  const count = last - first + 1;
  const within = (sums: readonly number[]): number => (sums[last + 1] as number) - (sums[first] as number);
  let union = 0;
  for (let t = first; t <= last; t++) union |= holds[t] as number;
  const startsClause = first === 0;
  const endsClause = view.signsAfter[last] as boolean;
  const opening = classes[first];
  const closing = classes[last];
  let at = offset;
  // Rows are made of zeros, so that only what is not 0 has to be written.
  const put = (value: number | boolean | undefined): void => {
    if (value) rows[at] = Number(value);
    at++;
  };
  put(clause.probability);
  put(clause.fromBest === 0);
  put(clause.fromBest);
  put(Math.log(tail.end - front.start));
  put(count === 1);
  put(count === 2);
  put(count === 3 || count === 4);
  put(count >= 5 && count <= 8);
  put(startsClause);
  put(endsClause);
  put(startsClause && endsClause);
  put(view.grammarBefore[first]);
  put(within(view.askedBefore) / count);
  put(asked[first]);
  put(asked[last]);
  put(stop[first]);
  put(stop[last]);
  put(asked[first - 1]);
  put(asked[last + 1]);
  put(asked[first - 2] || asked[first - 3]);
  put(asked[last + 2] || asked[last + 3]);
  put(view.link[first - 1]);
  put(!before || before.kind === 'other');
  put(!after || after.kind === 'other');
  put(before !== undefined && left !== '' && before.term === left);
  put(after !== undefined && right !== '' && after.term === right);
  put(before !== undefined && right !== '' && before.term === right);
  put(after !== undefined && left !== '' && after.term === left);
  put(opening === 'noun');
  put(opening === 'verb');
  put(opening === 'number');
  put(opening === 'function');
  put(opening === 'other');
  put(closing === 'noun');
  put(closing === 'verb');
  put(closing === 'number');
  put(closing === 'function');
  put(view.unit[last]);
  put(closing === 'other');
  put(opening === 'noun' && classes[first - 1] === 'noun');
  put(closing === 'noun' && classes[last + 1] === 'noun');
  put(closing === 'number' && (view.unit[last + 1] || classes[last + 1] === 'number'));
  put((union & AnswerType.number) !== 0);
  put((union & AnswerType.time) !== 0);
  put((union & AnswerType.person) !== 0);
  put((union & AnswerType.place) !== 0);
  put((union & AnswerType.organization) !== 0);
  put((union & wanted) !== 0);
  put(wanted !== 0 && (union & wanted) !== 0 && within(view.unwanted) === 0);
  put(((holds[first] as number) & wanted) !== 0);
  put(((holds[first - 1] ?? 0) & AnswerType.reason) !== 0);
  put(((holds[first] as number) & AnswerType.reason) !== 0);
  put(((holds[first - 1] ?? 0) & AnswerType.definition) !== 0);
  put(((holds[first] as number) & AnswerType.manner) !== 0);
  put(head !== '' && text.endsWith(head));
  put(head !== '' && text.endsWith(head.slice(-1)));
  put(head !== '' && text.includes(head));
  put(before !== undefined && head !== '' && head.endsWith(before.term));
  put(after !== undefined && head !== '' && head.startsWith(after.term));
  put(view.opening[first - 1] && view.closing[last + 1]);
  put(view.opening[first] && view.closing[last]);
  put(within(view.open) !== 0);
  put(front.kind === 'latin' || tail.kind === 'latin');
  put(Math.min(within(view.commas), 4));
  for (const kind of kinds) put(kind);
  put(view.askedShare);
  put(yesOrNo);
  const found = quantity?.exec(text);
  put(found !== null && found !== undefined);
  put(found?.index === 0);
  put(found?.index === 0 && found[0].length === text.length);
  put(quantity !== undefined);
}
