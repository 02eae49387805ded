/**
 * What BERT's normalizer and pre-tokenizer make of a character (`BertNormalizer` with `clean_text` and
 * `handle_chinese_chars`, `BertPreTokenizer`, of Hugging Face's tokenizers 0.22).
 *
 * - `dropped`: control, format and private-use characters, halves of surrogate pairs: as if they were not there
 * - `space`: ends a word
 * - `alone`: a Han character or a punctuation mark, a word of its own
 * - `letter`: part of a word with the letters beside it
 */
export type CharacterClass = 'dropped' | 'space' | 'alone' | 'letter';

const DROPPED = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]/u;
const PUNCTUATION = /[!-/:-@[-`{-~\p{P}]/u;
const SPACE = /[\t\n\r]|(?!\p{Cc})\p{White_Space}/u;

/** First and last code points of what BERT takes for Han; the gap before 2B920 is theirs (`is_chinese_char`). */
const HAN: readonly (readonly [first: number, last: number])[] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b920, 0x2ceaf],
  [0xf900, 0xfaff],
  [0x2f800, 0x2fa1f],
];

/**
 * Hugging Face's tables are those of Unicode 8: what became punctuation or a format character since is a letter there.
 * Code points and ranges, hexadecimal; found by comparing all code points (the test does so again).
 */
const LETTERS_OF_UNICODE_8 = rangesOf(
  '61d 890-891 8e2 9fd a76 c77 c84 1b4e-1b4f 1b7d-1b7f 2e43-2e4f 2e52-2e5d 10d6e 10ead 10ed0 10f55-10f59 ' +
    '10f86-10f89 110cd 113d4-113d5 113d7-113d8 1144b-1144f 1145a-1145b 1145d 11660-1166c 116b9 1183b 11944-11946 ' +
    '119e2 11a3f-11a46 11a9a-11a9c 11a9e-11aa2 11b00-11b09 11be1 11c41-11c45 11c70-11c71 11ef7-11ef8 11f43-11f4f ' +
    '11fff 12ff1-12ff2 13430-1343f 16d6d-16d6f 16e97-16e9a 16fe2 1e5ff 1e95e-1e95f',
);
/** The reverse: punctuation in Unicode 8. */
const PUNCTUATION_OF_UNICODE_8 = rangesOf('166d 111c9');

const CLASSES: readonly CharacterClass[] = ['dropped', 'space', 'alone', 'letter'];
const BASIC = 0x10000;
/** One more than the place in `CLASSES`, for each code point of the basic plane; 0 where it has not been asked for yet. */
const known = new Uint8Array(BASIC);

/** What kind of character a code point is; a lone half of a surrogate pair is dropped. */
export function characterClass(codePoint: number): CharacterClass {
  if (codePoint >= BASIC) return computeClass(codePoint);
  if (known[codePoint] === 0) known[codePoint] = CLASSES.indexOf(computeClass(codePoint)) + 1;
  return CLASSES[(known[codePoint] as number) - 1] as CharacterClass;
}

function computeClass(codePoint: number): CharacterClass {
  const character = String.fromCodePoint(codePoint);
  if (isIn(HAN, codePoint) || isIn(PUNCTUATION_OF_UNICODE_8, codePoint)) return 'alone';
  if (isIn(LETTERS_OF_UNICODE_8, codePoint)) return 'letter';
  if (SPACE.test(character)) return 'space';
  if (DROPPED.test(character)) return 'dropped';
  return PUNCTUATION.test(character) ? 'alone' : 'letter';
}

function isIn(ranges: readonly (readonly [number, number])[], codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

function rangesOf(written: string): [number, number][] {
  return written.split(' ').map((range) => {
    const [first = '', last = first] = range.split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}
