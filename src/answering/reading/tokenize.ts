import type { Range } from '../../language/range.js';
import { characterClass } from './characters.js';
import type { Vocabulary } from './vocabulary.js';

/** A word piece with its place in the text, in UTF-16 units. */
export interface Token extends Range {
  readonly id: number;
}

/** Words of more characters are unknown as a whole (`max_input_chars_per_word` of the base model's tokenizer). */
const MOST_CHARACTERS = 100;

/** A word without what was dropped in it. */
interface Word {
  text: string;
  /** For each UTF-16 unit of `text` its place in the source. */
  readonly places: number[];
}

/**
 * Cuts a text into word pieces as the base model's own tokenizer does (WordPiece: the longest piece first), without the
 * signs that frame an input. `[SEP]` and the like are no signs in a text: folded, they are lower case.
 * @param text folded; the model knows Simplified characters and lower case
 */
export function tokenize(text: string, vocabulary: Vocabulary): Token[] {
  return wordsOf(text).flatMap((word) => piecesOf(word, vocabulary));
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let open = false;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) as number;
    const units = codePoint > 0xffff ? 2 : 1;
    const kind = characterClass(codePoint);
    if (kind === 'alone' || kind === 'letter') {
      if (!open || kind === 'alone') words.push({ text: '', places: [] });
      const word = words[words.length - 1] as Word;
      word.text += text.slice(at, at + units);
      for (let unit = 0; unit < units; unit++) word.places.push(at + unit);
    }
    if (kind !== 'dropped') open = kind === 'letter';
    at += units;
  }
  return words;
}

/** The pieces of a word; `[UNK]` for the whole of it where it is not made of pieces. */
function piecesOf({ text, places }: Word, vocabulary: Vocabulary): Token[] {
  const token = (id: number, from: number, to: number): Token => ({
    id,
    start: places[from] as number,
    end: (places[to - 1] as number) + 1,
  });
  const whole = token(vocabulary.unknown, 0, text.length);
  if (text.length > MOST_CHARACTERS && Array.from(text).length > MOST_CHARACTERS) return [whole];
  const tokens: Token[] = [];
  for (let from = 0; from < text.length; ) {
    const pieces = from === 0 ? vocabulary.initial : vocabulary.continuing;
    let to = Math.min(text.length, from + vocabulary.longest);
    let id = pieces.get(text.slice(from, to));
    while (id === undefined && --to > from) id = pieces.get(text.slice(from, to));
    if (id === undefined) return [whole];
    tokens.push(token(id, from, to));
    from = to;
  }
  return tokens;
}
