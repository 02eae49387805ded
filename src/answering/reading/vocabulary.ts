import { readFileSync } from 'node:fs';

/** The word pieces that a model knows, with their numbers. */
export interface Vocabulary {
  readonly size: number;
  /** Pieces that begin a word. */
  readonly initial: ReadonlyMap<string, number>;
  /** Pieces that go on with one, without the `##` that marks them. */
  readonly continuing: ReadonlyMap<string, number>;
  /** UTF-16 units of the longest piece. */
  readonly longest: number;
  readonly unknown: number;
  /** The first token of every input, which stands for the whole of it. */
  readonly whole: number;
  /** Ends a part of the input. */
  readonly end: number;
  readonly padding: number;
}

const CONTINUES = '##';

/**
 * Reads a vocabulary: a piece a line, whose number, from 0, is its id (BERT's `vocab.txt`). A line ends with a line feed
 * only: U+2028 is a piece.
 * @throws Error when the file cannot be read or lacks one of the pieces that have a meaning of their own
 */
export function readVocabulary(path: string | URL): Vocabulary {
  return vocabularyOf(readFileSync(path, 'utf8').replace(/\n$/, '').split(/\r?\n/));
}

/**
 * @param pieces in the order of their ids
 * @throws Error when one of `[UNK]`, `[CLS]`, `[SEP]`, `[PAD]` is missing
 */
export function vocabularyOf(pieces: readonly string[]): Vocabulary {
  const initial = new Map<string, number>();
  const continuing = new Map<string, number>();
  let longest = 0;
  for (const [id, piece] of pieces.entries()) {
    initial.set(piece, id);
    if (piece.startsWith(CONTINUES)) continuing.set(piece.slice(CONTINUES.length), id);
    longest = Math.max(longest, piece.length);
  }
  const special = (piece: string): number => {
    const id = initial.get(piece);
    if (id === undefined) throw new Error(`the vocabulary lacks ${piece}`);
    return id;
  };
  return {
    size: pieces.length,
    initial,
    continuing,
    longest,
    unknown: special('[UNK]'),
    whole: special('[CLS]'),
    end: special('[SEP]'),
    padding: special('[PAD]'),
  };
}
