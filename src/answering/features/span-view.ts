import type { QuestionAnalysis } from '../../language/question.js';
import { SAME_MEANING } from '../../language/same-meaning.js';
import type { Token } from '../../language/segment.js';
import { isStopWord } from '../../language/stopwords.js';
import type { AnnotatedClause, AnnotatedPassage } from './annotate.js';
import { besideAsking, kindFlags, WANTED_TYPES } from './answer-type.js';

const LINKS = new Set(
  '是 为 叫 叫做 称 称为 名为 于 在 由 被 以 至 到 从 有 达 约 共 指 即 : ： （ ( 「 “ 《'.split(' '),
);
const OPENING = /[「『“《（(【〈]/;
const CLOSING = /[」』”》）)】〉]/;

/** What of a question the features compare with. */
export interface QuestionView {
  readonly asked: ReadonlySet<string>;
  readonly left: string;
  readonly right: string;
  readonly head: string;
  readonly kinds: readonly number[];
  readonly wanted: number;
  readonly yesOrNo: boolean;
  /** Whether it asks who reports. */
  readonly aboutReport: boolean;
  readonly quantity: RegExp | undefined;
}

/** Reads a question once for all its spans. */
export function viewOfQuestion(question: QuestionAnalysis): QuestionView {
  return {
    asked: new Set(question.content.flatMap(({ term }) => [term, ...(SAME_MEANING.get(term) ?? [])])),
    ...besideAsking(question),
    head: question.head ?? '',
    kinds: kindFlags(question.kind),
    wanted: WANTED_TYPES[question.kind],
    quantity: question.quantity,
    aboutReport: /记者|通讯员|作者|报道|采访|撰稿|哪家报|谁[写拍]/.test(question.folded),
    yesOrNo: /[吗么]|是否|是不是|有没有|能否|可否|可不可以|会不会/.test(question.folded),
  };
}

type WordClass = 'noun' | 'verb' | 'number' | 'function' | 'other';

/** A clause's tokens with all that is asked of each of them more than once. */
export interface ClauseView {
  readonly tokens: readonly Token[];
  readonly holds: readonly number[];
  readonly asked: readonly boolean[];
  readonly classes: readonly WordClass[];
  readonly stop: readonly boolean[];
  readonly canStart: readonly boolean[];
  readonly canEnd: readonly boolean[];
  readonly opening: readonly boolean[];
  readonly closing: readonly boolean[];
  readonly unit: readonly boolean[];
  readonly link: readonly boolean[];
  /** For each token, whether nothing but signs follows; nothing but grammar comes before. */
  readonly signsAfter: readonly boolean[];
  readonly grammarBefore: readonly boolean[];
  /** Sums over the tokens before each: opening less closing signs, enumeration commas, words that are not wanted. */
  readonly open: readonly number[];
  readonly commas: readonly number[];
  readonly unwanted: readonly number[];
  readonly askedBefore: readonly number[];
  readonly askedShare: number;
  readonly folded: string;
}

/** Reads a clause once for all its spans. */
export function viewOf(
  annotated: AnnotatedPassage,
  clause: AnnotatedClause,
  { asked, wanted }: QuestionView,
): ClauseView {
  const tokens = annotated.tokens.slice(clause.tokens.start, clause.tokens.end);
  const holds = Array.from(annotated.holds.subarray(clause.tokens.start, clause.tokens.end));
  const isAsked = tokens.map(({ term }) => asked.has(term));
  const stop = tokens.map(({ term }) => isStopWord(term));
  const opening = tokens.map(({ term }) => OPENING.test(term));
  const closing = tokens.map(({ term }) => CLOSING.test(term));
  const unit = tokens.map(isUnit);
  const sign = tokens.map(({ kind }) => kind === 'other');
  const firstWord = sign.findIndex((is, t) => !is && !stop[t]);
  const lastWord = sign.lastIndexOf(false);
  const askedBefore = sumsBefore(isAsked.map(Number));
  return {
    tokens,
    holds,
    asked: isAsked,
    classes: tokens.map(classOf),
    stop,
    canStart: sign.map((is, t) => !is || (opening[t] as boolean)),
    canEnd: sign.map((is, t) => !is || (closing[t] as boolean)),
    opening,
    closing,
    unit,
    link: tokens.map(({ term }) => LINKS.has(term)),
    signsAfter: tokens.map((_, t) => t >= lastWord),
    grammarBefore: tokens.map((_, t) => t > 0 && (firstWord < 0 || t <= firstWord)),
    open: sumsBefore(opening.map((is, t) => Number(is) - Number(closing[t]))),
    commas: sumsBefore(tokens.map(({ term }) => Number(term === '、'))),
    unwanted: sumsBefore(
      tokens.map(({ kind }, t) => Number(!((holds[t] as number) & wanted) && kind === 'word' && !unit[t])),
    ),
    askedBefore,
    askedShare: (askedBefore[tokens.length] as number) / (tokens.length || 1),
    folded: annotated.folded,
  };
}

function sumsBefore(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) as number) + value);
  return sums;
}

function isUnit({ tag, kind, term }: Token): boolean {
  return (
    kind === 'word' && (/^q/.test(tag) || /^(?:元|人|名|个|米|公里|亩|吨|倍|岁|票|万|亿|余|多)/.test(term))
  );
}

function classOf({ kind, tag }: Token): WordClass {
  if (kind === 'number' || kind === 'share' || kind === 'time') return 'number';
  if (kind === 'other') return 'other';
  if (kind === 'latin' || /^[nsl ij]/.test(tag)) return 'noun';
  if (/^v/.test(tag)) return 'verb';
  if (/^[mtq]/.test(tag)) return 'number';
  if (/^[pcurdfyz]/.test(tag)) return 'function';
  return 'other';
}
