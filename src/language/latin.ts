import type { Range } from './range.js';

const LETTER = 'a-zà-öø-ɏͰ-ӿḀ-ỿ';
/** Units that follow a number without a space. Not those that make names of it: 5g, 4k, 3d, 5a. */
const MEASURE = `(?:[kcm]?m|km/h|[km]g|ml|[kmg]wh?|[kmgt]b|[kmg]?hz|mah|min|rmb)(?![${LETTER}0-9])`;
const MEASURE_HERE = new RegExp(MEASURE, 'y');
const ANY_LETTER = new RegExp(`[${LETTER}]`);
const WORD = new RegExp(
  [
    String.raw`(?<=\d)${MEASURE}`,
    String.raw`(?<![${LETTER}0-9]|\d[.,])(?!\d[\d.,]*${MEASURE})` +
      `[${LETTER}0-9]*[${LETTER}][${LETTER}0-9]*(?:[.'’+#_-]+[${LETTER}0-9]+)*[+#]*`,
  ].join('|'),
  'g',
);

/**
 * Words in Latin, Greek or Cyrillic letters, digits among them: wechat, 5a, covid-19, node.js, c++. The unit of a
 * measure is a word of its own, so that the number before it stays one: 3.5 cm in 3.5cm, 1,200 kg in 1,200kg.
 * @param folded a folded text
 * @returns UTF-16 ranges in order
 */
export function latinWords(folded: string): Range[] {
  // Most Chinese texts have none, which is found out ten times as fast.
  if (!ANY_LETTER.test(folded)) return [];
  return Array.from(folded.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** Whether the unit of a measure begins at a place of a folded text, such as km in 12km. */
export function isMeasureAt(folded: string, at: number): boolean {
  MEASURE_HERE.lastIndex = at;
  return MEASURE_HERE.test(folded);
}
