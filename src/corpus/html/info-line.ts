import type { ArticleFacts } from '../article.js';
import { isDate } from '../date.js';

/** What a line tells of the article, as `发布时间：2024-03-12 来源：农业农村局 浏览次数：12` does. */
export type LineFacts = Pick<ArticleFacts, 'publication' | 'date' | 'author'>;

/** Longest line of this kind in UTF-16 units. */
const LONGEST = 200;
/** A value is shorter, in UTF-16 units. */
const LONGEST_VALUE = 40;

/** The labels of what a page tells of itself; `only` where the label alone shows that the line is of this kind. */
const LABELS: readonly (readonly [label: RegExp, fact: keyof LineFacts | undefined, only: boolean])[] = [
  [/^(?:发布|发表|发稿|更新|成文|印发|生成|录入|添加|公开)(?:时间|日期)$/u, 'date', true],
  [/^(?:时间|日期)$/u, 'date', false],
  [/^(?:信息|文章|稿件|新闻|内容)?来源$|^稿源$/u, 'publication', true],
  [/^(?:作者|撰稿|撰稿人|供稿|发布人|发布者)$/u, 'author', false],
  [
    /^(?:责任|本文|网络|执行)?编辑$|^责编$|^(?:初|复|终)?审核?$|^审核人?$|^校对$|^录入$|^签发$/u,
    undefined,
    true,
  ],
  [/^(?:浏览|点击|阅读|访问|查看|回复|评论)(?:次数|数|量|率)?$|^人气$|^热度$/u, undefined, true],
  [
    /^字(?:体|号)(?:大小)?$|^【?字(?:体|号)$|^打印$|^分享(?:到|至)?$|^收藏$|^分类$|^标签$|^栏目$|^索引号$|^发布机构$/u,
    undefined,
    true,
  ],
];
const LABEL = /([\p{Script=Han}【]{1,6})\s?[：:]/gu;
const STAMP =
  /^\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?(?:\s{0,3}(?:星期|周)[一二三四五六日天])?(?:[\sT]{1,3}\d{1,2}:\d{2}(?::\d{2})?)?/u;
/** What pages offer beside their text. */
const OFFERS =
  /[[【(（]?\s?(?:大\s?中\s?小|打\s?印(?:本[页文])?|关\s?闭(?:窗口|本页)?|收藏|分享|纠错)\s?[\]】)）]?/gu;

/**
 * What an information line tells; `undefined` where a line is none.
 * @param isBefore whether it stands before the running text, where a date alone is the article's
 */
export function infoOfLine(text: string, isBefore: boolean): LineFacts | undefined {
  if (text.length > LONGEST || /[。！？；]/u.test(text)) return undefined;
  const fields = [...text.matchAll(LABEL)];
  const before = text.slice(0, fields[0]?.index ?? text.length);
  if (fields.length === 0) return isBefore ? stampedOf(before) : undefined;
  const facts: Record<string, string> = {};
  let isCertain = false;
  for (const [number, field] of fields.entries()) {
    const known = LABELS.find(([label]) => label.test(field[1]!.replace('【', '')));
    if (!known) return undefined;
    const value = bareValue(text.slice(field.index + field[0].length, fields[number + 1]?.index));
    if (value.length > LONGEST_VALUE) return undefined;
    const [, fact, only] = known;
    isCertain ||= only || (fact === 'date' && isBefore && isStamp(value));
    if (fact && value !== '') facts[fact] ??= fact === 'date' ? dayIn(value) : value;
  }
  const stamped = stampedOf(before);
  if (!stamped && bareValue(before) !== '')
    return isCertain && isBefore && before.length <= LONGEST_VALUE ? facts : undefined;
  return isCertain || (stamped && isBefore) ? { ...stamped, ...facts } : undefined;
}

/** The date that a line begins with, where it holds nothing else but what pages offer. */
function stampedOf(text: string): LineFacts | undefined {
  const value = bareValue(text);
  const stamp = STAMP.exec(value)?.[0];
  return stamp !== undefined && stamp.length === value.length ? { date: dayIn(stamp) } : undefined;
}

function isStamp(value: string): boolean {
  return STAMP.test(value) && isDate(dayIn(value));
}

/** The day of a time stamp, as the source writes it; anything else unchanged. */
function dayIn(value: string): string {
  return /^\d{4}(?:年\d{1,2}月(?:\d{1,2}日)?|([-/.])\d{1,2}\1\d{1,2})/u.exec(value)?.[0] ?? value;
}

function bareValue(text: string): string {
  return text
    .replace(OFFERS, '')
    .replace(/[|｜·【】]/gu, ' ')
    .trim();
}
