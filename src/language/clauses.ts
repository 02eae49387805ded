import type { Range } from './range.js';

const CLOSING = `”’」』）)》〉】\\]"'`;
/** What belongs to the part that a sign ends: closing signs, and the white space before the next. */
const TAIL = String.raw`[${CLOSING}]*\s*`;
/** A full stop after these is part of an abbreviation. */
const ABBREVIATION = String.raw`\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Vol|vs|Inc|Co|Ltd|Jr|[A-Z]|e\.g|i\.e)`;
/** The number of a list's item, at the beginning of its line. */
const ITEM = String.raw`(?:^|[\r\n])[ \t　]*\d{1,3}`;
/** Latin signs end something only before a blank or Chinese: not in 3.5, node.js, a?b=1 or Yahoo!Mail. */
const FULL_STOP = String.raw`(?<!${ABBREVIATION}|${ITEM})\.(?=\s|$)|[!?](?![\w=&/])`;
const LINE_BREAK = String.raw`[\r\n]\s*`;

/** Signs that end a sentence. After “来了。”，the sentence goes on. */
const SENTENCE_END = new RegExp(
  `(?:[。｡！？﹗﹖…]|${FULL_STOP})+(?![。｡！？﹗﹖…${CLOSING}]*[，,﹐、；;])${TAIL}|${LINE_BREAK}`,
  'gu',
);
/** Signs that end a clause, besides those that end a sentence. A comma or colon inside a number ends nothing. */
const CLAUSE_END = new RegExp(
  [
    String.raw`(?:[。｡！？﹗﹖…；;，﹐]|${FULL_STOP}|,(?!\d))+${TAIL}`,
    String.raw`(?:：(?!\d)|:(?![\d/])|—{2,})${TAIL}`,
    '[　 ]{2,}',
    LINE_BREAK,
  ].join('|'),
  'gu',
);

/**
 * The sentences of a text: ranges that follow one another and cover it, each with its closing signs and the white
 * space after them.
 * @param text any text; a line break ends a sentence
 * @returns UTF-16 ranges, none empty, none that cuts a surrogate pair
 */
export function sentences(text: string): Range[] {
  return splitAfter(text, SENTENCE_END);
}

/** The clauses of a text, as `sentences`: commas, semicolons, colons and dashes end one too. */
export function clauses(text: string): Range[] {
  return splitAfter(text, CLAUSE_END);
}

function splitAfter(text: string, end: RegExp): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(end)) {
    const stop = match.index + match[0].length;
    ranges.push({ start, end: stop });
    start = stop;
  }
  if (start < text.length) ranges.push({ start, end: text.length });
  return ranges;
}
