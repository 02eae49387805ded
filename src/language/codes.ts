import type { Range } from './range.js';

/**
 * Names made of letters and digits, which people write in many ways: iPhone 15, iPhone15, iphone-15; ES-60W, ES60W; GB/T 7714.
 * One spelling, without what stands between, is what they are indexed and searched by.
 */
export interface Code extends Range {
  /** Without blanks, hyphens and slashes: `iphone15`, `gbt7714`. */
  readonly term: string;
  /** What the term is made of, where a blank stood between: whoever asks of the iPhone finds the iPhone 15. */
  readonly parts: readonly Range[];
}

/** What may stand between the parts of a code. */
const GLUE = /[-_/ ]/g;
/** A number that counts something is no part of the name before it: APP 3个, Line 2023年. */
const COUNTS = '(?![\\d.,:：%％‰年月日号元块个人次天点分时米岁万亿名位件家条项批套台辆本页层楼级倍])';
/**
 * Letters, perhaps with a letter or three after a slash, then a blank and a number that counts nothing. The digits have to end
 * there, so that none is taken in part.
 */
const SPACED = new RegExp(
  `(?<![a-z0-9])([a-z]{1,16}(?:/[a-z]{1,3})?) (\\d{1,6}[a-z]{0,3})(?![a-z0-9])${COUNTS}`,
  'y',
);
/** Letters and digits with hyphens, underlines or slashes between: es-60w, wf-m5799dwf, gb/t7714, covid-19. */
const JOINED = /(?<![a-z0-9])[a-z0-9]{1,16}(?:[-_/][a-z0-9]{1,16}){0,4}(?![a-z0-9])/y;
const LETTER = /[a-z]/;
const DIGIT = /\d/;
/** Dates and ranges of measures are no codes: 3m-5m, 20cm/30cm. */
const BEGINS = /[a-z]/;

/**
 * The code that begins at a place, if one does.
 * @param folded a folded text
 * @param at where a word in Latin letters begins, UTF-16 units
 */
export function codeAt(folded: string, at: number): Code | undefined {
  if (!BEGINS.test(folded[at] ?? '')) return undefined;
  SPACED.lastIndex = at;
  const spaced = SPACED.exec(folded);
  if (spaced) {
    const [whole, letters = '', digits = ''] = spaced;
    const end = at + whole.length;
    const parts = [
      { start: at, end: at + letters.length },
      { start: end - digits.length, end },
    ];
    return { start: at, end, term: whole.replace(GLUE, ''), parts };
  }
  JOINED.lastIndex = at;
  const [joined] = JOINED.exec(folded) ?? [];
  if (joined === undefined || !LETTER.test(joined) || !DIGIT.test(joined)) return undefined;
  const term = joined.replace(GLUE, '');
  return { start: at, end: at + joined.length, term, parts: [] };
}

/** More ways to write one are not looked for. */
const MOST_FORMS = 64;

/**
 * The ways in which a code may be written in a folded text: with a hyphen, a blank or nothing where letters and digits meet.
 * @param term as `codeAt` gives it; of a word without digits the word alone comes back
 */
export function codeForms(term: string): string[] {
  const parts = term.match(/[a-z]+|\d+/g) ?? [];
  if (parts.length < 2 || parts.join('') !== term) return [term];
  const forms = parts.reduce<string[]>((written, part, number) => {
    if (number === 0) return slashed(part);
    // One glue in all of a long one: each with each would be too many.
    const glues = written.length * 4 > MOST_FORMS ? [''] : ['', '-', ' ', '_'];
    return written.flatMap((before) => glues.map((glue) => before + glue + part));
  }, []);
  return forms;
}

/** GB/T is written GBT as well. */
function slashed(letters: string): string[] {
  return /^[a-z]{2,4}t$/.test(letters) ? [letters, `${letters.slice(0, -1)}/t`] : [letters];
}
