import { fold } from './fold.js';
import type { Range } from './range.js';
import { type Token, tag } from './segment.js';
import { isQuestionWord, isStopWord } from './stopwords.js';

/** What a question asks for. */
export type QuestionKind =
  | 'number'
  | 'time'
  | 'person'
  | 'place'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'other';

export interface QuestionAnalysis {
  readonly text: string;
  /** Folded, of the same length as `text`. */
  readonly folded: string;
  readonly tokens: readonly Token[];
  readonly kind: QuestionKind;
  /** Where the asking word stands (谁, 哪一年, 多少), UTF-16 units into `text`; absent in a keyword query. */
  readonly asking?: Range;
  /** The noun that the asking word asks about: 公司 in 哪家公司, 学名 in 学名叫什么; folded. */
  readonly head?: string;
  /** The words that carry content, in order; what is searched for, highlighted, and named when missing. */
  readonly content: readonly Token[];
}

/** Asking patterns by kind; the first that matches decides. Runs on folded text. */
const KINDS: readonly (readonly [kind: QuestionKind, pattern: RegExp])[] = [
  [
    'reason',
    /为什么|为什麽|为甚么|为何|何以|何故|为啥|怎么会|(?:原因|理由|缘由|起因)(?:是|为|有|何|$|[?？])|什么原因|什么缘故/,
  ],
  [
    'time',
    /什么时候|什么时间|何时|何年|何月|何日|几时|哪一?(?:个)?(?:年代?|天|日|月|月份|世纪|时期|时段|朝代?|周|季|阶段)|几(?:月|号|点|时|年)|(?:时间|日期|年份)(?:是|为)|啥时候|多久|多长时间/,
  ],
  [
    'number',
    /多少|第?几(?!乎|何)|百分之几|多(?:大|长|高|远|重|深|宽|快|厚|厉害)(?!家)|比例(?:是|为)|数量(?:是|为)|人数|how many|how much/,
  ],
  ['person', /谁(?!的)|何人|哪一?(?:些|几)?(?:位|人|名)|哪个人|(?<!是)什么人|who\b/],
  [
    'place',
    /哪里|哪儿|何处|何地|在哪|到哪|什么地方|什么地点|哪一?(?:个|座|些|处|条)?(?:国家|国|城市|城|省份?|县|市|州|洲|地区|地方|地|区域?|岛屿?|村|镇|乡|街|大陆|海域?|河流?|山)|where\b/,
  ],
  [
    'definition',
    /什么是|何谓|何为|(?:指|意思|含义|定义|意义)(?:的)?(?:是|为)?(?:什么|何|$|[?？])|指什么|是什么(?:意思|人|样|东西)?[?？。!！\s]*$|是谁[?？。!！\s]*$|what is/,
  ],
  [
    'manner',
    /如何|怎么(?!样的)|怎样(?!的)|怎么办|用什么(?:方法|方式|办法|手段)|什么(?:方法|方式|办法|手段|途径)|how\b/,
  ],
];

/** The asking word itself, for its place in the question. */
const ASKING =
  /为什么|为什麽|为何|什么时候|什么|什麽|啥|哪(?:一|些|几)?(?:个|位|名|种|年|天|日|月|里|儿|家|所|座|部|本|项|条|支|国|人|处|类|次|场|间|款|块|片)?|谁|何(?:时|地|处|人|年|月|日|种|谓|以|故|事|物|者)?|如何|怎么样?|怎样|多少|第?几|多久|多长|多大|多高|多远|多重|多深|多宽|多快/g;

/**
 * Reads a question: its content words and what kind of answer it asks for.
 * @param text any text, any length
 */
export function analyseQuestion(text: string): QuestionAnalysis {
  const folded = fold(text);
  const tokens = tag(text);
  const asking = findAsking(folded);
  const head = findHead(folded, tokens, asking);
  return {
    text,
    folded,
    tokens,
    kind: KINDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other',
    ...(asking && { asking }),
    ...(head && { head }),
    content: contentTokens(tokens, asking),
  };
}

/** The last asking word counts: what comes before is often a subordinate clause. */
function findAsking(folded: string): Range | undefined {
  let last: Range | undefined;
  for (const match of folded.matchAll(ASKING)) {
    if (match[0] === '何' && /[\p{Script=Han}]/u.test(folded[match.index + 1] ?? '')) continue;
    if (match[0] === '几' && /[乎何]/.test(folded[match.index + 1] ?? '')) continue;
    last = { start: match.index, end: match.index + match[0].length };
  }
  return last;
}

function findHead(folded: string, tokens: readonly Token[], asking: Range | undefined): string | undefined {
  if (!asking) return undefined;
  const after = tokens.filter((token) => token.start >= asking.end);
  const following: Token[] = [];
  for (const token of after) {
    if (token.term === '的' && following.length === 0) continue;
    if (!isNoun(token)) break;
    following.push(token);
  }
  const lastFollowing = following.at(-1);
  if (lastFollowing && following[0]) return folded.slice(following[0].start, lastFollowing.end);
  const before = tokens.filter((token) => token.end <= asking.start);
  while (before.length > 0 && isLink(before.at(-1) as Token)) before.pop();
  const preceding = before.at(-1);
  return preceding && isNoun(preceding) ? preceding.term : undefined;
}

function isNoun({ kind, tag: speech, term }: Token): boolean {
  return kind === 'word' && /^(?:n|vn|an|l|j|i)/.test(speech) && !isQuestionWord(term);
}

/** Words that stand between a noun and the asking word: 学名叫什么, 来源是什么. */
function isLink({ term, kind }: Token): boolean {
  return (
    kind === 'other' || ['是', '为', '叫', '叫做', '有', '指', '指的是', '的', '称为', '名为'].includes(term)
  );
}

function contentTokens(tokens: readonly Token[], asking: Range | undefined): Token[] {
  return tokens.filter((token) => {
    if (token.kind === 'other') return false;
    if (token.kind !== 'word') return !isStopWord(token.term);
    if (isStopWord(token.term) || isQuestionWord(token.term)) return false;
    if (asking && token.start < asking.end && asking.start < token.end) return false;
    return true;
  });
}
