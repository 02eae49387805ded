import type { QuestionAnalysis, QuestionKind } from '../language/question.js';
import type { Range } from '../language/range.js';
import type { Token } from '../language/segment.js';
import { isStopWord } from '../language/stopwords.js';
import { besideAsking, WANTED } from './clause-features.js';
import { Holds, type StudiedClause, type StudiedPassage } from './study.js';

/** Longest stretch that is marked as the answer, in UTF-16 units: more is no mark but a sentence. */
export const LONGEST_SPAN = 30;
const MOST_TOKENS = 14;

export const SPAN_FEATURES = [
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
  'asks number',
  'asks time',
  'asks person',
  'asks place',
  'asks reason',
  'asks manner',
  'asks definition',
  'asks other',
  'asked share of clause',
  'asks yes or no',
] as const;

const KINDS: readonly QuestionKind[] = [
  'number',
  'time',
  'person',
  'place',
  'reason',
  'manner',
  'definition',
  'other',
];
const LINKS = new Set(
  '是 为 叫 叫做 称 称为 名为 于 在 由 被 以 至 到 从 有 达 约 共 指 即 : ： （ ( 「 “ 《'.split(' '),
);
const OPENING = /[「『“《（(【〈]/;
const CLOSING = /[」』”》）)】〉]/;

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
  studied: StudiedPassage,
  chosen: readonly number[],
  probability: ArrayLike<number>,
): SpanCandidates {
  const spans: Range[] = [];
  const values: number[] = [];
  const asked = new Set(question.content.map(({ term }) => term));
  const beside = besideAsking(question);
  const best = chosen[0] ?? 0;
  for (const c of chosen) {
    const clause = studied.clauses[c] as StudiedClause;
    const view = viewOf(studied, clause, asked);
    for (let first = 0; first < view.tokens.length; first++) {
      if (!view.canStart[first]) continue;
      for (let last = first; last < Math.min(view.tokens.length, first + MOST_TOKENS); last++) {
        const start = (view.tokens[first] as Token).start;
        const end = (view.tokens[last] as Token).end;
        if (end - start > LONGEST_SPAN) break;
        if (!view.canEnd[last]) continue;
        spans.push({ start, end });
        pushRow(values, question, studied, view, first, last, beside, {
          probability: probability[c] as number,
          fromBest: Math.abs(c - best),
        });
      }
    }
  }
  return { spans, rows: Float32Array.from(values) };
}

/** A clause's tokens with what is asked of each of them more than once. */
interface ClauseView {
  readonly tokens: readonly Token[];
  readonly holds: readonly number[];
  readonly asked: readonly boolean[];
  readonly canStart: readonly boolean[];
  readonly canEnd: readonly boolean[];
  readonly askedShare: number;
  readonly text: string;
}

function viewOf(studied: StudiedPassage, clause: StudiedClause, asked: ReadonlySet<string>): ClauseView {
  const tokens = studied.tokens.slice(clause.tokens.start, clause.tokens.end);
  const isAsked = tokens.map(({ term }) => asked.has(term));
  return {
    tokens,
    holds: Array.from(studied.holds.subarray(clause.tokens.start, clause.tokens.end)),
    asked: isAsked,
    canStart: tokens.map(({ kind, term }) => kind !== 'other' || OPENING.test(term)),
    canEnd: tokens.map(({ kind, term }) => kind !== 'other' || CLOSING.test(term)),
    askedShare: isAsked.filter(Boolean).length / (tokens.length || 1),
    text: studied.folded.slice(clause.start, clause.end),
  };
}

function pushRow(
  values: number[],
  question: QuestionAnalysis,
  studied: StudiedPassage,
  view: ClauseView,
  first: number,
  last: number,
  beside: { left: string; right: string },
  clause: { probability: number; fromBest: number },
): void {
  const { tokens, holds, asked } = view;
  const head = tokens[first] as Token;
  const tail = tokens[last] as Token;
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const text = studied.folded.slice(head.start, tail.end);
  const count = last - first + 1;
  let askedCount = 0;
  let union = 0;
  let onlyWanted = true;
  const wanted = WANTED[question.kind];
  for (let t = first; t <= last; t++) {
    if (asked[t]) askedCount++;
    union |= holds[t] as number;
    if (
      !((holds[t] as number) & wanted) &&
      (tokens[t] as Token).kind === 'word' &&
      !isUnit(tokens[t] as Token)
    )
      onlyWanted = false;
  }
  const near = (at: number): boolean => asked[at] === true;
  const headNoun = question.head ?? '';
  const flag = (value: boolean | undefined): number => (value ? 1 : 0);
  const opens = count1(text, OPENING);
  const closes = count1(text, CLOSING);
  const c1 = classOf(head);
  const c2 = classOf(tail);
  values.push(
    clause.probability,
    flag(clause.fromBest === 0),
    clause.fromBest,
    Math.log(tail.end - head.start),
    flag(count === 1),
    flag(count === 2),
    flag(count === 3 || count === 4),
    flag(count >= 5 && count <= 8),
    flag(first === 0),
    flag(last === tokens.length - 1 || restIsSigns(tokens, last + 1)),
    flag(first === 0 && (last === tokens.length - 1 || restIsSigns(tokens, last + 1))),
    flag(restIsStop(tokens, first)),
    askedCount / count,
    flag(asked[first]),
    flag(asked[last]),
    flag(isStopWord(head.term)),
    flag(isStopWord(tail.term)),
    flag(near(first - 1)),
    flag(near(last + 1)),
    flag(near(first - 2) || near(first - 3)),
    flag(near(last + 2) || near(last + 3)),
    flag(before && LINKS.has(before.term)),
    flag(!before || before.kind === 'other'),
    flag(!after || after.kind === 'other'),
    flag(before !== undefined && beside.left !== '' && before.term === beside.left),
    flag(after !== undefined && beside.right !== '' && after.term === beside.right),
    flag(before !== undefined && beside.right !== '' && before.term === beside.right),
    flag(after !== undefined && beside.left !== '' && after.term === beside.left),
    flag(c1 === 'noun'),
    flag(c1 === 'verb'),
    flag(c1 === 'number'),
    flag(c1 === 'function'),
    flag(c1 === 'other'),
    flag(c2 === 'noun'),
    flag(c2 === 'verb'),
    flag(c2 === 'number'),
    flag(c2 === 'function'),
    flag(isUnit(tail)),
    flag(c2 === 'other'),
    flag(before && classOf(before) === 'noun' && c1 === 'noun'),
    flag(after && classOf(after) === 'noun' && c2 === 'noun'),
    flag(after && c2 === 'number' && (isUnit(after) || classOf(after) === 'number')),
    flag((union & Holds.number) !== 0),
    flag((union & Holds.time) !== 0),
    flag((union & Holds.person) !== 0),
    flag((union & Holds.place) !== 0),
    flag((union & Holds.organization) !== 0),
    flag((union & wanted) !== 0),
    flag(wanted !== 0 && (union & wanted) !== 0 && onlyWanted),
    flag(((holds[first] as number) & wanted) !== 0),
    flag(before && ((holds[first - 1] as number) & Holds.reason) !== 0),
    flag(((holds[first] as number) & Holds.reason) !== 0),
    flag(before && ((holds[first - 1] as number) & Holds.definition) !== 0),
    flag(((holds[first] as number) & Holds.manner) !== 0),
    flag(headNoun !== '' && text.endsWith(headNoun)),
    flag(headNoun !== '' && text.endsWith(headNoun.slice(-1))),
    flag(headNoun !== '' && text.includes(headNoun)),
    flag(headNoun !== '' && before !== undefined && headNoun.endsWith(before.term)),
    flag(headNoun !== '' && after !== undefined && headNoun.startsWith(after.term)),
    flag(
      before !== undefined && after !== undefined && OPENING.test(before.term) && CLOSING.test(after.term),
    ),
    flag(OPENING.test(head.term) && CLOSING.test(tail.term)),
    flag(opens !== closes),
    flag(head.kind === 'latin' || tail.kind === 'latin'),
    Math.min(count1(text, /、/), 4),
    ...KINDS.map((kind) => flag(question.kind === kind)),
    view.askedShare,
    flag(/[吗么]|是否|是不是|有没有|能否|可否|可不可以|会不会/.test(question.folded)),
  );
}

function count1(text: string, sign: RegExp): number {
  let count = 0;
  for (const unit of text) if (sign.test(unit)) count++;
  return count;
}

function isUnit({ tag, kind, term }: Token): boolean {
  return (
    kind === 'word' && (/^q/.test(tag) || /^(?:元|人|名|个|米|公里|亩|吨|倍|岁|票|万|亿|余|多)/.test(term))
  );
}

function classOf({ kind, tag }: Token): 'noun' | 'verb' | 'number' | 'function' | 'other' {
  if (kind === 'number' || kind === 'share' || kind === 'time') return 'number';
  if (kind === 'other') return 'other';
  if (kind === 'latin' || /^[nsl ij]/.test(tag)) return 'noun';
  if (/^v/.test(tag)) return 'verb';
  if (/^[mtq]/.test(tag)) return 'number';
  if (/^[pcurdfyz]/.test(tag)) return 'function';
  return 'other';
}

function restIsSigns(tokens: readonly Token[], from: number): boolean {
  for (let t = from; t < tokens.length; t++) if ((tokens[t] as Token).kind !== 'other') return false;
  return true;
}

/** Whether everything before this token is grammar. */
function restIsStop(tokens: readonly Token[], first: number): boolean {
  for (let t = 0; t < first; t++) {
    const token = tokens[t] as Token;
    if (token.kind !== 'other' && !isStopWord(token.term)) return false;
  }
  return first > 0;
}
