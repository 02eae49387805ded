import { fold } from '../../language/fold.js';
import { analyseQuestion } from '../../language/question.js';
import { readWords } from '../../language/read-list.js';
import type { Token } from '../../language/segment.js';

/** What the wording of a question tells of its subject. */
export interface Wording {
  /**
   * - `points back`: says 它 or 他们 of something that it has not named.
   * - `elliptic`: says less than a question does: 周末呢, 为什么, 电话是多少.
   * - `open`: may be either.
   */
  readonly kind: 'points back' | 'elliptic' | 'open';
  /** Its words that say more than what is asked of something, or who asks. */
  readonly own: readonly Token[];
}

const ATTRIBUTES = new Set(readWords(new URL('./attributes.txt', import.meta.url)));

/** What leads over from what was said before. */
const LEADING =
  /^(?:(?:那么?|哦|噢|嗯|好的?|咁)(?!个|些|里|边|儿|年(?![卡票费龄会货])|天|次|种|位|座|条|时)[，,、\s]*)/;
/** Personal pronouns of the third person; 其他 and 吉他 are none. */
const PRONOUN = /(?<![其吉])(?:[它牠祂他她]们?|佢哋?)(?![人乡国])/;
/** 这 and 那 with what counts or places. */
const DEMONSTRATIVE =
  /(?:[这那该此](?=个|些|座|种|位|本|条|家|里|儿|边|篇|场|盏|部|件|张|只|类|项|所|支|间|届|样|段|句|名|栋|片|块|辆|艘|趟|班)|该(?=[\u4e00-\u9fff]{2}))/;
/** 周末呢, 还有呢: nothing is asked, only something is named. */
const NAMED_ONLY = /^[^，,。？?！!]{0,12}呢[？?\s]*$/;
/** Kinds of tokens that are no subject: 周末, 10月5日, 三次. */
const COUNTING = /^(?:t|m|q|mq|f|r|d|p|c|u|y)/;

/** The text without what only leads over: 那票价呢 asks 票价呢. */
export function withoutLeading(text: string): string {
  return text.trim().slice(LEADING.exec(fold(text.trim()))?.[0].length ?? 0);
}

/** Reads how a question speaks of its subject. */
export function wordingOf(text: string): Wording {
  const { content, folded, asking } = analyseQuestion(withoutLeading(text));
  const own = content.filter(({ kind, term, tag }) => {
    if (kind === 'latin') return true;
    return kind === 'word' && !ATTRIBUTES.has(term) && !COUNTING.test(tag);
  });
  const pronoun = PRONOUN.exec(folded);
  const antecedent = pronoun && own.some(({ end }) => end <= pronoun.index);
  if (pronoun && !antecedent) return { kind: 'points back', own };
  const elliptic = own.length === 0 || DEMONSTRATIVE.test(folded) || (!asking && NAMED_ONLY.test(folded));
  return { kind: elliptic ? 'elliptic' : 'open', own };
}
