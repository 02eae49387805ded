import type { Passage } from '../../corpus/article.js';
import { clauses, sentences } from '../../language/clauses.js';
import { foldedUnits, fromUnits } from '../../language/fold.js';
import type { Range } from '../../language/range.js';
import { type Token, tag } from '../../language/segment.js';
import { isStopWord } from '../../language/stopwords.js';

/** What a token or clause may hold that a question asks for. Bits, so that a clause is the union of its tokens. */
export const AnswerType = {
  number: 1,
  time: 2,
  person: 4,
  place: 8,
  organization: 16,
  reason: 32,
  manner: 64,
  definition: 128,
  work: 256,
  /** What is allowed, required, refused or denied. */
  rule: 512,
} as const;

export interface AnnotatedClause extends Range {
  /** Indices into the passage's tokens, half-open. */
  readonly tokens: Range;
  /** Which sentence it belongs to, counted from 0. */
  readonly sentence: number;
  /** Union of `AnswerType`. */
  readonly holds: number;
  /** How many of its tokens are content words. */
  readonly content: number;
  readonly quoted: boolean;
  /** How many commas of an enumeration there are. */
  readonly listed: number;
  /** Whether it has a Latin word. */
  readonly latin: boolean;
  /** Whether it ends a question, as in lists of what is often asked. */
  readonly asks: boolean;
}

/** A passage cut into clauses and tagged words, ready to be compared with any question. */
export interface AnnotatedPassage {
  readonly passage: Passage;
  readonly folded: string;
  /** The folded text as UTF-16 units. */
  readonly units: Uint16Array;
  readonly tokens: readonly Token[];
  /** For each token, 1 for a content word. */
  readonly content: Uint8Array;
  /** `AnswerType` of each token. */
  readonly holds: Uint16Array;
  readonly clauses: readonly AnnotatedClause[];
}

const REASON = new Set(
  '因 因为 由于 因此 所以 导致 致使 使得 使 为了 原因 以致 故 出于 鉴于 缘于 随着 旨在 从而 以便 才能 目的 背景'.split(
    ' ',
  ),
);
const MANNER = new Set(
  '通过 以 用 利用 采用 采取 使用 依靠 借助 凭借 藉由 透过 经由 按照 根据 方法 方式'.split(' '),
);
const DEFINITION = new Set(
  '是 指 即 称 称为 叫 叫做 名为 又名 别名 又称 学名 简称 属于 意为 意思 定义 为'.split(' '),
);
const RULE = new Set(
  (
    '可 可以 可免 允许 准许 不得 不可 不能 不能够 不准 不许 不允许 禁止 严禁 谢绝 请勿 切勿 勿 须 必须 需 需要 无需 无须 毋须 不必 不用 不需 不须 应 应当 ' +
    '应该 免 免费 免收 不收 不予 不受 不设 不再 不 未 无 没有 没 限 仅限 只限 方可 凭 自愿 照常 暂停 取消 拒绝 除外'
  ).split(' '),
);
const PLACE_END = /[省市县区镇乡村国州洲岛山河湖江港湾站街路城府郡道]$/;
const ORGANIZATION_END =
  /(?:公司|大学|学院|中学|小学|医院|银行|委员会|协会|集团|政府|部|局|厅|院|所|队|社|党|军|组织|联盟|基金会|教会|电视台|报社)$/;

/** Cuts and tags a passage. */
export type Annotator = (passage: Passage) => AnnotatedPassage;

/**
 * An annotator that remembers the passages that it annotated last: popular ones are asked for again and again, and
 * nearly all of an annotation's time (0.1 ms for 300 characters) is segmentation. Some 20 KB each.
 * @param most passages remembered, those longest unused forgotten first
 */
export function rememberingAnnotator(most = 1500): Annotator {
  const remembered = new Map<Passage, AnnotatedPassage>();
  return (passage) => {
    const annotated = remembered.get(passage) ?? annotate(passage);
    remembered.delete(passage);
    remembered.set(passage, annotated);
    if (remembered.size > most) remembered.delete(remembered.keys().next().value as Passage);
    return annotated;
  };
}

/** Cuts a passage into clauses and tagged words. */
export function annotate(passage: Passage): AnnotatedPassage {
  const units = foldedUnits(passage.text);
  const folded = fromUnits(units);
  const tokens = tag(passage.text);
  const holds = Uint16Array.from(tokens, holdsOf);
  const content = Uint8Array.from(tokens, ({ kind, term }) => (kind === 'other' || isStopWord(term) ? 0 : 1));
  const ranges = clauses(passage.text).flatMap((clause) => shortened(clause, tokens));
  const sentenceEnds = new Set(sentences(passage.text).map(({ end }) => end));
  const annotated: AnnotatedClause[] = [];
  let first = 0;
  let sentence = 0;
  for (const { start, end } of ranges) {
    let last = first;
    let union = 0;
    let words = 0;
    for (; last < tokens.length && (tokens[last] as Token).start < end; last++) {
      union |= holds[last] as number;
      words += content[last] as number;
    }
    const text = folded.slice(start, end);
    if (/《[^》]+》?/.test(text)) union |= AnswerType.work;
    annotated.push({
      start,
      end,
      tokens: { start: first, end: last },
      sentence,
      holds: union,
      content: words,
      quoted: /[“”「」『』"]/.test(text),
      listed: text.split('、').length - 1,
      latin: /[a-z]{2}/.test(text),
      asks: /[?？][”’」』)"']*\s*$/.test(text),
    });
    if (sentenceEnds.has(end)) sentence++;
    first = last;
  }
  return { passage, folded, units, tokens, content, holds, clauses: annotated };
}

/** A clause past this is cut between words, so that an excerpt can be put together from clauses; UTF-16 units. */
const LONGEST_CLAUSE = 80;

function shortened({ start, end }: Range, tokens: readonly Token[]): Range[] {
  if (end - start <= LONGEST_CLAUSE) return [{ start, end }];
  const parts: Range[] = [];
  let from = start;
  let cut = start;
  for (const token of tokens) {
    if (token.end <= start) continue;
    if (token.start >= end) break;
    if (token.end - from > LONGEST_CLAUSE && cut > from) {
      parts.push({ start: from, end: cut });
      from = cut;
    }
    cut = token.end;
  }
  parts.push({ start: from, end });
  return parts;
}

function holdsOf({ kind, tag: speech, term }: Token): number {
  if (kind === 'time' || speech === 't') return AnswerType.time | AnswerType.number;
  if (kind === 'number' || kind === 'share' || speech === 'm') return AnswerType.number;
  if (kind !== 'word') return 0;
  let holds = 0;
  if (speech.startsWith('nr')) holds |= AnswerType.person;
  if (speech === 'ns' || (term.length > 1 && PLACE_END.test(term) && speech.startsWith('n')))
    holds |= AnswerType.place;
  if (speech === 'nt' || ORGANIZATION_END.test(term)) holds |= AnswerType.organization;
  if (REASON.has(term)) holds |= AnswerType.reason;
  if (MANNER.has(term)) holds |= AnswerType.manner;
  if (DEFINITION.has(term)) holds |= AnswerType.definition;
  if (RULE.has(term)) holds |= AnswerType.rule;
  return holds;
}
