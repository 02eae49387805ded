import { isRule } from '../structure/rule.js';

/**
 * What a line's form tells of it, without its neighbours. The rules come from the way Chinese newspapers and plain
 * Markdown are set, not from any one page.
 */

/** How a line ends: at the end of a sentence, in the middle of one, or so that its form does not tell. */
export type Ending = 'closed' | 'open' | 'unclear';

/** Longest headline, subhead or kicker in UTF-16 units; newspaper headlines have up to some 25 characters. */
export const HEADLINE_UNITS = 30;
const LONGEST_CREDIT = 40;

/** The end of a sentence with its closing signs, and a remark in brackets after it, as `。（记者 李明）`. */
const CLOSED = /[。！？!?…．.][”’」』）)》〉】\]"']*(?:[（(][^（）()]*[）)])?$/u;
const UNCLEAR = /[：:；;”’」』）)》〉】\]"'—―─\-–~～|>*_`=]$/u;

/** How a line ends, closing signs and a remark in brackets after the last sentence set aside. */
export function endingOf(text: string): Ending {
  if (CLOSED.test(text)) return 'closed';
  return UNCLEAR.test(text) ? 'unclear' : 'open';
}

/** Whether it has what running text has and headlines seldom: signs inside, or the end of a sentence. */
export function isProse(text: string): boolean {
  return /[，。；、：！？]|[,.;:!?](?:\s|$)/u.test(text);
}

/** Short and not a sentence, as headlines, kickers and subheads are. */
export function isHeadlineLike(text: string): boolean {
  return text.length <= HEADLINE_UNITS && endingOf(text) !== 'closed' && !/[：:，,、；;]$/u.test(text);
}

/** `——` (or its look-alikes) before a subtitle. */
export function isDashed(text: string): boolean {
  return /^(?:[—―─⸺]+|－－+|--+)\s*[^—―─⸺－\-\s]/u.test(text);
}

/** `■` or `◆` before a line that sums the article up. */
export function isSummary(text: string): boolean {
  return /^[■◆]/u.test(text);
}

const BULLET = String.raw`[-*+•●○◎□◇▲△▼★☆►▶·]\s*\S`;
const NUMBER = String.raw`\d{1,3}(?:[、)）]|[.．](?!\d))|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳㈠-㈩]`;
const CHINESE_NUMBER = String.raw`[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}[章节条]`;
const LIST_ITEM = new RegExp(`^(?:${BULLET}|${NUMBER}|${CHINESE_NUMBER})`, 'u');

/** Begins like an item of a list. */
export function isListItem(text: string): boolean {
  return LIST_ITEM.test(text);
}

/** A row of a table, a rule, a fence, a label with its value: a line that belongs to no paragraph. */
export function isStandalone(text: string): boolean {
  return isRule(text) || /^(?:\||```|~~~|>)|\|$|\t|^\p{L}{1,6}[：:]\s*[^“”]{0,40}$/u.test(text);
}

/** Begins as only a paragraph of its own does: a dateline, a bullet, a dash, an editor's note. */
export function beginsAfresh(text: string): boolean {
  return (
    isListItem(text) ||
    isSummary(text) ||
    isDashed(text) ||
    /^(?:本报|据?新华社|中新社|据)[^，。]{0,16}?(?:讯|电|消息)[\s（(]|^(?:编者按|【)/u.test(text)
  );
}

const CREDIT_LEAD = String.raw`^[（(]?(?:本报|本版|本组|特约|通讯员)*(?:(?:摄影|摄像|供图|制图|图片|漫画|插图|绘图)(?:报道|记者|来源|由)?[\s：:／/]|图[／/：:])`;
const CREDIT_TAIL = String.raw`[\s／/）)](?:摄|供图|制图|绘)(?:[／/]\p{Script=Han}{2,8}|（[^（）]{2,10}）)?[）)]?$`;
const CREDIT_AGENCY = String.raw`[／/]\p{Script=Han}*视觉\p{Script=Han}*$|^[（(]?(?:新华社|中新社)发?[（(\s]?.{0,14}摄[）)]?$`;
const CREDIT = new RegExp(`${CREDIT_LEAD}|${CREDIT_TAIL}|${CREDIT_AGENCY}`, 'u');

/** A line that says who took or drew a picture. */
export function isCredit(text: string): boolean {
  return text.length <= LONGEST_CREDIT && !/[。！？，；]/u.test(text) && CREDIT.test(text);
}
