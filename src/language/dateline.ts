import type { Range } from './range.js';

/** Papers and agencies, and what a report is called that is theirs: 本报讯, 新华社北京11月4日电. */
const SOURCE =
  String.raw`(?:据)?(?:本报|新华社|中新社|\p{Script=Han}{2,10}[日晚早晨商新市]报)(?:\p{Script=Han}{2,8}?)?` +
  String.raw`(?:\d{1,2}月\d{1,2}日)?(?:讯|电|消息)(?=[\s(（:：]|(?:本报|见习|首席)*记者)`;
/** Who wrote it, in brackets, or one after the other: 记者 王磊 通讯员 李明 报道. */
const IN_BRACKETS = String.raw`\s*[(（][^()（）\n]{2,60}[)）]`;
const WRITER = String.raw`\s*(?:本报|见习|首席|特约|实习)*(?:记者|通讯员)\s*[\p{Script=Han}·]{2,4}(?=[\s、,)]|报道|摄|$)[、,]?`;
const DATELINE = new RegExp(
  String.raw`(?<=^|\n)\s*(?:${SOURCE}(?:${IN_BRACKETS}|(?:${WRITER})+(?:\s*报道)?)?|(?:${WRITER})+(?:\s*报道)?)`,
  'gu',
);

/**
 * Where paragraphs begin with who reports them, which is part of the text and yet none of its news.
 * @param folded a folded text
 * @returns ranges in UTF-16 units
 */
export function datelines(folded: string): Range[] {
  return Array.from(folded.matchAll(DATELINE), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  })).filter(({ start, end }) => end > start);
}
