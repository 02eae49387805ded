import { askedQuantity } from './asked-unit.js';
import { fold } from './fold.js';
import {
  DAY_OF_FIRST_MONTH,
  HOW_SO,
  HOW_WARM,
  kindOf,
  type QuestionKind,
  WHICH,
  WHO_IS,
  WHY,
} from './question-kind.js';
import { questionTokens } from './question-tokens.js';
import type { Range } from './range.js';
import { type Token, tag } from './segment.js';
import { isQuestionWord, isStopWord } from './stopwords.js';

export type { QuestionKind };

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
  /** How the quantity asked for may look in a folded text: for 多少公里, a number with 公里. */
  readonly quantity?: RegExp;
  /** The words that carry content, in order; what is searched for, highlighted, and named when missing. */
  readonly content: readonly Token[];
}

/** The asking words themselves, for their places in the question. */
const ASKING = new RegExp(
  [
    '[为因](?:什么|甚么|啥|何)|(?:什么|啥)(?:时候)?|甚么|凭啥',
    '哪(?:一|些|几)?(?:个|位|名|种|年|天|日|月|里|儿|家|所|座|部|本|项|条|支|国|人|处|类|次|场|间|款|块|片|届)?',
    '(?:周|星期|礼拜)几|几(?:块钱?|多钱?|钱|耐)|(?:[百千]分之|第)?几(?![乎何近经度许案率])|多少钱?|多[久长大高远重深宽快厚贵]',
    `${WHY}|${HOW_SO}|${DAY_OF_FIRST_MONTH}`,
    HOW_WARM,
    `咩|乜嘢?|${WHICH}(?:度|处|个|位|间|日|年|座|条|班|一)`,
    '谁|(?<![几任如])何(?:[时地处人年月日种谓以故事物者]|(?!\\p{Script=Han}))|如何|缘何|怎么样?|怎样|咋',
    '\\b(?:who(?:m|se)?|what|when|where|which|why|how)\\b',
  ].join('|'),
  'gu',
);

/**
 * Reads a question: its content words and what kind of answer it asks for.
 * @param text any text, any length
 */
export function analyseQuestion(text: string): QuestionAnalysis {
  const folded = fold(text);
  const all = askingWords(folded);
  const tokens = questionTokens(folded, tag(text), all);
  // What comes before the last asking word is often a subordinate clause.
  const asking = all.at(-1);
  const head = findHead(folded, tokens, asking);
  const quantity = askedQuantity(folded, asking);
  return {
    text,
    folded,
    tokens,
    kind: asksWhatSomebodyIs(folded, tokens) ? 'definition' : kindOf(folded),
    ...(asking && { asking }),
    ...(head && { head }),
    ...(quantity && { quantity }),
    content: contentTokens(tokens, all),
  };
}

function askingWords(folded: string): Range[] {
  return [...folded.matchAll(ASKING)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** 罗键是谁 wants to know what he does; 馆长是谁 wants a name. */
function asksWhatSomebodyIs(folded: string, tokens: readonly Token[]): boolean {
  const end = WHO_IS.exec(folded)?.index;
  if (end === undefined) return false;
  return tokens.findLast((token) => token.end <= end && token.kind === 'word')?.tag.startsWith('nr') === true;
}

/** The nouns right after the asking word, else the one before it. */
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

/** What a price or a rate is for: 多少钱一斤 is answered with 每斤 as well. */
const RATE =
  /^一(?:斤|公斤|两|克|吨|个|只|条|件|张|本|份|碗|杯|瓶|盒|袋|包|次|趟|晚|天|月|年|人|位|间|套|亩|平|米|度|方)$/;

function contentTokens(tokens: readonly Token[], asking: readonly Range[]): Token[] {
  return tokens.filter(
    ({ start, end, kind, term }) =>
      kind !== 'other' &&
      !isStopWord(term) &&
      !(asking.length > 0 && RATE.test(term)) &&
      !isQuestionWord(term) &&
      !asking.some((word) => start < word.end && word.start < end),
  );
}
