import type { Range } from './range.js';

/** Signs that end a sentence, with the closing signs that belong to it. */
const SENTENCE_END = /(?:[。！？!?…]+|\.(?=\s|$))[”’」』）)》〉】\]"']*|\n+/gu;
/** Signs that end a clause, besides those that end a sentence. A comma or colon inside a number ends nothing. */
const CLAUSE_END =
  /(?:[。！？!?…；;，]+|,(?!\d)|[：:](?!\d)|\.(?=\s|$)|——+|[　 ]{2,})[”’」』）)》〉】\]"']*|\n+/gu;

/**
 * The sentences of a text: ranges that follow one another and cover it, each with its closing signs.
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
