import { readHan } from './numerals.js';
import type { Range } from './range.js';

/**
 * What parts of regulations and documents are called by: 第三条, 第十二条之一, 附件2, 表3, （三）. A question about 第三十二条 wants
 * the article that bears this label, not those that mention it.
 */
export interface Label extends Range {
  /** What it counts and its number, the same for every spelling: `条3`, `条12之1`, `附件2`, `（3`. */
  readonly name: string;
}

const NUMBER = '(?:[〇零一二三四五六七八九十百千两]{1,9}|\\d{1,4})';
const COUNTED = `第(${NUMBER})([条章节款项编])(?:之(${NUMBER}))?`;
const NAMED = `(附件|附表|附录|附图|表|图)\\s{0,2}(${NUMBER})`;
const BRACKETED = `[（(](${NUMBER})[）)]`;
/** What a label at the head of a block is followed by: its text, after a blank or a sign, or nothing; no 的 and no 第三条规定. */
const AFTER = '(?=$|[\\s:：.．、·])';
const HEAD = new RegExp(`^(?:${COUNTED}${AFTER}|${NAMED}${AFTER}|${BRACKETED})`, 'u');
const ANYWHERE = new RegExp(`${COUNTED}|${NAMED}(?![\\d.])|${BRACKETED}`, 'gu');

/**
 * The label that a block of text bears, if it begins with one.
 * @param text of the block, as it stands in the source or folded
 */
export function labelOf(text: string): string | undefined {
  const match = HEAD.exec(text);
  return match ? nameOf(match) : undefined;
}

/**
 * The labels that a question names, in their order.
 * @param folded the folded question
 */
export function labelsIn(folded: string): Label[] {
  return Array.from(folded.matchAll(ANYWHERE), (match) => ({
    name: nameOf(match),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function nameOf([, counted, unit, further, named, number, bracketed]:
  | RegExpExecArray
  | RegExpMatchArray): string {
  if (counted !== undefined)
    return `${unit}${numberIn(counted)}${further === undefined ? '' : `之${numberIn(further)}`}`;
  return number === undefined ? `（${numberIn(bracketed as string)}` : `${named}${numberIn(number)}`;
}

function numberIn(number: string): string {
  return /^\d/.test(number) ? String(Number(number)) : (readHan(number.replaceAll('两', '二')) ?? number);
}

/** The term that passages with a block of this label are indexed by; no text has it. */
export function labelTerm(name: string): string {
  return `§${name}`;
}
