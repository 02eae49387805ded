import type { ArticleFacts } from '../article.js';
import { isDate } from '../date.js';

/** What a line tells of the article, as `发布时间：2024-03-12 来源：农业农村局 浏览次数：12` does. */
export type LineFacts = Pick<ArticleFacts, 'publication' | 'date' | 'author'>;

/** Longest line of this kind in UTF-16 units. */
const LONGEST = 200;
/** A value is shorter, in UTF-16 units. */
const LONGEST_VALUE = 40;

type Label = readonly [form: RegExp, fact: keyof LineFacts | undefined, only: boolean];

/** A label in a line: where it begins and its value does, and what it means if that is known. */
interface Field {
  readonly start: number;
  readonly end: number;
  readonly known: Label | undefined;
}

/** The labels of what a page tells of itself; `only` where the label alone shows that the line is of this kind. */
const LABELS: readonly Label[] = [
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
/** A value that the label after it may follow without a blank, as `教导处` does in `发布者：教导处发布时间：2026-08-30`. */
const GLUED = /^\s?\p{Script=Han}{1,40}$/u;
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
export function infoOfLine(line: string, isBefore: boolean): LineFacts | undefined {
  if (line.length > LONGEST || /[。！？；]/u.test(line)) return undefined;
  const text = /^[（(【[].*[）)】\]]$/u.test(line) ? line.slice(1, -1) : line;
  const fields = fieldsOf(text);
  const before = text.slice(0, fields[0]?.start ?? text.length);
  if (fields.length === 0) return isBefore ? stampedOf(before) : undefined;
  const facts: Record<string, string> = {};
  let isCertain = false;
  for (const [number, field] of fields.entries()) {
    if (!field.known) return undefined;
    const value = bareValue(text.slice(field.end, fields[number + 1]?.start));
    if (value.length > LONGEST_VALUE) return undefined;
    const [, fact, only] = field.known;
    isCertain ||= only || (fact === 'date' && isBefore && isStamp(value));
    if (fact && value !== '') facts[fact] ??= fact === 'date' ? dayIn(value) : value;
  }
  const stamped = stampedOf(before);
  if (!stamped && bareValue(before) !== '')
    return isCertain && isBefore && before.length <= LONGEST_VALUE ? facts : undefined;
  return isCertain || (stamped && isBefore) ? { ...stamped, ...facts } : undefined;
}

/** The labels of a line with their colons, UTF-16 units into it. */
function fieldsOf(text: string): Field[] {
  const fields: Field[] = [];
  for (const { index, 0: all, 1: label = '' } of text.matchAll(LABEL)) {
    const end = index + all.length;
    const last = fields.at(-1);
    const field = { start: index, end, known: knownLabel(label) };
    fields.push(field.known || !last ? field : (gluedField(text, label, last.end, field) ?? field));
  }
  return fields;
}

/** The field of a label that its line's last value runs into, which began at `from`. */
function gluedField(text: string, label: string, from: number, { start, end }: Field): Field | undefined {
  for (let cut = 1; cut < label.length - 1; cut++) {
    const known = knownLabel(label.slice(cut));
    if (known?.[2])
      return GLUED.test(text.slice(from, start + cut)) ? { start: start + cut, end, known } : undefined;
  }
  return undefined;
}

function knownLabel(label: string): Label | undefined {
  return LABELS.find(([form]) => form.test(label.replace('【', '')));
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
